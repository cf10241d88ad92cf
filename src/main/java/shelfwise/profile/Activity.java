package shelfwise.profile;

import java.util.Arrays;

/**
 * How events are spread over users, or over items.
 *
 * @param members     users or items with at least one event
 * @param mean        events per member
 * @param max         events of the busiest
 * @param quantiles   of events per member
 * @param histogram   members by events, on bins 1, 2, 3-4, 5-9, 10-19, 20-49, …
 * @param gini        0 if all have the same number of events, towards 1 if one has all: sum((2i - n - 1) x_i) / (n sum(x)), x ascending,
 *                    i from 1 (Gini 1912; Sen 1973)
 * @param once        members with exactly one event
 * @param few         members with fewer than 5 events
 * @param top1Share   share of events of the busiest 1 % of members (rounded up to whole members)
 * @param top10Share  share of events of the busiest 10 %
 */
public record Activity(long members, double mean, long max, Quantiles quantiles, Histogram histogram, double gini, long once, long few,
        double top1Share, double top10Share) {
    /** Below this a member has few events. */
    public static final int FEW = 5;

    /** @param counts events of each member; zeros are left out */
    static Activity of(long[] counts) {
        long[] sorted = Arrays.stream(counts).filter(c -> c > 0).sorted().toArray();
        int n = sorted.length;
        double sum = Arrays.stream(sorted).asDoubleStream().sum(), ranked = 0;
        for (int i = 0; i < n; i++) ranked += (2.0 * (i + 1) - n - 1) * sorted[i];
        var weighted = new Weighted(Arrays.stream(sorted).asDoubleStream().toArray());
        long max = n == 0 ? 0 : sorted[n - 1];
        var bins = new Bins(Bins.oneTwoFive(max), false);
        for (long c : sorted) bins.add(c, 1);
        return new Activity(n, n == 0 ? Double.NaN : sum / n, max, Quantiles.of(weighted), bins.histogram(), n == 0 ? Double.NaN : ranked / (n * sum),
                Arrays.stream(sorted).filter(c -> c == 1).count(), Arrays.stream(sorted).filter(c -> c < FEW).count(),
                topShare(sorted, sum, 0.01), topShare(sorted, sum, 0.1));
    }

    private static double topShare(long[] ascending, double sum, double share) {
        int top = (int) Math.ceil(ascending.length * share);
        return sum == 0 ? Double.NaN : Arrays.stream(ascending, ascending.length - top, ascending.length).sum() / sum;
    }
}
