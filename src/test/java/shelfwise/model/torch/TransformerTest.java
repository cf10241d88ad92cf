package shelfwise.model.torch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import shelfwise.base.Progress;
import shelfwise.model.torch.Batch.Stretch;

/** What the sequential Transformer promises of its numbers, learned or not. */
class TransformerTest {
    private static final TransformerShape SHAPE = new TransformerShape(30, 12, 3, 2, 9);
    private static final int[] HISTORY = {3, 7, 7, 1, 29, 0, 4, 12, 5, 8, 2, 17};

    /** The vectors at the places of one stretch, filled up to {@code longest}. */
    private static float[][] read(Torch torch, Transformer network, int[] items, int longest) {
        Batch batch = Batch.of(items, new Stretch[] {new Stretch(0, items.length)}, SHAPE.length());
        int[] item = Arrays.copyOf(batch.item(), longest), place = Arrays.copyOf(batch.place(), longest);
        Arrays.fill(item, items.length, longest, 11);
        var size = new Shape(1, longest);
        try (var step = torch.manager().newSubManager()) {
            float[] all = network.read(HostArrays.of(step, size, item), HostArrays.of(step, size, place), false).toFloatArray();
            return IntStream.range(0, items.length).mapToObj(k -> Arrays.copyOfRange(all, k * SHAPE.width(), (k + 1) * SHAPE.width())).toArray(float[][]::new);
        }
    }

    private interface Check {
        void of(Torch torch, Transformer network, Map<String, float[]> learned);
    }

    /** With larger weights than a training starts from, so that every part counts. */
    private static void check(Check check) {
        try (Torch torch = Torch.open("test", Processor.CPU, 1, Progress.NONE)) {
            Tensors learned = Transformer.start(SHAPE, torch.manager(), new SplittableRandom(5));
            var random = new SplittableRandom(6);
            learned.all().values().forEach(a -> {
                try (var more = HostArrays.of(torch.manager(), a.getShape(), floats(random, Math.toIntExact(a.size())))) {
                    a.addi(more);
                }
            });
            check.of(torch, new Transformer(SHAPE, learned, 0.5f), learned.toHost());
        }
    }

    private static float[] floats(SplittableRandom random, int n) {
        float[] values = new float[n];
        for (int k = 0; k < n; k++) values[k] = (float) (0.3 * random.nextGaussian());
        return values;
    }

    @Test void plainJavaReadsTheSameAsPyTorch() {
        check((torch, network, learned) -> {
            var scorer = new TransformerScorer(SHAPE, learned);
            for (int n = 1; n <= HISTORY.length; n++) {
                float[] java = new float[SHAPE.width()];
                scorer.vector(Arrays.copyOf(HISTORY, n), java, 0);
                int[] latest = Arrays.copyOfRange(HISTORY, Math.max(0, n - SHAPE.length()), n);
                assertArrayEquals(read(torch, network, latest, latest.length)[latest.length - 1], java, 2e-5f, n + " events");
            }
        });
    }

    @Test void aFutureItemChangesNothingBeforeIt() {
        check((torch, network, _) -> {
            int[] items = Arrays.copyOf(HISTORY, 8), other = items.clone();
            other[5] = 20;
            float[][] before = read(torch, network, items, 8), after = read(torch, network, other, 8);
            for (int k = 0; k < 5; k++) assertArrayEquals(before[k], after[k], 1e-6f, "place " + k);
            assertFalse(Arrays.equals(before[5], after[5]));
            assertFalse(Arrays.equals(before[7], after[7]), "what comes later sees it");
        });
    }

    @Test void fillingUpChangesNothing() {
        check((torch, network, _) -> {
            int[] items = Arrays.copyOf(HISTORY, 4);
            float[][] bare = read(torch, network, items, 4), filled = read(torch, network, items, 9);
            for (int k = 0; k < 4; k++) assertArrayEquals(bare[k], filled[k], 1e-6f, "place " + k);
        });
    }
}
