package shelfwise.evaluate;

import java.util.List;

/**
 * Intra-list diversity: the mean distance of the pairs of a list's items whose distance is known (Smyth, McClave 2001; Ziegler et al. 2005,
 * the other way round). NaN if there is no such pair. Cost: O(K²) distances a list.
 */
final class Diversity implements Family {
    /** How unlike two items are, 0 for the same; NaN where it is not known. */
    @FunctionalInterface
    interface Distance {
        double between(int item, int other);
    }

    private final String metric;
    private final int[] cuts;
    private final Distance distance;

    Diversity(String metric, int[] cuts, Distance distance) {
        this.metric = metric;
        this.cuts = cuts;
        this.distance = distance;
    }

    @Override public List<String> metrics() {
        return List.of(metric);
    }

    @Override public void measure(OneList list, double[] values, int at) {
        double sum = 0;
        int pairs = 0, row = 0;
        for (int c = 0; c < cuts.length; c++) {
            for (; row < Math.min(cuts[c], list.rows); row++) {
                for (int other = 0; other < row; other++) {
                    double d = distance.between(list.item(row), list.item(other));
                    if (Double.isNaN(d)) continue;
                    sum += d;
                    pairs++;
                }
            }
            values[at + c] = pairs > 0 ? sum / pairs : Double.NaN;
        }
    }
}
