package shelfwise.model.factor;

import java.util.Arrays;
import shelfwise.data.Sparse;

/**
 * Improves one row's least squares, as {@link RowSolver} has it, by a few steps of the conjugate gradient in float (Takács, Pilászy, Tikk
 * 2011). Safe for several threads, each with a {@link Scratch} of its own; a row's result depends on nothing else.
 *
 * <p>All sums are of whole arrays from their start, several at once: these are what the compiler turns into vector instructions. Inner
 * products are therefore taken over entries side by side, from vectors turned on their side. Cost: (steps + 1) · entries · factors.
 */
final class ConjugateGradient {
    /** Entries turned at once; a longer row is turned again for each product. */
    private static final int TILE = 1024;
    private static final float SMALL = 1e-20f;

    /** One thread's arrays. */
    static final class Scratch {
        private final float[] residual, direction, product;
        private final float[] scale = new float[TILE];
        private final float[][] line = new float[TILE][];
        /** factors x TILE: the vectors of a tile's entries side by side. */
        private final float[][] turned;

        private Scratch(int factors) {
            residual = new float[factors];
            direction = new float[factors];
            product = new float[factors];
            turned = new float[factors][TILE];
        }
    }

    private final Objective objective;
    private final int factors;
    private final float[][] fixed, gram;

    /** @param gram of {@code fixed}, by {@link Factors#gram} */
    ConjugateGradient(Objective objective, Factors fixed, double[] gram) {
        this.objective = objective;
        factors = objective.factors();
        this.fixed = fixed.lines();
        this.gram = new float[factors][factors];
        for (int a = 0; a < factors; a++) for (int b = 0; b < factors; b++) this.gram[a][b] = (float) gram[a * factors + b];
    }

    Scratch scratch() {
        return new Scratch(factors);
    }

    /** Improves the row's vector in {@code x} from {@code at} by so many steps; zeros for a row with no entries. */
    void improve(Sparse rows, int row, int steps, Scratch s, float[] x, int at) {
        if (rows.count(row) == 0) {
            Arrays.fill(x, at, at + factors, 0);
            return;
        }
        System.arraycopy(x, at, s.direction, 0, factors);
        start(rows, row, s);
        System.arraycopy(s.residual, 0, s.direction, 0, factors);
        float length = squares(s.residual);
        for (int step = 0; step < steps && length > SMALL; step++) {
            times(rows, row, s);
            float alpha = length / dot(s.direction, s.product);
            for (int f = 0; f < factors; f++) x[at + f] += alpha * s.direction[f];
            for (int f = 0; f < factors; f++) s.residual[f] -= alpha * s.product[f];
            float next = squares(s.residual), beta = next / length;
            for (int f = 0; f < factors; f++) s.direction[f] = s.residual[f] + beta * s.direction[f];
            length = next;
        }
    }

    /** residual = right side - the row's matrix · direction; turns the row's first tile. */
    private void start(Sparse rows, int row, Scratch s) {
        Arrays.fill(s.residual, 0);
        for (int from = rows.start()[row]; from < rows.start()[row + 1]; from += TILE) {
            int n = gather(rows, row, from, s);
            for (int e = 0; e < n; e++) s.scale[e] = (float) (1 + objective.extra(rows.value()[from + e]));
            add(s.residual, factors, s.scale, s.line, n);
        }
        if (rows.count(row) <= TILE) turn(s, rows.count(row));
        times(rows, row, s);
        for (int f = 0; f < factors; f++) s.residual[f] -= s.product[f];
    }

    /** product = the row's matrix · direction. */
    private void times(Sparse rows, int row, Scratch s) {
        float lambda = (float) objective.lambda(rows, row);
        for (int f = 0; f < factors; f++) s.product[f] = lambda * s.direction[f];
        add(s.product, factors, s.direction, gram, factors);
        boolean turned = rows.count(row) <= TILE;
        for (int from = rows.start()[row]; from < rows.start()[row + 1]; from += TILE) {
            int n = turned ? rows.count(row) : gather(rows, row, from, s);
            if (!turned) turn(s, n);
            Arrays.fill(s.scale, 0, n, 0);
            add(s.scale, n, s.direction, s.turned, factors);
            for (int e = 0; e < n; e++) s.scale[e] *= (float) objective.extra(rows.value()[from + e]);
            add(s.product, factors, s.scale, s.line, n);
        }
    }

    /** Points the scratch's lines at the vectors of the entries from {@code from} on. @return how many */
    private int gather(Sparse rows, int row, int from, Scratch s) {
        int n = Math.min(TILE, rows.start()[row + 1] - from);
        for (int e = 0; e < n; e++) s.line[e] = fixed[rows.column()[from + e]];
        return n;
    }

    private void turn(Scratch s, int n) {
        int e = 0;
        for (; e + 4 <= n; e += 4) {
            float[] y0 = s.line[e], y1 = s.line[e + 1], y2 = s.line[e + 2], y3 = s.line[e + 3];
            for (int f = 0; f < factors; f++) {
                float[] side = s.turned[f];
                side[e] = y0[f];
                side[e + 1] = y1[f];
                side[e + 2] = y2[f];
                side[e + 3] = y3[f];
            }
        }
        for (; e < n; e++) for (int f = 0; f < factors; f++) s.turned[f][e] = s.line[e][f];
    }

    /** sum += Σ scale[k] · line[k] over {@code lines} lines, in the first {@code length} places. */
    private static void add(float[] sum, int length, float[] scale, float[][] line, int lines) {
        int k = 0;
        for (; k + 4 <= lines; k += 4) addFour(sum, length, scale, line, k);
        for (; k < lines; k++) addOne(sum, length, scale[k], line[k]);
    }

    private static void addFour(float[] sum, int length, float[] scale, float[][] line, int k) {
        float[] y0 = line[k], y1 = line[k + 1], y2 = line[k + 2], y3 = line[k + 3];
        float s0 = scale[k], s1 = scale[k + 1], s2 = scale[k + 2], s3 = scale[k + 3];
        for (int f = 0; f < length; f++) sum[f] += (s0 * y0[f] + s1 * y1[f]) + (s2 * y2[f] + s3 * y3[f]);
    }

    private static void addOne(float[] sum, int length, float scale, float[] y) {
        for (int f = 0; f < length; f++) sum[f] += scale * y[f];
    }

    private static float squares(float[] a) {
        return dot(a, a);
    }

    private static float dot(float[] a, float[] b) {
        float sum = 0;
        for (int f = 0; f < a.length; f++) sum += a[f] * b[f];
        return sum;
    }
}
