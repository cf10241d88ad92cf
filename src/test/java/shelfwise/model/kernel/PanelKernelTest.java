package shelfwise.model.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PanelKernelTest {
    private final Random random = new Random(5);

    private float[] numbers(int n) {
        float[] numbers = new float[n];
        for (int k = 0; k < n; k++) numbers[k] = (float) (random.nextGaussian() * Math.pow(10, random.nextInt(7) - 3));
        return numbers;
    }

    @ParameterizedTest @ValueSource(ints = {256, 512})
    void vectorsAndPlainJavaGiveTheSameBits(int width) {
        PanelKernel vectors = width == 512 ? new Vector512Panels() : new Vector256Panels();
        for (int depth = 0; depth <= 40; depth++) {
            float[] a = numbers(8 * depth + 3), b = numbers(32 * depth + 5), c = numbers(8 * 50 + 2), wide = c.clone();
            new ScalarPanels().add(a, 3, depth, b, 5, c, 2, 50);
            vectors.add(a, 3, depth, b, 5, wide, 2, 50);
            assertArrayEquals(c, wide, "depth " + depth);
        }
    }

    @Test void aTileGetsTheProductAdded() {
        float[] a = new float[16], b = new float[64], c = new float[8 * 32];
        a[2] = 3; // row 1, k 0
        a[3] = 2; // row 1, k 1
        b[5] = 7; // k 0, column 5
        b[32 + 5] = 11; // k 1, column 5
        c[32 + 5] = 1;
        PanelKernel.best().add(a, 0, 2, b, 0, c, 0, 32);
        assertEquals(1 + 3 * 7 + 2 * 11, c[32 + 5]);
        assertEquals(0, c[5]);
    }
}
