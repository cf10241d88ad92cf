package shelfwise.inspect;

import java.util.stream.IntStream;
import shelfwise.base.Progress;
import shelfwise.data.Vectors;

/**
 * Vectors on a plane: their first two principal components (Pearson 1901), found by power iteration with deflation, as Smile's needs a
 * native library. Each axis points to where its largest weight is positive, so that the same vectors give the same picture.
 *
 * @param number the vectors shown, by their place among all: all of them, or evenly spaced ones
 * @param x      along the first component, 0 is the mean
 * @param y      along the second
 * @param shareX the first component's share of the variance, 0 to 1
 * @param shareY the second's
 */
public record Projection(int[] number, double[] x, double[] y, double shareX, double shareY) {
    private static final int ITERATIONS = 300;
    private static final double SETTLED = 1e-10;

    /** Cost: at most 600 passes over {@code most} vectors. @param most vectors that are shown @throws java.util.concurrent.CancellationException if cancelled */
    public static Projection of(Vectors vectors, int most, Progress progress) {
        int n = Math.min(most, vectors.ids().size()), d = vectors.dimensions();
        int[] number = IntStream.range(0, n).map(k -> (int) ((long) k * vectors.ids().size() / n)).toArray();
        double[][] rows = new double[n][d];
        for (int r = 0; r < n; r++) for (int f = 0; f < d; f++) rows[r][f] = vectors.values()[number[r] * d + f];
        double all = centre(rows, d);
        double[] x = component(rows, d, progress.part(0, 0.5)), y = component(rows, d, progress.part(0.5, 1));
        return new Projection(number, x, y, share(x, all), share(y, all));
    }

    /** @return the sum of squares around the mean */
    private static double centre(double[][] rows, int d) {
        double all = 0;
        for (int f = 0; f < d; f++) {
            double mean = 0;
            for (double[] row : rows) mean += row[f] / rows.length;
            for (double[] row : rows) {
                row[f] -= mean;
                all += row[f] * row[f];
            }
        }
        return all;
    }

    /** Where the rows stand along their main direction, which is then taken out of them. */
    private static double[] component(double[][] rows, int d, Progress progress) {
        double[] along = new double[rows.length], axis = start(rows, d);
        for (int k = 0; k < ITERATIONS; k++) {
            progress.at(k, ITERATIONS);
            double[] next = new double[d];
            for (double[] row : rows) add(dot(row, axis), row, next);
            double length = Math.sqrt(dot(next, next));
            if (length == 0) return along; // no variance is left
            double moved = 0;
            for (int f = 0; f < d; f++) {
                next[f] /= length;
                moved += (next[f] - axis[f]) * (next[f] - axis[f]);
            }
            axis = next;
            if (moved < SETTLED * SETTLED) break;
        }
        turn(axis);
        for (int r = 0; r < rows.length; r++) {
            along[r] = dot(rows[r], axis);
            add(-along[r], axis, rows[r]);
        }
        return along;
    }

    /** The row farthest from the mean: never at right angles to all of them. */
    private static double[] start(double[][] rows, int d) {
        double[] farthest = new double[d];
        for (double[] row : rows) if (dot(row, row) > dot(farthest, farthest)) farthest = row;
        double length = Math.sqrt(dot(farthest, farthest));
        double[] axis = new double[d];
        if (length > 0) for (int f = 0; f < d; f++) axis[f] = farthest[f] / length;
        return axis;
    }

    private static void turn(double[] axis) {
        double most = 0;
        for (double a : axis) if (Math.abs(a) > Math.abs(most)) most = a;
        if (most < 0) for (int f = 0; f < axis.length; f++) axis[f] = -axis[f];
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int f = 0; f < a.length; f++) sum += a[f] * b[f];
        return sum;
    }

    private static void add(double times, double[] row, double[] to) {
        for (int f = 0; f < to.length; f++) to[f] += times * row[f];
    }

    private static double share(double[] along, double all) {
        return all == 0 ? 0 : dot(along, along) / all;
    }
}
