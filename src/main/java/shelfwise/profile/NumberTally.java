package shelfwise.profile;

import java.util.Arrays;
import java.util.stream.IntStream;
import shelfwise.data.Cells;
import shelfwise.data.ColumnType;
import shelfwise.data.DoubleCells;
import shelfwise.data.LongCells;

/** Counts whole numbers, decimals, times and booleans, and gathers their moments. */
final class NumberTally extends Tally {
    private static final int SAMPLE = 100_000;

    private final ColumnType type;
    private final double earliest, latest;
    private final LongIndex numbers = new LongIndex();
    private double[] sample = new double[64];
    private long n, zeros, negatives, early, late;
    private double min = Double.POSITIVE_INFINITY, max = Double.NEGATIVE_INFINITY, mean, squares;
    private boolean whole = true;

    /** @param earliest numbers below it, and those above {@code latest}, are counted */
    NumberTally(Budget budget, int limit, ColumnType type, double earliest, double latest) {
        super(budget, limit);
        this.type = type;
        this.earliest = earliest;
        this.latest = latest;
    }

    @Override void read(Cells cells, int[] index) {
        if (cells instanceof LongCells longs) {
            long[] v = longs.values();
            for (int r = 0; r < v.length; r++) index[r] = v[r] == LongCells.MISSING ? MISSING : take(v[r], v[r]);
        } else {
            double[] v = ((DoubleCells) cells).values();
            for (int r = 0; r < v.length; r++) index[r] = Double.isNaN(v[r]) ? MISSING : take(Mix.bits(v[r]), v[r]);
        }
    }

    private int take(long key, double value) {
        gather(value);
        int known = numbers.find(key);
        if (known >= 0) return known;
        if (room()) return numbers.add(key);
        estimate(Mix.of(key));
        return UNTRACKED;
    }

    /** Running mean and squares (Welford 1962); a reservoir sample (Vitter 1985, algorithm R) whose draws depend on the row alone. */
    private void gather(double v) {
        if (n == sample.length && n < SAMPLE) sample = Arrays.copyOf(sample, (int) Math.min(SAMPLE, 2 * n));
        if (n < SAMPLE) sample[(int) n] = v;
        else {
            long place = Math.floorMod(Mix.of(n), n + 1);
            if (place < SAMPLE) sample[(int) place] = v;
        }
        n++;
        double off = v - mean;
        mean += off / n;
        squares += off * (v - mean);
        if (v < min) min = v;
        if (v > max) max = v;
        if (v == 0) zeros++;
        else if (v < 0) negatives++;
        if (v < earliest) early++;
        else if (v > latest) late++;
        whole &= v == Math.rint(v);
    }

    @Override long hash(int value) {
        return Mix.of(numbers.key(value));
    }

    @Override int tracked() {
        return numbers.size();
    }

    @Override String text(int value) {
        return type == ColumnType.DECIMAL ? new DoubleCells(new double[] {value(value)}).text(0, type)
                : new LongCells(new long[] {numbers.key(value)}).text(0, type);
    }

    double value(int value) {
        return value(numbers.key(value));
    }

    /** Rows below the earliest that was given. */
    long early() {
        return early;
    }

    /** Rows above the latest that was given. */
    long late() {
        return late;
    }

    boolean whole() {
        return whole;
    }

    double min() {
        return n == 0 ? Double.NaN : min;
    }

    double max() {
        return n == 0 ? Double.NaN : max;
    }

    ColumnType type() {
        return type;
    }

    /** The values for quantiles: all of them, or the sample where not all are tracked. */
    Weighted weighted() {
        if (!exact()) return new Weighted(Arrays.stream(sample, 0, (int) Math.min(n, SAMPLE)).sorted().toArray());
        long[] keys = IntStream.range(0, tracked()).mapToLong(numbers::key).toArray(); // not doubles: large whole numbers would fall together
        if (type == ColumnType.DECIMAL) keys = Arrays.stream(keys).mapToDouble(Double::longBitsToDouble).sorted().mapToLong(Double::doubleToLongBits).toArray();
        else Arrays.sort(keys);
        return new Weighted(Arrays.stream(keys).mapToDouble(this::value).toArray(), Arrays.stream(keys).map(k -> count(numbers.find(k))).toArray());
    }

    private double value(long key) {
        return type == ColumnType.DECIMAL ? Double.longBitsToDouble(key) : key;
    }

    NumberStats stats(Spread spread) {
        return new NumberStats(min(), max(), n == 0 ? Double.NaN : mean, n == 0 ? Double.NaN : n == 1 ? 0 : Math.sqrt(squares / (n - 1)), zeros, negatives,
                spread.quantiles(), spread.histogram(), spread.outliers(), spread.farOutliers(), spread.farLow(), spread.farHigh());
    }
}
