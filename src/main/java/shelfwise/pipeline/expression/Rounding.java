package shelfwise.pipeline.expression;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Rounds as people do: halves go away from zero, of the number as it is written. */
final class Rounding {
    private static final double NEAR_A_HALF = 1e-6;
    private static final int MOST_DIGITS = 15;

    private Rounding() { }

    static double toWhole(double value) {
        double size = Math.abs(value), floor = Math.floor(size);
        return Math.copySign(size - floor >= 0.5 ? floor + 1 : floor, value);
    }

    /** @param digits behind the point, below 0 before it; cut to 15 */
    static double to(double value, double digits) {
        int places = (int) Math.clamp(digits, -MOST_DIGITS, MOST_DIGITS);
        double scale = Math.pow(10, Math.abs(places)), scaled = places >= 0 ? value * scale : value / scale;
        if (Math.abs(scaled) > 1e15) return value;
        double part = Math.abs(scaled) - Math.floor(Math.abs(scaled));
        // 1.005 * 100 is below 100.5: only the digits as they are written tell on which side of the half it lies
        if (Math.abs(part - 0.5) < NEAR_A_HALF) return BigDecimal.valueOf(value).setScale(places, RoundingMode.HALF_UP).doubleValue();
        return places >= 0 ? toWhole(scaled) / scale : toWhole(scaled) * scale;
    }
}
