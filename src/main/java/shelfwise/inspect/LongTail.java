package shelfwise.inspect;

import java.util.Arrays;

/**
 * How much of all events the most popular items take (a Lorenz curve from the top).
 *
 * @param items  shares of the items, the most popular first: 0 to 1, ascending
 * @param events the share of the events that these take
 * @param half   how many of the most popular items take half of all events
 */
public record LongTail(double[] items, double[] events, int half) {
    /** @param counts events of each item; those without any count as items too @param points of the curve besides 0 */
    public static LongTail of(long[] counts, int points) {
        long[] sorted = counts.clone();
        Arrays.sort(sorted);
        int n = sorted.length, steps = Math.min(points, n);
        double all = Arrays.stream(sorted).sum(), sum = 0;
        double[] x = new double[steps + 1], y = new double[steps + 1];
        int half = 0, at = 1;
        for (int k = 1; k <= n; k++) {
            sum += sorted[n - k];
            if (half == 0 && sum >= all / 2 && all > 0) half = k;
            if (k < (long) at * n / steps) continue;
            x[at] = (double) k / n;
            y[at++] = all == 0 ? 0 : sum / all;
        }
        return new LongTail(x, y, half);
    }
}
