package shelfwise.model.factor;

import java.util.Arrays;
import shelfwise.data.Sparse;
import shelfwise.model.kernel.Kernel;

/**
 * Solves one row's least squares against the fixed vectors of the other side: (YᵀY + Σ extra(i)·yᵢyᵢᵀ + λI)·x = Σ (1 + extra(i))·yᵢ, sums over
 * the row's entries, exactly, by Cholesky in double. Safe for several threads, each with a {@link Scratch} of its own; a row's result
 * depends on nothing else.
 */
final class RowSolver {
    /** Entries turned to double at once. */
    private static final int TILE = 64;

    /** One thread's arrays. */
    static final class Scratch {
        private final double[] matrix, right, tile;
        private final double[] extra = new double[TILE];

        Scratch(int length) {
            matrix = new double[length * length];
            right = new double[length];
            tile = new double[TILE * length];
        }
    }

    private final Kernel kernel;
    private final Cholesky cholesky;
    private final Objective objective;
    private final int factors, length;
    private final float[] fixed;
    private final double[] gram;

    /** @param gram of {@code fixed}, by {@link Gram} */
    RowSolver(Kernel kernel, Objective objective, Factors fixed, double[] gram) {
        this.kernel = kernel;
        this.objective = objective;
        factors = objective.factors();
        length = Factors.whole(factors);
        this.fixed = fixed.values();
        this.gram = gram;
        cholesky = new Cholesky(kernel, length);
    }

    Scratch scratch() {
        return new Scratch(length);
    }

    /** Writes the row's exact solution to {@code out} from {@code at}; zeros for a row with no entries. */
    void exact(Sparse rows, int row, Scratch s, float[] out, int at) {
        if (rows.count(row) == 0) {
            Arrays.fill(out, at, at + factors, 0);
            return;
        }
        factorise(rows, row, s);
        cholesky.solve(s.matrix, s.right);
        for (int f = 0; f < factors; f++) out[at + f] = (float) s.right[f];
    }

    /** Writes (the matrix of the row last factorised)⁻¹ · {@code vector} into {@code vector}, which has a whole number of lanes. */
    void inverseTimes(Scratch s, double[] vector) {
        cholesky.solve(s.matrix, vector);
    }

    /** Leaves the row's right side, and U with UᵀU = its matrix in the upper triangle. */
    void factorise(Sparse rows, int row, Scratch s) {
        System.arraycopy(gram, 0, s.matrix, 0, gram.length);
        Arrays.fill(s.right, 0);
        for (int from = rows.start()[row]; from < rows.start()[row + 1]; from += TILE) {
            int n = Math.min(TILE, rows.start()[row + 1] - from);
            for (int k = 0; k < n; k++) gather(rows, from + k, s, k);
            kernel.addOuter(s.tile, 0, n, length, s.extra, s.matrix, 0);
        }
        double lambda = objective.lambda(rows, row);
        for (int f = 0; f < factors; f++) s.matrix[f * length + f] += lambda;
        for (int f = factors; f < length; f++) s.matrix[f * length + f] = 1;
        cholesky.factorise(s.matrix);
    }

    private void gather(Sparse rows, int entry, Scratch s, int k) {
        int from = rows.column()[entry] * factors, to = k * length;
        for (int f = 0; f < factors; f++) s.tile[to + f] = fixed[from + f];
        s.extra[k] = objective.extra(rows.value()[entry]);
        kernel.add(1 + s.extra[k], s.tile, to, s.right, 0, length);
    }
}
