package shelfwise.profile;

import java.util.Arrays;

/** Values in ascending order, each with the number of rows that have it. */
final class Weighted {
    private final double[] values;
    private final long[] upTo; // rows with this value or a smaller one

    /** @param values ascending */
    Weighted(double[] values, long[] counts) {
        this.values = values;
        upTo = counts.clone();
        Arrays.parallelPrefix(upTo, Long::sum);
    }

    /** Each value once. @param values ascending */
    Weighted(double[] values) {
        this(values, ones(values.length));
    }

    private static long[] ones(int n) {
        long[] ones = new long[n];
        Arrays.fill(ones, 1);
        return ones;
    }

    long total() {
        return upTo.length == 0 ? 0 : upTo[upTo.length - 1];
    }

    /** Type 7 of Hyndman and Fan: linear between the values at ranks floor and ceiling of (n - 1) p. */
    double quantile(double p) {
        long n = total();
        if (n == 0) return Double.NaN;
        double place = (n - 1) * p;
        long below = (long) Math.floor(place);
        double low = at(below), high = at(Math.min(n - 1, below + 1));
        return low == high ? low : low + (place - below) * (high - low);
    }

    /** The value at {@code rank}, from 0. */
    private double at(long rank) {
        int found = Arrays.binarySearch(upTo, rank + 1);
        if (found < 0) return values[-found - 1];
        return values[found]; // counts are positive, so that no two entries of upTo are equal
    }
}
