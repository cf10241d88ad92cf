package shelfwise.evaluate;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import shelfwise.base.Progress;
import shelfwise.model.Workers;

/**
 * Percentile intervals by drawing as many users as there are, with repetition, again and again (Efron, Tibshirani 1993, chapter 13).
 * Each round draws from a seed of its own, the same for all models, so that the result does not depend on the threads. Cost:
 * O(rounds · users · columns).
 */
record Bootstrap(int rounds, long seed) {
    /** Columns x 2: lower and upper end of the 95 % interval of each mean; NaN where there are no rounds or no values. */
    double[][] intervals(UserValues of, Workers workers, Progress progress) {
        return intervals(of, UnaryOperator.identity(), workers, progress);
    }

    /** The intervals of what {@code statistic} makes of the means of all columns. */
    double[][] intervals(UserValues of, UnaryOperator<double[]> statistic, Workers workers, Progress progress) {
        long[] seeds = new SplittableRandom(seed).longs(rounds).toArray();
        double[][] drawn = new double[rounds][];
        workers.each(rounds, 4, progress, () -> new int[of.users()], (times, from, to) -> {
            for (int r = from; r < to; r++) {
                var random = new SplittableRandom(seeds[r]);
                Arrays.fill(times, 0);
                for (int u = 0; u < times.length; u++) times[random.nextInt(times.length)]++;
                drawn[r] = statistic.apply(of.means(times, times.length));
            }
        });
        double[][] intervals = new double[statistic.apply(new double[of.columns().size()]).length][];
        for (int c = 0; c < intervals.length; c++) {
            int column = c;
            double[] sorted = Arrays.stream(drawn).mapToDouble(m -> m[column]).filter(v -> !Double.isNaN(v)).sorted().toArray();
            intervals[c] = new double[] {quantile(sorted, 0.025), quantile(sorted, 0.975)};
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
