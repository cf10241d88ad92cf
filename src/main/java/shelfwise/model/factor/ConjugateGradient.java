package shelfwise.model.factor;

import java.util.Arrays;
import shelfwise.data.Sparse;
import shelfwise.model.kernel.Kernel;

/**
 * Improves one row's least squares, as {@link RowSolver} has it, by a few steps of the conjugate gradient in float (Takács, Pilászy, Tikk
 * 2011). Safe for several threads, each with a scratch of its own; a row's result depends on nothing else.
 *
 * <p>The vectors of a row's entries are gathered once, side by side, and every step is one pass over them. Cost: (steps + 1) · (2 · entries
 * + factors) · factors.
 */
final class ConjugateGradient {
    private static final float SMALL = 1e-20f;

    /** One thread's arrays. */
    static final class Scratch {
        private final Gathered gathered;
        private final float[] vector, residual, direction, product;

        private Scratch(Gathered gathered, int length) {
            this.gathered = gathered;
            vector = new float[length];
            residual = new float[length];
            direction = new float[length];
            product = new float[length];
        }
    }

    private final Kernel kernel;
    private final Objective objective;
    private final Factors fixed;
    private final int length;
    private final float[] gram;

    /** @param gram of {@code fixed}, by {@link Gram} */
    ConjugateGradient(Kernel kernel, Objective objective, Factors fixed, double[] gram) {
        this.kernel = kernel;
        this.objective = objective;
        this.fixed = fixed;
        length = Factors.whole(objective.factors());
        this.gram = new float[gram.length];
        for (int k = 0; k < gram.length; k++) this.gram[k] = (float) gram[k];
    }

    Scratch scratch() {
        return new Scratch(new Gathered(kernel, objective, fixed), length);
    }

    /** Improves the row's vector in {@code x} from {@code at} by so many steps; zeros for a row with no entries. */
    void improve(Sparse rows, int row, int steps, Scratch s, float[] x, int at) {
        int factors = objective.factors();
        if (rows.count(row) == 0) {
            Arrays.fill(x, at, at + factors, 0);
            return;
        }
        System.arraycopy(x, at, s.vector, 0, factors);
        float lambda = (float) objective.lambda(rows, row);
        residual(rows, row, lambda, s);
        System.arraycopy(s.residual, 0, s.direction, 0, length);
        float squares = dot(s.residual, s.residual);
        for (int step = 0; step < steps && squares > SMALL; step++) {
            times(rows, row, lambda, s);
            float alpha = squares / dot(s.direction, s.product);
            kernel.add(alpha, s.direction, 0, s.vector, 0, length);
            kernel.add(-alpha, s.product, 0, s.residual, 0, length);
            float next = dot(s.residual, s.residual), beta = next / squares;
            for (int f = 0; f < length; f++) s.direction[f] = s.residual[f] + beta * s.direction[f];
            squares = next;
        }
        System.arraycopy(s.vector, 0, x, at, factors);
    }

    private float dot(float[] a, float[] b) {
        return kernel.dot(a, 0, b, 0, length);
    }

    /** residual = right side - the row's matrix · vector: Σ (1 + extra - extra · (y · vector)) · y - (gram + λ) · vector. */
    private void residual(Sparse rows, int row, float lambda, Scratch s) {
        dense(s.vector, lambda, s.residual);
        for (int f = 0; f < length; f++) s.residual[f] = -s.residual[f];
        for (int from = rows.start()[row]; from < rows.start()[row + 1]; from += s.gathered.size()) {
            s.gathered.fill(rows, row, from);
            kernel.addThrough(s.gathered.vectors(), s.gathered.size(), length, s.gathered.confidence(), s.gathered.minusExtra(), s.vector, s.residual);
        }
    }

    /** product = the row's matrix · direction. */
    private void times(Sparse rows, int row, float lambda, Scratch s) {
        dense(s.direction, lambda, s.product);
        boolean once = s.gathered.holds(rows.count(row));
        for (int from = rows.start()[row]; from < rows.start()[row + 1]; from += s.gathered.size()) {
            if (!once) s.gathered.fill(rows, row, from);
            kernel.addThrough(s.gathered.vectors(), s.gathered.size(), length, s.gathered.zeros(), s.gathered.extra(), s.direction, s.product);
        }
    }

    /** y = (gram + λ) · x. */
    private void dense(float[] x, float lambda, float[] y) {
        for (int f = 0; f < length; f++) y[f] = lambda * x[f];
        kernel.addAll(gram, length, length, x, y);
    }
}
