package shelfwise.ingest;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import shelfwise.data.ColumnType;
import shelfwise.ingest.TimeFormat.Order;

/**
 * Finds the type of a column by trying every format on its values. A format is taken if at least 99.5 % of the values fit; what does
 * not fit is rejected later, row by row. Numbers with leading zeros or more than 15 digits are codes: their column stays text.
 */
final class ColumnScan {
    private static final int MISFITS_ONE_IN = 200;
    private static final int CODE_DIGITS = 15;
    /** Values seen before a format can be given up, and the share of misfits (one in) that gives it up. */
    private static final int EARLY = 64, HOPELESS_ONE_IN = 5;
    private static final ValueFormat.Whole WHOLE = new ValueFormat.Whole();

    private final List<ValueFormat> formats;
    private final long[] misfits;
    private final boolean[] given;
    private int open;
    private long seen;
    private boolean codes;
    private long smallest = Long.MAX_VALUE, largest = Long.MIN_VALUE;
    private char dateSeparator;

    ColumnScan(ImportOptions options) {
        formats = formats(options);
        misfits = new long[formats.size()];
        given = new boolean[formats.size()];
        open = formats.size();
    }

    /** In order of preference where several fit equally well. */
    private static List<ValueFormat> formats(ImportOptions options) {
        var zone = options.zoneId();
        var all = new ArrayList<ValueFormat>();
        Optional<TimeFormat> pattern = options.dateFormat().map(p -> TimeFormat.of(ImportOptions.pattern(p), zone));
        pattern.ifPresentOrElse(all::add, () -> all.add(TimeFormat.of(Order.COMPACT, zone)));
        all.add(WHOLE);
        all.add(new ValueFormat.YesNo());
        if (!options.decimal().equals(Optional.of(","))) all.add(new ValueFormat.Decimal('.'));
        if (!options.decimal().equals(Optional.of("."))) all.add(new ValueFormat.Decimal(','));
        if (pattern.isEmpty()) {
            for (Order order : List.of(Order.YEAR_FIRST, Order.MONTH_FIRST, Order.DAY_FIRST, Order.NAMED)) all.add(TimeFormat.of(order, zone));
        }
        return all;
    }

    /** Whether a text alone would be taken for a number, a date or the like. */
    static boolean looksLikeValue(String text) {
        char[] c = text.toCharArray();
        if (new ValueFormat.Decimal('.').fits(c, 0, c.length) || new ValueFormat.Decimal(',').fits(c, 0, c.length)) return true;
        for (Order order : List.of(Order.YEAR_FIRST, Order.MONTH_FIRST, Order.DAY_FIRST, Order.NAMED)) {
            if (TimeFormat.of(order, ZoneOffset.UTC).fits(c, 0, c.length)) return true;
        }
        return false;
    }

    void see(Row row, int field) {
        if (open == 0) return;
        char[] c = row.chars();
        int from = row.from(field), to = row.to(field);
        while (from < to && Missing.isSpace(c[from])) from++;
        while (to > from && Missing.isSpace(c[to - 1])) to--;
        if (Missing.inValues(c, from, to)) return;
        seen++;
        boolean whole = false;
        for (int f = 0; f < misfits.length; f++) {
            if (given[f]) continue;
            ValueFormat format = formats.get(f);
            boolean fits;
            if (format == WHOLE) fits = whole = whole(c, from, to);
            else fits = whole && format instanceof ValueFormat.Decimal || format.fits(c, from, to);
            if (!fits) misfit(f);
        }
        if (!whole && c[from] >= '0' && c[from] <= '9' && dateSeparator == 0) dateSeparator = separator(c, from, to);
    }

    private boolean whole(char[] c, int from, int to) {
        int digits = 0;
        while (from + digits < to && c[from + digits] >= '0' && c[from + digits] <= '9') digits++;
        if (digits == to - from && (digits > CODE_DIGITS || digits > 1 && c[from] == '0')) codes = true;
        long value = WHOLE.parse(c, from, to);
        if (value == shelfwise.data.LongCells.MISSING) return false;
        smallest = Math.min(smallest, value);
        largest = Math.max(largest, value);
        return true;
    }

    private void misfit(int format) {
        misfits[format]++;
        if (seen >= EARLY && misfits[format] * HOPELESS_ONE_IN > seen) {
            given[format] = true;
            open--;
        }
    }

    private static char separator(char[] c, int from, int to) {
        for (int i = from; i < to; i++) if (c[i] == '/' || c[i] == '.' || c[i] == '-') return c[i];
        return 0;
    }

    /** The format that fits best; text if none fits well enough. {@code timeByName}: whole numbers may be seconds or milliseconds since 1970. */
    ValueFormat best(ImportOptions options, boolean timeByName) {
        int best = leastMisfits(Optional.empty());
        if (best < 0) return new ValueFormat.Text();
        ValueFormat format = formats.get(best);
        if (format == WHOLE && timeByName) return epoch().<ValueFormat>map(o -> TimeFormat.of(o, options.zoneId())).orElse(format);
        return format;
    }

    /** The best format of a type that the analyst chose, however many values do not fit. */
    ValueFormat best(ImportOptions options, ColumnType chosen) {
        if (chosen == ColumnType.TEXT) return new ValueFormat.Text();
        if (chosen == ColumnType.TIME && options.dateFormat().isEmpty() && wholeMostly() && epoch().isPresent()) {
            return TimeFormat.of(epoch().get(), options.zoneId());
        }
        int best = leastMisfits(Optional.of(chosen));
        return best >= 0 ? formats.get(best) : formats.stream().filter(f -> f.type() == chosen).findFirst().orElseThrow();
    }

    private int leastMisfits(Optional<ColumnType> chosen) {
        int best = -1;
        for (int f = 0; f < misfits.length; f++) {
            ColumnType type = formats.get(f).type();
            boolean number = type == ColumnType.INTEGER || type == ColumnType.DECIMAL;
            boolean allowed = chosen.map(t -> t == type).orElse(seen > 0 && misfits[f] * MISFITS_ONE_IN <= seen && !(codes && number)
                    && misfits[f] < seen);
            if (!allowed || given[f]) continue;
            if (best < 0 || misfits[f] < misfits[best] || misfits[f] == misfits[best] && dayFirst(formats.get(f))) best = f;
        }
        return best;
    }

    /** Of 10-10-2020 and 10.10.2020 the day comes first; 10/10/2020 is read the American way unless a value says otherwise. */
    private boolean dayFirst(ValueFormat format) {
        return format instanceof TimeFormat t && t.order() == Order.DAY_FIRST && dateSeparator != '/';
    }

    /** Whether day and month could change places in every value. */
    boolean ambiguousDate() {
        long day = -1, month = -2;
        for (int f = 0; f < misfits.length; f++) {
            if (given[f] || !(formats.get(f) instanceof TimeFormat t)) continue;
            if (t.order() == Order.DAY_FIRST) day = misfits[f];
            if (t.order() == Order.MONTH_FIRST) month = misfits[f];
        }
        return seen > 0 && day == month;
    }

    /** From 1980 to 2100. */
    private Optional<Order> epoch() {
        long from = 315_532_800L, to = 4_102_444_800L;
        if (smallest >= from && largest <= to) return Optional.of(Order.SECONDS);
        return smallest >= from * 1000 && largest <= to * 1000 ? Optional.of(Order.MILLIS) : Optional.empty();
    }

    private boolean wholeMostly() {
        int whole = formats.indexOf(WHOLE);
        return seen > 0 && !given[whole] && misfits[whole] * 2 < seen;
    }
}
