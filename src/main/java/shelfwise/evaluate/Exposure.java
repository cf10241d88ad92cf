package shelfwise.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import shelfwise.evaluate.UserValues.Column;

/**
 * How evenly all lists together show the items; one value for all users.
 *
 * <ul>
 * <li>coverage: different items on all lists / all items (Herlocker et al. 2004, catalogue coverage)
 * <li>gini: Σ (2i − n − 1) x_i / (n Σ x_i) over all n items by ascending number x_i of lists that show them: 0 if all are shown equally often,
 * near 1 if few are shown always (Fleder, Hosanagar 2009)
 * <li>entropy: −Σ p log₂ p over the items, p an item's share of all places, in bits (Shani, Gunawardana 2011)
 * </ul>
 * The last two are NaN if all lists are empty.
 */
record Exposure(List<Column> columns, double[] values) {
    static final List<String> METRICS = List.of("coverage", "gini", "entropy");

    static Exposure of(Ranked ranked, int[] cuts, int items) {
        var columns = new ArrayList<Column>();
        for (String metric : METRICS) for (int k : cuts) columns.add(new Column(metric, k));
        double[] values = new double[columns.size()];
        long[] shown = new long[items];
        int done = 0;
        for (int c = 0; c < cuts.length; c++) {
            for (int at = 0; at < ranked.items().length; at += ranked.width()) {
                for (int p = done; p < Math.min(cuts[c], ranked.width()) && ranked.items()[at + p] >= 0; p++) shown[ranked.items()[at + p]]++;
            }
            done = cuts[c];
            long[] sorted = shown.clone();
            Arrays.sort(sorted);
            values[c] = (double) Arrays.stream(sorted).filter(x -> x > 0).count() / items;
            values[cuts.length + c] = gini(sorted);
            values[2 * cuts.length + c] = entropy(sorted);
        }
        return new Exposure(columns, values);
    }

    private static double gini(long[] ascending) {
        double weighted = 0, sum = 0;
        for (int i = 0; i < ascending.length; i++) {
            weighted += (2.0 * (i + 1) - ascending.length - 1) * ascending[i];
            sum += ascending[i];
        }
        return sum == 0 ? Double.NaN : weighted / (ascending.length * sum);
    }

    private static double entropy(long[] shown) {
        double sum = 0, bits = 0;
        for (long x : shown) sum += x;
        for (long x : shown) if (x > 0) bits -= x / sum * Math.log(x / sum) / Math.log(2);
        return sum == 0 ? Double.NaN : bits;
    }
}
