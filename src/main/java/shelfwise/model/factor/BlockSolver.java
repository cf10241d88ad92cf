package shelfwise.model.factor;

import java.util.Arrays;
import shelfwise.data.Sparse;
import shelfwise.model.kernel.Kernel;

/**
 * Improves one row's least squares, as {@link RowSolver} has it, block of places by block of places: each block is solved exactly while the
 * others stay (iALS++: Rendle, Krichene, Zhang, Koren 2021, "iALS++: Speeding up Matrix Factorization with Subspace Optimization"). The
 * product of the row's vector with each entry's is kept up to date, so that no block looks at more than its own places. Safe for several
 * threads, each with a scratch of its own.
 *
 * <p>Cost: entries · factors · (block / 2 + 3) + factors · (factors + block²), where solving all at once costs entries · factors² / 2 +
 * factors³.
 */
final class BlockSolver {
    /** Entries turned to double at once. */
    private static final int TILE = 64;

    /** One thread's arrays. */
    static final class Scratch {
        private final Gathered gathered;
        private final float[] vector, step;
        private final double[] matrix, right, tile;
        private final double[] extra = new double[TILE];
        /** Of each entry, its vector times the row's. */
        private float[] product = new float[0];

        private Scratch(Gathered gathered, int length, int block) {
            this.gathered = gathered;
            vector = new float[length];
            step = new float[block];
            matrix = new double[block * block];
            right = new double[block];
            tile = new double[TILE * block];
        }
    }

    private final Kernel kernel;
    private final Objective objective;
    private final Factors fixed;
    private final double[] gram;
    private final float[] floatGram;
    private final int length, block;
    private final Cholesky cholesky;

    /**
     * @param gram  of {@code fixed}, by {@link Gram}
     * @param block places solved at once; made whole
     */
    BlockSolver(Kernel kernel, Objective objective, Factors fixed, double[] gram, int block) {
        this.kernel = kernel;
        this.objective = objective;
        this.fixed = fixed;
        this.gram = gram;
        length = Factors.whole(objective.factors());
        this.block = Math.min(length, Factors.whole(block));
        floatGram = new float[gram.length];
        for (int k = 0; k < gram.length; k++) floatGram[k] = (float) gram[k];
        cholesky = new Cholesky(kernel, this.block);
    }

    Scratch scratch() {
        return new Scratch(new Gathered(kernel, objective, fixed), length, block);
    }

    /** Improves the row's vector in {@code x} from {@code at}, every place once; zeros for a row with no entries. */
    void improve(Sparse rows, int row, Scratch s, float[] x, int at) {
        int factors = objective.factors(), n = rows.count(row);
        if (n == 0) {
            Arrays.fill(x, at, at + factors, 0);
            return;
        }
        if (s.product.length < n) s.product = new float[Math.max(n, 2 * s.product.length)];
        System.arraycopy(x, at, s.vector, 0, factors);
        for (int first = 0; first < length; first += block) {
            int places = Math.min(block, length - first);
            prepare(rows, row, first, places, s);
            cholesky.factorise(s.matrix);
            cholesky.solve(s.matrix, s.right);
            for (int f = 0; f < block; f++) s.step[f] = (float) s.right[f];
            kernel.add(1, s.step, 0, s.vector, first, places);
            move(rows, row, first, places, s);
        }
        System.arraycopy(s.vector, 0, x, at, factors);
    }

    /** The block's matrix, and as right side what is left over in its places. */
    private void prepare(Sparse rows, int row, int first, int places, Scratch s) {
        float lambda = (float) objective.lambda(rows, row);
        Arrays.fill(s.matrix, 0);
        Arrays.fill(s.right, 0);
        Arrays.fill(s.tile, 0);
        for (int f = 0; f < places; f++) {
            System.arraycopy(gram, (first + f) * length + first, s.matrix, f * block, places);
            s.right[f] = -kernel.dot(floatGram, (first + f) * length, s.vector, 0, length) - lambda * s.vector[first + f];
        }
        for (int f = 0; f < block; f++) s.matrix[f * block + f] += first + f < objective.factors() ? lambda : 1;
        int n = rows.count(row);
        for (int done = 0; done < n; done += s.gathered.size()) {
            if (first == 0 || !s.gathered.holds(n)) s.gathered.fill(rows, row, rows.start()[row] + done);
            if (first == 0) multiply(s, done);
            for (int k = 0; k < s.gathered.size(); k += TILE) addTile(s, done, k, first, places);
        }
    }

    private void multiply(Scratch s, int done) {
        for (int k = 0; k < s.gathered.size(); k++) s.product[done + k] = kernel.dot(s.gathered.vectors(), k * length, s.vector, 0, length);
    }

    /** Adds gathered entries from {@code from} on, {@code done} entries of the row being before the gathered ones. */
    private void addTile(Scratch s, int done, int from, int first, int places) {
        int n = Math.min(TILE, s.gathered.size() - from);
        for (int k = 0; k < n; k++) {
            int vector = (from + k) * length + first, to = k * block;
            for (int f = 0; f < places; f++) s.tile[to + f] = s.gathered.vectors()[vector + f];
            s.extra[k] = s.gathered.extra()[from + k];
            kernel.add(s.gathered.confidence()[from + k] - s.extra[k] * s.product[done + from + k], s.tile, to, s.right, 0, block);
        }
        kernel.addOuter(s.tile, 0, n, block, s.extra, s.matrix, 0);
    }

    /** Brings the products up to date with the step just made. */
    private void move(Sparse rows, int row, int first, int places, Scratch s) {
        int n = rows.count(row);
        for (int done = 0; done < n; done += s.gathered.size()) {
            if (!s.gathered.holds(n)) s.gathered.fill(rows, row, rows.start()[row] + done);
            for (int k = 0; k < s.gathered.size(); k++) s.product[done + k] += kernel.dot(s.gathered.vectors(), k * length + first, s.step, 0, places);
        }
    }
}
