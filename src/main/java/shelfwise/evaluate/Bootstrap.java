package shelfwise.evaluate;

import java.util.Arrays;
import java.util.SplittableRandom;
import shelfwise.base.Progress;
import shelfwise.model.Workers;

/**
 * Percentile intervals by drawing as many users as there are, with repetition, again and again (Efron, Tibshirani 1993, chapter 13).
 * Each round draws from a seed of its own, the same for all models, so that the result does not depend on the threads.
 */
record Bootstrap(int rounds, long seed) {
    /** Columns x 2: lower and upper end of the 95 % interval of each mean; NaN where there are no rounds or no values. */
    double[][] intervals(UserValues of, Workers workers, Progress progress) {
        long[] seeds = new SplittableRandom(seed).longs(rounds).toArray();
        double[][] means = new double[rounds][];
        workers.each(rounds, 4, progress, () -> new int[of.users().length], (places, from, to) -> {
            for (int r = from; r < to; r++) {
                var random = new SplittableRandom(seeds[r]);
                for (int u = 0; u < places.length; u++) places[u] = random.nextInt(places.length);
                means[r] = of.means(places);
            }
        });
        double[][] intervals = new double[of.columns()][];
        for (int c = 0; c < intervals.length; c++) {
            int column = c;
            double[] drawn = Arrays.stream(means).mapToDouble(m -> m[column]).filter(v -> !Double.isNaN(v)).sorted().toArray();
            intervals[c] = new double[] {quantile(drawn, 0.025), quantile(drawn, 0.975)};
        }
        return intervals;
    }

    private static double quantile(double[] sorted, double p) {
        if (sorted.length == 0) return Double.NaN;
        double at = p * (sorted.length - 1);
        int below = (int) at;
        return below + 1 == sorted.length ? sorted[below] : sorted[below] + (at - below) * (sorted[below + 1] - sorted[below]);
    }
}
