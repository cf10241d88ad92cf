package shelfwise.model.factor;

import java.util.Arrays;
import java.util.SplittableRandom;
import shelfwise.base.Progress;
import shelfwise.model.Workers;

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
        Factors made = zero(rows, length);
        var random = new SplittableRandom(seed);
        for (int f = 0; f < made.values.length; f++) made.values[f] = (float) (START * random.nextGaussian());
        return made;
    }

    int rows() {
        return values.length / length;
    }

    /** Σ y·yᵀ over all rows, length x length. Each line of it is one thread's, so that sums never depend on the threads. */
    double[] gram(Workers workers) {
        double[] gram = new double[length * length];
        workers.each(length, Math.max(1, Math.ceilDiv(length, workers.threads())), Progress.NONE, () -> new double[length], (y, from, to) -> {
            for (int r = 0; r < values.length; r += length) {
                for (int f = 0; f < length; f++) y[f] = values[r + f];
                for (int a = from; a < to; a++) addLine(gram, a * length, y, y[a]);
            }
        });
        return gram;
    }

    private static void addLine(double[] gram, int at, double[] y, double scale) {
        for (int b = 0; b < y.length; b++) gram[at + b] += scale * y[b];
    }

    /** rows x length: each vector an array of its own. */
    float[][] lines() {
        float[][] lines = new float[rows()][];
        for (int r = 0; r < lines.length; r++) lines[r] = Arrays.copyOfRange(values, r * length, (r + 1) * length);
        return lines;
    }

    /** length x rows: each factor's numbers side by side. */
    float[] turned() {
        int n = rows();
        float[] turned = new float[values.length];
        for (int r = 0; r < n; r++) for (int f = 0; f < length; f++) turned[f * n + r] = values[r * length + f];
        return turned;
    }
}
