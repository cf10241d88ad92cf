package shelfwise.model.content;

import java.util.stream.IntStream;
import shelfwise.base.Progress;

/**
 * Eigenvalues and vectors of a symmetric matrix by cyclic Jacobi rotations (Golub, Van Loan 2013, 8.5), largest first: plain Java, as
 * Smile's needs a native library. Cost: O(n³) a sweep, mostly fewer than ten sweeps.
 *
 * @param values  descending
 * @param vectors n x n; vector k is column k
 */
record Eigen(double[] values, double[] vectors) {
    private static final int SWEEPS = 60;
    private static final double SMALL = 1e-28;

    /**
     * @param matrix   n x n, symmetric; used up
     * @param progress only asked for a cancel
     */
    static Eigen of(double[] matrix, int n, Progress progress) {
        double[] turned = new double[n * n]; // row k is what becomes vector k
        for (int k = 0; k < n; k++) turned[k * n + k] = 1;
        double all = 0;
        for (double m : matrix) all += m * m;
        for (int sweep = 0; sweep < SWEEPS && beside(matrix, n) > SMALL * all; sweep++) {
            for (int p = 0; p < n - 1; p++) {
                progress.check();
                for (int q = p + 1; q < n; q++) rotate(matrix, turned, n, p, q);
            }
        }
        int[] order = IntStream.range(0, n).boxed().sorted((a, b) -> Double.compare(matrix[b * n + b], matrix[a * n + a])).mapToInt(Integer::intValue).toArray();
        double[] values = new double[n], vectors = new double[n * n];
        for (int k = 0; k < n; k++) {
            values[k] = matrix[order[k] * n + order[k]];
            for (int f = 0; f < n; f++) vectors[f * n + k] = turned[order[k] * n + f];
        }
        return new Eigen(values, vectors);
    }

    /** Σ of the squares beside the diagonal. */
    private static double beside(double[] m, int n) {
        double sum = 0;
        for (int p = 0; p < n; p++) for (int q = 0; q < n; q++) if (p != q) sum += m[p * n + q] * m[p * n + q];
        return sum;
    }

    private static void rotate(double[] m, double[] turned, int n, int p, int q) {
        double off = m[p * n + q];
        if (off == 0) return;
        double theta = (m[q * n + q] - m[p * n + p]) / (2 * off);
        double t = Math.copySign(1, theta) / (Math.abs(theta) + Math.sqrt(theta * theta + 1)), c = 1 / Math.sqrt(t * t + 1), s = t * c;
        for (int k = 0; k < n; k++) { // columns
            double a = m[k * n + p], b = m[k * n + q];
            m[k * n + p] = c * a - s * b;
            m[k * n + q] = s * a + c * b;
        }
        rows(m, n, p, q, c, s);
        rows(turned, n, p, q, c, s);
    }

    private static void rows(double[] m, int n, int p, int q, double c, double s) {
        for (int k = 0; k < n; k++) {
            double a = m[p * n + k], b = m[q * n + k];
            m[p * n + k] = c * a - s * b;
            m[q * n + k] = s * a + c * b;
        }
    }
}
