package shelfwise.profile;

import shelfwise.data.ColumnType;

/** Bins and fences of a column of numbers, set by its quantiles, then counted. */
final class Spread {
    static final double OUTER_FENCE = 3;
    private static final double FENCE = 1.5;

    private final Quantiles quantiles;
    private final Bins bins;
    private final double low, high, farLow, farHigh;
    private long outliers, farOutliers;

    Spread(NumberTally tally) {
        quantiles = Quantiles.of(tally.weighted());
        boolean flat = quantiles.spread() == 0; // fences at the quartiles would call each other value an outlier
        double from = flat ? quantiles.p01() : quantiles.p25(), to = flat ? quantiles.p99() : quantiles.p75(), spread = to - from;
        low = spread == 0 ? tally.min() : from - FENCE * spread;
        high = spread == 0 ? tally.max() : to + FENCE * spread;
        farLow = spread == 0 ? tally.min() : from - OUTER_FENCE * spread;
        farHigh = spread == 0 ? tally.max() : to + OUTER_FENCE * spread;
        double first = Math.max(tally.min(), farLow), last = Math.min(tally.max(), farHigh);
        bins = tally.type() == ColumnType.TIME && tally.rows() > tally.missing() ? Bins.calendar((long) first, (long) last)
                : Bins.equal(first, last, tally.whole());
    }

    void add(double value, long rows) {
        bins.add(value, rows);
        if (value < low || value > high) outliers += rows;
        if (value < farLow || value > farHigh) farOutliers += rows;
    }

    Quantiles quantiles() {
        return quantiles;
    }

    Histogram histogram() {
        return bins.histogram();
    }

    long outliers() {
        return outliers;
    }

    long farOutliers() {
        return farOutliers;
    }

    double farLow() {
        return farLow;
    }

    double farHigh() {
        return farHigh;
    }
}
