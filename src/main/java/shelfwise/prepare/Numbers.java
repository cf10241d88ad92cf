package shelfwise.prepare;

import java.util.Arrays;
import shelfwise.base.Progress;
import shelfwise.data.Table;

/**
 * A column's numbers without the missing ones, in ascending order: 8 bytes a row while a step needs them.
 *
 * @param sorted in ascending order
 */
record Numbers(double[] sorted) {
    static Numbers of(Table table, int column, Progress progress) {
        double[] all = new double[Math.toIntExact(table.rows())];
        int[] n = {0};
        Pass.over(table, new int[] {column}, progress, (chunk, _) -> {
            for (int i = 0; i < chunk.rows(); i++) {
                double v = chunk.number(0, i);
                if (!Double.isNaN(v)) all[n[0]++] = v;
            }
        });
        double[] values = Arrays.copyOf(all, n[0]);
        Arrays.sort(values);
        return new Numbers(values);
    }

    boolean isEmpty() {
        return sorted.length == 0;
    }

    /** NaN if there is none. */
    double min() {
        return isEmpty() ? Double.NaN : sorted[0];
    }

    /** NaN if there is none. */
    double max() {
        return isEmpty() ? Double.NaN : sorted[sorted.length - 1];
    }

    double mean() {
        return Arrays.stream(sorted).sum() / sorted.length;
    }

    /** Of the whole population: divided by n. */
    double standardDeviation() {
        double mean = mean();
        return Math.sqrt(Arrays.stream(sorted).map(v -> (v - mean) * (v - mean)).sum() / sorted.length);
    }

    /** With linear interpolation between neighbours (type 7 of Hyndman and Fan 1996); NaN if there are no numbers. */
    double quantile(double p) {
        if (isEmpty()) return Double.NaN;
        double at = p * (sorted.length - 1);
        int below = (int) at;
        if (below + 1 == sorted.length) return sorted[below];
        return sorted[below] + (at - below) * (sorted[below + 1] - sorted[below]);
    }

    double median() {
        return quantile(0.5);
    }
}
