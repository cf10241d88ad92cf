package shelfwise.model.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KernelTest {
    private static final Kernel PLAIN = new ScalarKernel();
    private final Random random = new Random(3);

    private static Kernel vectors(int bits) {
        return bits == 512 ? new Vector512Kernel() : new Vector256Kernel();
    }

    /** Of very different sizes, so that another order of sums shows. */
    private float[] numbers(int n) {
        float[] numbers = new float[n];
        for (int k = 0; k < n; k++) numbers[k] = (float) (random.nextGaussian() * Math.pow(10, random.nextInt(7) - 3));
        return numbers;
    }

    private static int bits(float value) {
        return Float.floatToRawIntBits(value);
    }

    @ParameterizedTest @ValueSource(ints = {256, 512})
    void vectorsAndPlainJavaGiveTheSameBits(int width) {
        Kernel vectors = vectors(width);
        for (int n = 0; n <= 200; n++) {
            for (int from = 0; from < 3; from++) {
                float[] a = numbers(n + from + 1), b = numbers(n + from);
                assertEquals(bits(PLAIN.dot(a, from + 1, b, from, n)), bits(vectors.dot(a, from + 1, b, from, n)), n + " from " + from);
                float[] plain = b.clone(), wide = b.clone();
                PLAIN.add(0.3f, a, from + 1, plain, from, n);
                vectors.add(0.3f, a, from + 1, wide, from, n);
                assertArrayEquals(plain, wide, n + " from " + from);
            }
        }
    }

    @ParameterizedTest @ValueSource(ints = {256, 512})
    void sumsOverManyRowsHaveTheSameBits(int width) {
        Kernel vectors = vectors(width);
        for (int length = 16; length <= 144; length += 16) {
            for (int n = 0; n <= 9; n++) {
                float[] rows = numbers(n * length), scale = numbers(n), shift = numbers(n), x = numbers(length), start = numbers(length);
                float[] plain = start.clone(), wide = start.clone();
                PLAIN.addAll(rows, n, length, scale, plain);
                vectors.addAll(rows, n, length, scale, wide);
                assertArrayEquals(plain, wide, n + " of " + length);
                PLAIN.addThrough(rows, n, length, shift, scale, x, plain);
                vectors.addThrough(rows, n, length, shift, scale, x, wide);
                assertArrayEquals(plain, wide, n + " of " + length);
            }
        }
    }

    @ParameterizedTest @ValueSource(ints = {256, 512})
    void outerProductsHaveTheSameBitsInTheUpperTriangle(int width) {
        Kernel vectors = vectors(width);
        for (int length = 16; length <= 80; length += 16) {
            for (int line = 0; line < length; line += 8) {
                double[] rows = doubles(7 * length + 3), scale = doubles(7), start = doubles(length * length);
                double[] plain = start.clone(), wide = start.clone();
                PLAIN.addOuter(rows, 3, 7, length, scale, plain, line);
                vectors.addOuter(rows, 3, 7, length, scale, wide, line);
                assertArrayEquals(plain, wide, length + " from " + line);
                for (int k = 0; k < line * length; k++) assertEquals(start[k], plain[k]);
            }
        }
    }

    @ParameterizedTest @ValueSource(ints = {256, 512})
    void doublesAndCopiesAreTheSame(int width) {
        Kernel vectors = vectors(width);
        for (int n = 0; n < 50; n++) {
            double[] x = doubles(n + 1), plain = doubles(n + 2), wide = plain.clone();
            PLAIN.add(0.7, x, 1, plain, 2, n);
            vectors.add(0.7, x, 1, wide, 2, n);
            assertArrayEquals(plain, wide);
            float[] all = numbers(5 * n), copied = new float[3 * 64], expected = new float[3 * 64];
            PLAIN.gather(all, n, new int[] {9, 4, 0, 4}, 1, 3, expected, 64);
            vectors.gather(all, n, new int[] {9, 4, 0, 4}, 1, 3, copied, 64);
            assertArrayEquals(expected, copied);
            for (int f = 0; f < n; f++) assertEquals(all[4 * n + f], copied[128 + f]);
        }
    }

    @ParameterizedTest @ValueSource(ints = {256, 512})
    void scoresOfOneAndOfFourUsersHaveTheSameBits(int width) {
        Kernel vectors = vectors(width);
        for (int length = 0; length < 40; length++) {
            float[] block = numbers((length + 1) * 64 + 5), users = numbers(length * 4);
            float[] plain = new float[256], wide = new float[256], one = new float[64 + 3];
            PLAIN.products(block, 5, length, users, plain);
            vectors.products(block, 5, length, users, wide);
            assertArrayEquals(plain, wide, "length " + length);
            for (int u = 0; u < 4; u++) {
                float[] user = new float[length + 2];
                for (int f = 0; f < length; f++) user[f + 2] = users[f * 4 + u];
                vectors.product(block, 5, length, user, 2, one, 3);
                assertArrayEquals(java.util.Arrays.copyOfRange(plain, u * 64, (u + 1) * 64), java.util.Arrays.copyOfRange(one, 3, 67));
                float sum = block[5 + 7];
                for (int f = 0; f < length; f++) sum = Math.fma(user[f + 2], block[5 + (f + 1) * 64 + 7], sum);
                assertEquals(sum, plain[u * 64 + 7]);
            }
            float[] values = numbers(70);
            values[9] = Float.NaN;
            assertEquals(PLAIN.above(values, 6, values[30]), vectors.above(values, 6, values[30]));
            assertEquals(0, vectors.above(values, 6, values[30]) >> 24 & 1, "an equal one is not above");
        }
    }

    private double[] doubles(int n) {
        double[] numbers = new double[n];
        for (int k = 0; k < n; k++) numbers[k] = random.nextGaussian();
        return numbers;
    }

    @Test void sumsOverManyRowsAreThoseOfTheFormulas() {
        float[] rows = new float[32], x = new float[16], y = new float[16];
        rows[0] = 2;
        rows[1] = 3;
        rows[17] = 5; // row 0 = (2, 3), row 1 = (0, 5)
        x[0] = 1;
        x[1] = 10;
        PLAIN.addThrough(rows, 2, 16, new float[] {0, 1}, new float[] {1, -1}, x, y); // t = 32 and 1 - 50
        assertEquals(2 * 32, y[0]);
        assertEquals(3 * 32 - 5 * 49, y[1]);
        PLAIN.addAll(rows, 2, 16, new float[] {1, 2}, x);
        assertEquals(3, x[0]);
        assertEquals(10 + 3 + 10, x[1]);
        double[] square = new double[256];
        PLAIN.addOuter(new double[] {2, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4}, 0, 1, 16, new double[] {10}, square, 0);
        assertEquals(60, square[1]);
        assertEquals(90, square[17]);
        assertEquals(80, square[15]);
        assertEquals(160, square[255]);
    }

    @ParameterizedTest @ValueSource(ints = {256, 512})
    void theBitsStayTheSameOnceCompiled(int width) {
        Kernel vectors = vectors(width);
        float[] a = numbers(77), b = numbers(77);
        int first = bits(vectors.dot(a, 0, b, 0, 77));
        for (int k = 0; k < 30_000; k++) assertEquals(first, bits(vectors.dot(a, 0, b, 0, 77)));
    }

    @Test void sumsAreRight() {
        float[] a = new float[37], b = new float[37];
        for (int k = 0; k < 37; k++) {
            a[k] = k;
            b[k] = 2;
        }
        assertEquals(36 * 37, PLAIN.dot(a, 0, b, 0, 37));
        assertEquals(2 * (5 + 6 + 7), PLAIN.dot(a, 5, b, 1, 3));
        PLAIN.add(3, a, 1, b, 35, 2);
        assertEquals(2, b[34]);
        assertEquals(2 + 3, b[35]);
        assertEquals(2 + 6, b[36]);
    }

    @Test void nanAndInfinityPassThrough() {
        float[] a = new float[40], ones = new float[40];
        java.util.Arrays.fill(ones, 1);
        a[17] = Float.POSITIVE_INFINITY;
        assertEquals(Float.POSITIVE_INFINITY, Kernel.best().dot(a, 0, ones, 0, 40));
        a[39] = Float.NaN;
        assertEquals(Float.NaN, Kernel.best().dot(a, 0, ones, 0, 40));
    }

    @Test void aStartWithoutTheVectorModuleTakesPlainJava() throws Exception {
        assertEquals("ScalarKernel", started());
    }

    private static String started() throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String path = Path.of(Kernel.class.getProtectionDomain().getCodeSource().getLocation().toURI()) + File.pathSeparator
                + Path.of(KernelTest.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        Process process = new ProcessBuilder(java, "-Xshare:auto", "-XX:TieredStopAtLevel=1", "-cp", path, Chosen.class.getName()).redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
    }

    /** Tells which kernel a start of Java takes. */
    static final class Chosen {
        public static void main(String[] arguments) {
            System.out.println(Kernel.best().getClass().getSimpleName());
        }
    }
}
