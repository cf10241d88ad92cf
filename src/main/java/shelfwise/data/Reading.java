package shelfwise.data;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/** Reads values written as text. Every method throws IllegalArgumentException for what it can't read. */
public final class Reading {
    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd[ ]['T']HH:mm[:ss][.SSS]", Locale.ROOT);

    private static final int MOST_DIGITS = 1100;

    private Reading() { }

    /** A number whose digits, written out, are few: {@code 1e999999999} would fill the memory once it is rounded. */
    public static BigDecimal decimal(String text) {
        BigDecimal value = new BigDecimal(text.strip());
        if (Math.abs((long) value.precision() - value.scale()) > MOST_DIGITS || Math.abs(value.scale()) > MOST_DIGITS) {
            throw new NumberFormatException("too many digits: " + text);
        }
        return value;
    }

    /** A finite number. */
    public static double number(String text) {
        double value = decimal(text).doubleValue();
        if (Double.isInfinite(value)) throw new NumberFormatException("too large: " + text);
        return value;
    }

    /** A whole number of 64 bits; {@code 17850.0} is one. */
    public static long whole(String text) {
        try {
            return decimal(text).longValueExact();
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    public static long bool(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true", "yes", "1", "是" -> 1;
            case "false", "no", "0", "否" -> 0;
            default -> throw new IllegalArgumentException(text);
        };
    }

    /** {@code 2011-12-09}, {@code 2011-12-09 12:50[:00]} (both in UTC) or with an offset; milliseconds since 1970 UTC. */
    public static long time(String text) {
        String t = text.strip();
        try {
            if (isDay(t)) return LocalDate.parse(t).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
            boolean offset = t.endsWith("Z") || t.matches(".*[+-]\\d\\d:?\\d\\d");
            return offset && t.contains("T") ? OffsetDateTime.parse(t).toInstant().toEpochMilli()
                    : LocalDateTime.parse(t, DATE_TIME).toInstant(ZoneOffset.UTC).toEpochMilli();
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    /** Whether {@code text} is written as a day without a time. */
    public static boolean isDay(String text) {
        return text.strip().matches("\\d{4}-\\d{2}-\\d{2}");
    }
}
