package shelfwise.ingest;

import java.util.Locale;

/** A place in a text, and what was read before it. */
final class TimeCursor {
    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
    private final char[] c;
    private final int end;
    int at, year, month, day;
    long millis;
    /** Of the zone named in the text; the smallest number where it names none. */
    int offsetSeconds = Integer.MIN_VALUE;

    TimeCursor(char[] c, int from, int to) {
        this.c = c;
        at = from;
        end = to;
    }

    boolean atEnd() {
        return at == end;
    }

    /** The number of {@code min} to {@code max} digits here; -1 if there is none. */
    int digits(int min, int max) {
        int n = 0, value = 0;
        while (n < max && at + n < end && c[at + n] >= '0' && c[at + n] <= '9') value = value * 10 + c[at + n++] - '0';
        if (n < min) return -1;
        at += n;
        return value;
    }

    boolean skip(char ch) {
        if (at == end || c[at] != ch) return false;
        at++;
        return true;
    }

    char separator(String known) {
        return at < end && known.indexOf(c[at]) >= 0 ? c[at++] : 0;
    }

    boolean timeSeparator(boolean maybeNone) {
        int from = at;
        while (skip(' ')) { }
        return at > from || skip('T') || skip('t') || maybeNone;
    }

    int monthName() {
        int from = at;
        while (at < end && Character.isLetter(c[at])) at++;
        if (at - from < 3) return -1;
        int found = MONTHS.indexOf(new String(c, from, 3).toLowerCase(Locale.ROOT));
        return found < 0 || found % 3 != 0 ? -1 : found / 3 + 1;
    }

    int fraction() {
        if (!skip('.') && !skip(',')) return 0;
        int value = 0, n = 0;
        for (; at < end && c[at] >= '0' && c[at] <= '9'; at++, n++) if (n < 3) value = value * 10 + c[at] - '0';
        for (; n < 3; n++) value *= 10;
        return value;
    }

    /** 0 for AM, 1 for PM, -1 where neither stands. */
    int noon() {
        int from = at;
        while (skip(' ')) { }
        if (at + 2 <= end && (c[at + 1] | 32) == 'm' && ((c[at] | 32) == 'a' || (c[at] | 32) == 'p')) {
            int noon = (c[at] | 32) == 'p' ? 1 : 0;
            at += 2;
            return noon;
        }
        at = from;
        return -1;
    }

    /** Z, UTC, +08:00, +0800, +08 or nothing. */
    boolean offset() {
        while (skip(' ')) { }
        if (at == end) return true;
        if (skip('Z') || skip('z') || end - at == 3 && (new String(c, at, 3).equals("UTC") || new String(c, at, 3).equals("GMT"))) {
            offsetSeconds = 0;
            at = end;
            return true;
        }
        int sign = skip('+') ? 1 : skip('-') ? -1 : 0;
        int hours = digits(2, 2);
        skip(':');
        int minutes = atEnd() ? 0 : digits(2, 2);
        if (sign == 0 || hours < 0 || hours > 18 || minutes < 0) return false;
        offsetSeconds = sign * (hours * 60 + minutes) * 60;
        return true;
    }
}
