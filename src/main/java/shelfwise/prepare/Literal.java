package shelfwise.prepare;

import java.math.BigDecimal;
import java.math.RoundingMode;
import shelfwise.base.Problem;
import shelfwise.data.Field;
import shelfwise.data.Reading;
import shelfwise.pipeline.Context;

/**
 * A number written in the settings, to be compared with the values of a column exactly, whole numbers of 64 bits too.
 *
 * @param near  the nearest double
 * @param floor the largest whole number not above it, cut to 64 bits
 * @param whole whether it is that number
 */
record Literal(double near, long floor, boolean whole) {
    private static final BigDecimal MIN = BigDecimal.valueOf(Long.MIN_VALUE), MAX = BigDecimal.valueOf(Long.MAX_VALUE);

    /** Reads {@code text} as a value of {@code field}'s type, which is not TEXT. */
    static Literal of(String text, Field field, Context context) {
        try {
            return switch (field.type()) {
                case INTEGER, DECIMAL -> of(Reading.decimal(text));
                case TIME -> of(BigDecimal.valueOf(Reading.time(text)));
                case BOOLEAN -> of(BigDecimal.valueOf(Reading.bool(text)));
                case TEXT -> throw new IllegalArgumentException("text");
            };
        } catch (IllegalArgumentException _) {
            throw Problem.of("prepare.unreadable-setting", context.node(), text, field.name(), field.type()).asException();
        }
    }

    private static Literal of(BigDecimal value) {
        BigDecimal floor = value.setScale(0, RoundingMode.FLOOR);
        boolean fits = floor.compareTo(MIN) >= 0 && floor.compareTo(MAX) <= 0;
        return new Literal(value.doubleValue(), floor.min(MAX).max(MIN).longValue(), fits && floor.compareTo(value) == 0);
    }

    /** Below 0, 0 or above 0, as {@code value} is less than, equal to or greater than this. */
    int compare(long value) {
        return value != floor ? Long.compare(value, floor) : whole ? 0 : -1;
    }

    int compare(double value) {
        return value < near ? -1 : value > near ? 1 : 0;
    }
}
