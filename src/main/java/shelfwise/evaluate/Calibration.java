package shelfwise.evaluate;

import java.util.Arrays;
import java.util.List;

/**
 * How far a list's mix of categories is from that of the user's history (Steck 2018): Σ over categories g of
 * p(g) · ln(p(g) / q̃(g)), with p the mix of the items known of the user, q that of the list, q̃ = 0.99 q + 0.01 p. An item with several
 * categories counts for each in equal parts, one with none not at all. 0 if the mixes agree; NaN where one of them is not known.
 */
final class Calibration implements Family {
    private static final double SMOOTHING = 0.01;
    private final int[] cuts;
    private final Relevant relevant;
    private final ItemCategories categories;
    private final double[] known, listed;

    Calibration(int[] cuts, Relevant relevant, ItemCategories categories) {
        this.cuts = cuts;
        this.relevant = relevant;
        this.categories = categories;
        known = new double[categories.names().size()];
        listed = new double[known.length];
    }

    @Override public List<String> metrics() {
        return List.of("miscalibration");
    }

    @Override public void measure(OneList list, double[] values, int at) {
        int from = relevant.seen().start()[list.user], to = relevant.seen().start()[list.user + 1];
        Arrays.fill(known, 0);
        Arrays.fill(listed, 0);
        int history = 0, rows = 0, row = 0;
        for (int e = from; e < to; e++) history += add(relevant.seen().column()[e], known);
        for (int c = 0; c < cuts.length; c++) {
            for (; row < Math.min(cuts[c], list.rows); row++) rows += add(list.item(row), listed);
            values[at + c] = history > 0 && rows > 0 ? divergence(history, rows) : Double.NaN;
        }
    }

    private int add(int item, double[] mix) {
        int[] of = categories.of(item);
        for (int g : of) mix[g] += 1.0 / of.length;
        return of.length == 0 ? 0 : 1;
    }

    private double divergence(int history, int rows) {
        double sum = 0;
        for (int g = 0; g < known.length; g++) {
            if (known[g] == 0) continue;
            double p = known[g] / history, q = (1 - SMOOTHING) * listed[g] / rows + SMOOTHING * p;
            sum += p * Math.log(p / q);
        }
        return Math.max(0, sum);
    }
}
