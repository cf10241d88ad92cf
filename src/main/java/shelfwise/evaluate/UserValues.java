package shelfwise.evaluate;

import java.util.BitSet;
import java.util.List;
import shelfwise.base.Checks;

/**
 * One model's metrics user by user. Arrays are never changed once they were filled.
 *
 * @param users     users measured
 * @param columns   what is in each column
 * @param values    users x columns; 0 where a metric is not defined for a user
 * @param undefined the users for whom a column is not defined, column by column
 */
record UserValues(int users, List<Column> columns, float[] values, BitSet[] undefined) {
    /** A metric at a cut-off, {@link shelfwise.data.Metrics#NO_CUT} for one that knows none. */
    record Column(String metric, int k) { }

    UserValues {
        columns = List.copyOf(columns);
        Checks.that(values.length == (long) users * columns.size(), "values do not fit users x columns");
    }

    /** @param values users x columns; NaN where a metric is not defined, which is taken out here */
    static UserValues of(int users, List<Column> columns, float[] values) {
        int n = columns.size();
        var undefined = new BitSet[n];
        for (int c = 0; c < n; c++) undefined[c] = new BitSet();
        for (int at = 0; at < values.length; at++) {
            if (!Float.isNaN(values[at])) continue;
            undefined[at % n].set(at / n);
            values[at] = 0;
        }
        return new UserValues(users, columns, values, undefined);
    }

    /** The values of one column, NaN where it is not defined. */
    float[] column(int c) {
        float[] all = new float[users];
        for (int u = 0; u < users; u++) all[u] = undefined[c].get(u) ? Float.NaN : values[u * columns.size() + c];
        return all;
    }

    /** The mean of each column over the users for whom it is defined; NaN if there are none. */
    double[] means() {
        int[] once = new int[users];
        java.util.Arrays.fill(once, 1);
        return means(once, users);
    }

    /**
     * As {@link #means()}, with each user taken several times.
     *
     * @param times how often each user is taken
     * @param all   the sum of {@code times}
     */
    double[] means(int[] times, int all) {
        int n = columns.size();
        double[] sum = new double[n];
        for (int u = 0; u < users; u++) {
            if (times[u] != 0) add(times[u], values, u * n, sum);
        }
        for (int c = 0; c < n; c++) {
            int count = all;
            for (int u = undefined[c].nextSetBit(0); u >= 0; u = undefined[c].nextSetBit(u + 1)) count -= times[u];
            sum[c] = count == 0 ? Double.NaN : sum[c] / count;
        }
        return sum;
    }

    /** A loop without branches, which the compiler makes a vector loop of. */
    private static void add(double times, float[] values, int at, double[] sum) {
        for (int c = 0; c < sum.length; c++) sum[c] += times * values[at + c];
    }
}
