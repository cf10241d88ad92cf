package shelfwise.model.factor;

import java.util.SplittableRandom;
import shelfwise.model.kernel.Kernel;

/**
 * Vectors of users or items.
 *
 * @param length of each vector
 * @param values rows x length, row by row
 */
record Factors(int length, float[] values) {
    private static final double START = 0.01;

    static Factors zero(int rows, int length) {
        return new Factors(length, new float[Math.multiplyExact(rows, length)]);
    }

    /** Small normal numbers. */
    static Factors random(int rows, int length, long seed) {
        return random(rows, length, seed, START);
    }

    /** Normal numbers of this deviation. */
    static Factors random(int rows, int length, long seed, double deviation) {
        Factors made = zero(rows, length);
        var random = new SplittableRandom(seed);
        for (int f = 0; f < made.values.length; f++) made.values[f] = (float) (deviation * random.nextGaussian());
        return made;
    }

    /** The length filled up to a whole number of the kernel's lanes. */
    static int whole(int length) {
        return (length + Kernel.LANES - 1) & -Kernel.LANES;
    }

    int rows() {
        return values.length / length;
    }
}
