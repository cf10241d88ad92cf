package shelfwise.model.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PairKernelTest {
    private static final PairKernel PLAIN = new ScalarPairs();
    private final Random random = new Random(3);

    private static PairKernel vectors(int bits) {
        return bits == 512 ? new Vector512Pairs() : new Vector256Pairs();
    }

    private float[] numbers(int n) {
        float[] numbers = new float[n];
        for (int k = 0; k < n; k++) numbers[k] = (float) (random.nextGaussian() * Math.pow(10, random.nextInt(7) - 3));
        return numbers;
    }

    @ParameterizedTest @ValueSource(ints = {256, 512})
    void vectorsAndPlainJavaGiveTheSameBits(int width) {
        PairKernel vectors = vectors(width);
        for (int n = 0; n <= 100; n++) {
            float[] x = numbers(n + 1), y = numbers(2 * n + 3), wideX = x.clone(), wideY = y.clone();
            int b = n + 2;
            assertEquals(Float.floatToRawIntBits(PLAIN.difference(x, 1, y, 1, b, n)), Float.floatToRawIntBits(vectors.difference(x, 1, y, 1, b, n)), "n " + n);
            PLAIN.pull(0.3f, 0.9f, x, 1, y, 1, b, n);
            vectors.pull(0.3f, 0.9f, wideX, 1, wideY, 1, b, n);
            PLAIN.towards(0.2f, 0.8f, x, 1, y, 1, b, n);
            vectors.towards(0.2f, 0.8f, wideX, 1, wideY, 1, b, n);
            PLAIN.meet(0.2f, 0.8f, x, 1, y, b, n);
            vectors.meet(0.2f, 0.8f, wideX, 1, wideY, b, n);
            assertArrayEquals(x, wideX, "n " + n);
            assertArrayEquals(y, wideY, "n " + n);
        }
    }

    @Test void aPullByHand() {
        float[] x = {9, 2}, y = {9, 10, 4};
        assertEquals(2 * (10 - 4), PLAIN.difference(x, 1, y, 1, 2, 1));
        PLAIN.pull(0.5f, 0.75f, x, 1, y, 1, 2, 1);
        assertArrayEquals(new float[] {9, 0.75f * 2 + 0.5f * (10 - 4)}, x);
        assertArrayEquals(new float[] {9, 0.75f * 10 + 0.5f * 2, 0.75f * 4 - 0.5f * 2}, y);
        PLAIN.towards(2, 1, x, 1, y, 1, 2, 1);
        assertEquals(4.5f + 2 * (8.5f - 2), x[1]);
        PLAIN.meet(0.5f, 2, x, 0, y, 2, 1);
        assertArrayEquals(new float[] {2 * 9 + 0.5f * 2, 17.5f}, x);
        assertEquals(2 * 2 + 0.5f * 9, y[2]);
    }
}
