package shelfwise.evaluate;

import java.util.List;
import shelfwise.base.Checks;

/**
 * One model's metrics user by user, for intervals and for paired tests between models. Arrays are never changed.
 *
 * @param model   the model's name
 * @param users   numbers of the users measured, ascending
 * @param metrics ids of the metrics
 * @param cuts    cut-offs, ascending
 * @param values  users x metrics x cut-offs; NaN where a metric is not defined for a user
 */
public record UserValues(String model, int[] users, List<String> metrics, List<Integer> cuts, double[] values) {
    public UserValues {
        metrics = List.copyOf(metrics);
        cuts = List.copyOf(cuts);
        Checks.that(values.length == (long) users.length * metrics.size() * cuts.size(), "values do not fit users x metrics x cut-offs");
    }

    int columns() {
        return metrics.size() * cuts.size();
    }

    /** The values of one metric at one cut-off, one a user. */
    public double[] of(String metric, int k) {
        int column = metrics.indexOf(metric) * cuts.size() + cuts.indexOf(k);
        double[] all = new double[users.length];
        for (int u = 0; u < all.length; u++) all[u] = values[u * columns() + column];
        return all;
    }

    /** The mean of each column over the users for whom it is defined; NaN if there are none. */
    double[] means() {
        int[] all = new int[users.length];
        java.util.Arrays.setAll(all, u -> u);
        return means(all);
    }

    /** As {@link #means()}, over the users at {@code places}, which may come several times. */
    double[] means(int[] places) {
        int columns = columns();
        double[] sum = new double[columns];
        int[] count = new int[columns];
        for (int u : places) {
            for (int c = 0; c < columns; c++) {
                double v = values[u * columns + c];
                if (Double.isNaN(v)) continue;
                sum[c] += v;
                count[c]++;
            }
        }
        for (int c = 0; c < columns; c++) sum[c] = count[c] == 0 ? Double.NaN : sum[c] / count[c];
        return sum;
    }
}
