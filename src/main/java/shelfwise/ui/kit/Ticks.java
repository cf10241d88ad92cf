package shelfwise.ui.kit;

import java.math.BigDecimal;
import java.util.stream.DoubleStream;

/** Round numbers along an axis: 1, 2 or 5 times a power of ten apart. */
final class Ticks {
    private static final double[] STEPS = {1, 2, 5, 10};

    private static final int MOST_DIGITS = 6;

    private Ticks() { }

    /** At most {@code most} + 1 ticks within {@code low} to {@code high}; one if the range is empty, none if it is not finite. */
    static double[] of(double low, double high, int most) {
        if (!Double.isFinite(low) || !Double.isFinite(high)) return new double[0];
        if (!(high > low)) return new double[] {low};
        double step = step(high - low, most);
        double first = Math.ceil(low / step - 1e-9) * step;
        long count = (long) Math.floor((high - first) / step + 1e-9) + 1;
        return DoubleStream.iterate(0, i -> i + 1).limit(count).map(i -> round(first + i * step, step)).toArray();
    }

    /** About {@code wanted} ticks, two at least where the range is not empty: one alone gives no scale. */
    static double[] some(double low, double high, int wanted) {
        double[] ticks = of(low, high, Math.max(2, wanted));
        for (int most = 3; high > low && ticks.length < 2 && most < 10; most++) ticks = of(low, high, most);
        return ticks.length > Math.max(2, wanted) + 1 ? new double[] {ticks[0], ticks[ticks.length - 1]} : ticks; // more would run into each other
    }

    /** Digits after the point that all of {@code ticks} need. */
    static int digits(double[] ticks) {
        int most = 0;
        for (double t : ticks) most = Math.max(most, Math.clamp(BigDecimal.valueOf(t).stripTrailingZeros().scale(), 0, MOST_DIGITS));
        return most;
    }

    private static double step(double range, int most) {
        double raw = range / Math.max(1, most), power = Math.pow(10, Math.floor(Math.log10(raw)));
        for (double s : STEPS) if (s * power >= raw * (1 - 1e-9)) return s * power;
        return 10 * power;
    }

    /** 0.30000000000000004 is 0.3. */
    private static double round(double value, double step) {
        double scale = Math.pow(10, Math.max(0, 1 - Math.floor(Math.log10(step))));
        return scale > 1e12 ? value : Math.rint(value * scale) / scale;
    }
}
