package shelfwise.model.torch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import shelfwise.base.Progress;

/** A view of an array must stay what it was when its owner is closed and garbage collected: DJL's own arrays of Java's numbers do not keep that. */
class HostArraysTest {
    private static final int ROWS = 200, COLUMNS = 100;

    /** All ways of looking at an array without copying it that the networks may take. */
    private static final Map<String, UnaryOperator<NDArray>> VIEWS = Map.of("slice", a -> a.get(":, 0:50"), "reshape", a -> a.reshape(COLUMNS, ROWS), "transpose", NDArray::transpose,
            "expand", a -> a.expandDims(0), "squeeze", a -> a.expandDims(0).squeeze(0), "no gradient", NDArray::stopGradient, "split", a -> a.split(2).getFirst(),
            "broadcast", a -> a.get("0:1").broadcast(50, COLUMNS));

    static Stream<String> views() {
        return VIEWS.keySet().stream().sorted();
    }

    @ParameterizedTest @MethodSource("views")
    void aViewKeepsItsNumbersWhenItsOwnerIsGone(String name) {
        try (Torch torch = Torch.open("test", Processor.CPU, 1, Progress.NONE)) {
            for (int round = 0; round < 10; round++) {
                NDArray view;
                try (NDManager step = torch.manager().newSubManager()) {
                    float[] values = new float[ROWS * COLUMNS];
                    Arrays.fill(values, 7);
                    view = VIEWS.get(name).apply(HostArrays.of(step, new Shape(ROWS, COLUMNS), values));
                    view.attach(torch.manager());
                }
                collectAndOverwrite();
                float[] seen = view.toFloatArray(), expected = new float[seen.length];
                Arrays.fill(expected, 7);
                assertArrayEquals(expected, seen);
            }
        }
    }

    /** Collects garbage and takes memory of the same size for other numbers. */
    static void collectAndOverwrite() {
        System.gc();
        List<ByteBuffer> others = new ArrayList<>();
        for (int k = 0; k < 40; k++) {
            ByteBuffer other = ByteBuffer.allocateDirect(ROWS * COLUMNS * Float.BYTES);
            while (other.hasRemaining()) other.put((byte) -1);
            others.add(other);
        }
    }
}
