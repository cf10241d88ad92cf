package shelfwise.model.factor;

import java.util.Arrays;
import shelfwise.data.Sparse;

/**
 * Solves one row's least squares against the fixed vectors of the other side: (YᵀY + Σ extra(i)·yᵢyᵢᵀ + λI)·x = Σ (1 + extra(i))·yᵢ, sums over
 * the row's entries, exactly, by Cholesky in double. Safe for several threads, each with a {@link Scratch} of its own; a row's result
 * depends on nothing else.
 */
final class RowSolver {
    /** Vectors added to the matrix in one pass over it. */
    private static final int AT_ONCE = 4;
    /** Lines of the triangle start at a multiple of this, so that they are added without a ragged start. */
    private static final int STEP = 8;

    /** One thread's arrays. */
    static final class Scratch {
        private final double[] matrix, right, scale;
        private final double[][] vector;

        Scratch(int factors) {
            matrix = new double[factors * factors];
            right = new double[factors];
            scale = new double[AT_ONCE];
            vector = new double[AT_ONCE][factors];
        }
    }

    private final Objective objective;
    private final int factors;
    private final float[] fixed;
    private final double[] gram;

    /** @param gram of {@code fixed}, by {@link Factors#gram} */
    RowSolver(Objective objective, Factors fixed, double[] gram) {
        this.objective = objective;
        factors = objective.factors();
        this.fixed = fixed.values();
        this.gram = gram;
    }

    Scratch scratch() {
        return new Scratch(factors);
    }

    /** Writes the row's exact solution to {@code out} from {@code at}; zeros for a row with no entries. */
    void exact(Sparse rows, int row, Scratch s, float[] out, int at) {
        if (rows.count(row) == 0) {
            Arrays.fill(out, at, at + factors, 0);
            return;
        }
        factorise(rows, row, s);
        Arrays.fill(s.right, 0);
        for (int e = rows.start()[row]; e < rows.start()[row + 1]; e++) {
            double confidence = 1 + objective.extra(rows.value()[e]);
            int from = rows.column()[e] * factors;
            for (int f = 0; f < factors; f++) s.right[f] += confidence * fixed[from + f];
        }
        solve(s.matrix, s.right);
        for (int f = 0; f < factors; f++) out[at + f] = (float) s.right[f];
    }

    /** Writes (the matrix of the row last factorised)⁻¹ · {@code vector} into {@code vector}. */
    void inverseTimes(Scratch s, double[] vector) {
        solve(s.matrix, vector);
    }

    /** Leaves U with UᵀU = the row's matrix in the upper triangle. */
    void factorise(Sparse rows, int row, Scratch s) {
        System.arraycopy(gram, 0, s.matrix, 0, gram.length);
        double lambda = objective.lambda(rows, row);
        for (int f = 0; f < factors; f++) s.matrix[f * factors + f] += lambda;
        for (int e = rows.start()[row]; e < rows.start()[row + 1]; e += AT_ONCE) {
            for (int k = 0; k < AT_ONCE; k++) gather(rows, e + k, rows.start()[row + 1], s.vector[k], s.scale, k);
            add(s, s.scale);
        }
        cholesky(s.matrix, factors);
    }

    private void gather(Sparse rows, int entry, int end, double[] vector, double[] scale, int k) {
        scale[k] = entry < end ? objective.extra(rows.value()[entry]) : 0;
        if (entry >= end) return; // what the vector held before counts 0 times
        int from = rows.column()[entry] * factors;
        for (int f = 0; f < factors; f++) vector[f] = fixed[from + f];
    }

    private void add(Scratch s, double[] scale) {
        double[] y0 = s.vector[0], y1 = s.vector[1], y2 = s.vector[2], y3 = s.vector[3];
        for (int a = 0; a < factors; a++) {
            addLine(s.matrix, a * factors, a & -STEP, s.vector, scale[0] * y0[a], scale[1] * y1[a], scale[2] * y2[a], scale[3] * y3[a]);
        }
    }

    private void addLine(double[] matrix, int line, int from, double[][] vector, double s0, double s1, double s2, double s3) {
        double[] y0 = vector[0], y1 = vector[1], y2 = vector[2], y3 = vector[3];
        for (int b = from; b < factors; b++) matrix[line + b] += (s0 * y0[b] + s1 * y1[b]) + (s2 * y2[b] + s3 * y3[b]);
    }

    private static void cholesky(double[] m, int n) {
        for (int k = 0; k < n; k++) {
            int line = k * n;
            double pivot = Math.sqrt(Math.max(m[line + k], Double.MIN_NORMAL));
            for (int b = k; b < n; b++) m[line + b] /= pivot;
            for (int a = k + 1; a < n; a++) subtract(m, a * n, line, a, n, m[line + a]);
        }
    }

    private static void subtract(double[] m, int line, int pivotLine, int from, int n, double scale) {
        for (int b = from; b < n; b++) m[line + b] -= scale * m[pivotLine + b];
    }

    /** Solves UᵀU·x = v in place. */
    private static void solve(double[] u, double[] v) {
        int n = v.length;
        for (int k = 0; k < n; k++) {
            v[k] /= u[k * n + k];
            subtractLine(v, u, k * n, k + 1, v[k]);
        }
        for (int k = n - 1; k >= 0; k--) {
            double sum = v[k];
            for (int b = k + 1; b < n; b++) sum -= u[k * n + b] * v[b];
            v[k] = sum / u[k * n + k];
        }
    }

    private static void subtractLine(double[] v, double[] u, int line, int from, double scale) {
        for (int b = from; b < v.length; b++) v[b] -= scale * u[line + b];
    }
}
