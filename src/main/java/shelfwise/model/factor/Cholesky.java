package shelfwise.model.factor;

import java.util.Arrays;
import shelfwise.model.kernel.Kernel;

/** Splits a symmetric positive definite matrix into UᵀU, eight lines at a time. Cost: length³ / 6 multiplications. */
final class Cholesky {
    private static final int LINES = 8;

    private final Kernel kernel;
    private final int length;
    private final double[] minus = new double[LINES];

    /** @param length lines and columns, a multiple of 16 */
    Cholesky(Kernel kernel, int length) {
        this.kernel = kernel;
        this.length = length;
        Arrays.fill(minus, -1);
    }

    /** Leaves U in the upper triangle of {@code m}; what is below it is of no use. */
    void factorise(double[] m) {
        for (int first = 0; first < length; first += LINES) {
            for (int k = first; k < first + LINES; k++) pivot(m, k, first);
            if (first + LINES < length) kernel.addOuter(m, first * length, LINES, length, minus, m, first + LINES);
        }
    }

    /** Divides line k by the root of its pivot and takes it out of the lines below, up to the eighth from {@code first}. */
    private void pivot(double[] m, int k, int first) {
        double scale = 1 / Math.sqrt(Math.max(m[k * length + k], Double.MIN_NORMAL));
        int line = k * length;
        for (int b = first; b < length; b++) m[line + b] *= scale;
        for (int a = k + 1; a < first + LINES; a++) kernel.add(-m[line + a], m, line + first, m, a * length + first, length - first);
    }

    /** Solves UᵀU·x = v in place. */
    void solve(double[] u, double[] v) {
        for (int k = 0; k < length; k++) {
            v[k] /= u[k * length + k];
            int next = k + 1;
            kernel.add(-v[k], u, k * length + next, v, next, length - next);
        }
        for (int k = length - 1; k >= 0; k--) {
            double sum = v[k];
            for (int b = k + 1; b < length; b++) sum -= u[k * length + b] * v[b];
            v[k] = sum / u[k * length + k];
        }
    }
}
