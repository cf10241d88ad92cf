package shelfwise.ingest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import java.util.Optional;
import shelfwise.base.Named;
import shelfwise.data.ColumnType;
import shelfwise.data.LongCells;

/**
 * Times as milliseconds since 1970. A date may be followed by a time of day, with seconds, their parts, AM or PM, and an offset; without
 * an offset it is in {@code zone}.
 *
 * @param order   in which order a date's parts stand
 * @param zone    the zone of times that name none
 * @param pattern for {@link Order#PATTERN} alone
 */
record TimeFormat(Order order, ZoneId zone, Optional<DateTimeFormatter> pattern) implements ValueFormat.OfLong {
    /** The parts of a date: YEAR_FIRST 2010-12-01, DAY_FIRST 01.12.2010, MONTH_FIRST 12/1/2010, COMPACT 20101201, NAMED 01-Dec-2010. */
    enum Order implements Named {
        YEAR_FIRST, DAY_FIRST, MONTH_FIRST, COMPACT, NAMED, SECONDS, MILLIS, PATTERN;

        @Override public String nameKey() {
            return "assets.import.date-format." + word();
        }

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private static final long DAY_MILLIS = 86_400_000L;

    static TimeFormat of(Order order, ZoneId zone) {
        return new TimeFormat(order, zone, Optional.empty());
    }

    static TimeFormat of(DateTimeFormatter pattern, ZoneId zone) {
        return new TimeFormat(Order.PATTERN, zone, Optional.of(pattern));
    }

    @Override public ColumnType type() {
        return ColumnType.TIME;
    }

    @Override public String word() {
        return order.word();
    }

    @Override public long parse(char[] c, int from, int to) {
        return switch (order) {
            case SECONDS -> epoch(c, from, to, 1000);
            case MILLIS -> epoch(c, from, to, 1);
            case PATTERN -> byPattern(new String(c, from, to - from));
            case YEAR_FIRST, DAY_FIRST, MONTH_FIRST, COMPACT, NAMED -> calendar(c, from, to);
        };
    }

    private static long epoch(char[] c, int from, int to, long unit) {
        double value = new ValueFormat.Decimal('.').parse(c, from, to); // 1351687000.5 and 1.35e9 are written too
        return Math.abs(value) * unit < 1e16 ? Math.round(value * unit) : LongCells.MISSING;
    }

    private long byPattern(String text) {
        try {
            TemporalAccessor t = pattern.orElseThrow().parse(text);
            if (t.isSupported(ChronoField.INSTANT_SECONDS)) return Instant.from(t).toEpochMilli();
            LocalDate date = t.query(TemporalQueries.localDate());
            if (date == null) return LongCells.MISSING;
            var time = t.query(TemporalQueries.localTime());
            return (time == null ? date.atStartOfDay() : date.atTime(time)).atZone(zone).toInstant().toEpochMilli();
        } catch (DateTimeException e) {
            return LongCells.MISSING;
        }
    }

    private long calendar(char[] c, int from, int to) {
        var text = new TimeCursor(c, from, to);
        if (!date(text)) return LongCells.MISSING;
        if (!text.atEnd() && !(text.timeSeparator(order == Order.COMPACT) && time(text))) return LongCells.MISSING;
        if (text.month < 1 || text.month > 12 || text.day < 1 || text.day > LocalDate.of(text.year, text.month, 1).lengthOfMonth()) return LongCells.MISSING;
        long local = LocalDate.of(text.year, text.month, text.day).toEpochDay() * DAY_MILLIS + text.millis;
        if (text.offsetSeconds != Integer.MIN_VALUE) return local - text.offsetSeconds * 1000L;
        if (zone instanceof ZoneOffset fixed) return local - fixed.getTotalSeconds() * 1000L;
        var wall = LocalDateTime.ofEpochSecond(Math.floorDiv(local, 1000L), 0, ZoneOffset.UTC);
        return local - wall.atZone(zone).getOffset().getTotalSeconds() * 1000L;
    }

    private boolean date(TimeCursor t) {
        switch (order) {
            case YEAR_FIRST -> {
                t.year = t.digits(4, 4);
                char separator = t.separator("-/.年");
                t.month = t.digits(1, 2);
                if (t.year < 0 || separator == 0 || t.month < 0 || !t.skip(separator == '年' ? '月' : separator)) return false;
                t.day = t.digits(1, 2);
                if (separator == '年') t.skip('日');
                return t.day > 0;
            }
            case DAY_FIRST, MONTH_FIRST -> {
                int first = t.digits(1, 2);
                char separator = t.separator("-/.");
                int second = t.digits(1, 2);
                if (first < 0 || separator == 0 || second < 0 || !t.skip(separator)) return false;
                int at = t.at;
                t.year = t.digits(4, 4);
                if (t.year < 0 && separator == '/') { // 12/1/10: two digits with slashes alone, 1.2.10 may be a version
                    t.at = at;
                    int two = t.digits(2, 2);
                    t.year = two < 0 ? -1 : two < 70 ? 2000 + two : 1900 + two;
                }
                t.day = order == Order.DAY_FIRST ? first : second;
                t.month = order == Order.DAY_FIRST ? second : first;
                return t.year >= 0;
            }
            case COMPACT -> {
                t.year = t.digits(4, 4);
                t.month = t.digits(2, 2);
                t.day = t.digits(2, 2);
                return t.year >= 1900 && t.year < 2100 && t.month > 0 && t.day > 0;
            }
            case NAMED -> {
                return named(t);
            }
            case SECONDS, MILLIS, PATTERN -> throw new IllegalStateException(order.name());
        }
        return false;
    }

    /** 01-Jan-1995, 1 January 1995, Jan 5, 2020. */
    private static boolean named(TimeCursor t) {
        t.day = t.digits(1, 2);
        if (t.day > 0 && t.separator(" -/") == 0) return false;
        t.month = t.monthName();
        if (t.month < 0 || t.separator(" -/") == 0) return false;
        if (t.day < 0) {
            t.day = t.digits(1, 2);
            t.skip(',');
            if (t.day < 0 || !t.skip(' ')) return false;
        }
        t.year = t.digits(4, 4);
        return t.year >= 0;
    }

    private static boolean time(TimeCursor t) {
        int hours = t.digits(1, 2), minutes = -1, seconds = 0;
        boolean colons = t.skip(':');
        minutes = t.digits(2, 2);
        if (minutes >= 0 && (colons ? t.skip(':') : !t.atEnd())) {
            seconds = t.digits(2, 2);
            if (seconds < 0) return false;
        }
        if (hours < 0 || minutes < 0) return false;
        int millis = t.fraction();
        int noon = t.noon();
        if (noon >= 0) {
            if (hours < 1 || hours > 12) return false;
            hours = hours % 12 + 12 * noon;
        }
        if (hours > 23 || minutes > 59 || seconds > 60 || !t.offset()) return false;
        t.millis = ((hours * 60L + minutes) * 60 + Math.min(seconds, 59)) * 1000 + millis; // a leap second counts as the one before
        return t.atEnd();
    }
}
