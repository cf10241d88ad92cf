package shelfwise.model.factor;

import java.util.Arrays;
import shelfwise.base.Progress;
import shelfwise.model.Workers;
import shelfwise.model.kernel.Kernel;

/** The sum of y·yᵀ over all vectors, in double: what the pairs that never came add to a least squares. */
final class Gram {
    /** Vectors summed by one thread at a time, and how many such sums there are at most. */
    private static final int PART = 1024, PARTS = 32;
    /** Vectors turned to double at once. */
    private static final int TILE = 64;

    private Gram() { }

    /**
     * whole x whole numbers, {@link Factors#whole} of the length; zeros beyond the length. The parts that are summed by themselves depend on
     * the number of vectors alone, so that the result never depends on the threads.
     */
    static double[] of(Factors factors, Kernel kernel, Workers workers) {
        int rows = factors.rows(), length = Factors.whole(factors.length()), part = part(rows), parts = Math.ceilDiv(rows, part);
        double[][] sums = new double[Math.max(1, parts)][length * length];
        workers.each(parts, 1, Progress.NONE, () -> new double[TILE * length], (tile, from, to) -> {
            for (int p = from; p < to; p++) sum(factors, p * part, Math.min(rows, (p + 1) * part), kernel, tile, sums[p]);
        });
        for (int p = 1; p < parts; p++) kernel.add(1.0, sums[p], 0, sums[0], 0, sums[0].length);
        mirror(sums[0], length);
        return sums[0];
    }

    private static int part(int rows) {
        return Math.max(PART, Math.ceilDiv(rows, PARTS));
    }

    /** How many it holds while it works on so many vectors. */
    static long numbers(int rows, int factors) {
        return (long) Math.ceilDiv(rows, part(rows)) * Factors.whole(factors) * Factors.whole(factors);
    }

    private static void sum(Factors factors, int from, int to, Kernel kernel, double[] tile, double[] sum) {
        int n = factors.length(), length = Factors.whole(n);
        double[] ones = new double[TILE];
        Arrays.fill(ones, 1);
        for (int r = from; r < to; r += TILE) {
            int rows = Math.min(TILE, to - r);
            for (int k = 0; k < rows; k++) for (int f = 0; f < n; f++) tile[k * length + f] = factors.values()[(r + k) * n + f];
            kernel.addOuter(tile, 0, rows, length, ones, sum, 0);
        }
    }

    private static void mirror(double[] square, int length) {
        for (int a = 0; a < length; a++) for (int b = 0; b < a; b++) square[a * length + b] = square[b * length + a];
    }
}
