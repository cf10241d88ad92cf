package shelfwise.app.search;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import shelfwise.base.Checks;

/** One setting that a search varies. A point of the space has for each a number from 0 to 1, of which this makes the setting's value. */
public sealed interface Dimension {
    String setting();

    /** The value at {@code place}, 0 to 1. */
    Object value(double place);

    /** As on the command line: {@code factors=16..256:log}. */
    String text();

    /** Number of different values; {@link Long#MAX_VALUE} where they can't be counted. */
    long size();

    /**
     * Numbers from one end to the other, both allowed.
     *
     * @param log   whether each doubling gets the same room, not each unit
     * @param whole whether the setting takes whole numbers alone; others are rounded to three significant digits, so that files stay tidy
     */
    record Range(String setting, double from, double to, boolean log, boolean whole) implements Dimension {
        private static final MathContext TIDY = new MathContext(3);

        public Range {
            Checks.that(from < to && (!log || from > 0), "no range: " + from + " to " + to);
        }

        @Override public Object value(double place) {
            double half = whole ? 0.5 : 0, low = from - half, high = to + half;
            double at = log ? Math.exp(Math.log(low) + place * (Math.log(high) - Math.log(low))) : low + place * (high - low);
            if (whole) return Math.clamp(Math.round(at), (long) from, (long) to);
            return Math.clamp(new BigDecimal(at).round(TIDY).doubleValue(), from, to);
        }

        @Override public String text() {
            return setting + "=" + plain(from) + ".." + plain(to) + (log ? ":log" : "");
        }

        @Override public long size() {
            return whole ? (long) to - (long) from + 1 : Long.MAX_VALUE;
        }

        static String plain(double number) {
            return new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
        }
    }

    /**
     * One of several values.
     *
     * @param words the values as texts
     */
    record Choices(String setting, List<Object> values, List<String> words) implements Dimension {
        public Choices {
            values = List.copyOf(values);
            words = List.copyOf(words);
            Checks.that(values.size() > 1 && values.size() == words.size(), "no choice: " + values);
        }

        int index(double place) {
            return Math.clamp((int) (place * values.size()), 0, values.size() - 1);
        }

        /** The middle of a choice's room. */
        double place(int index) {
            return (index + 0.5) / values.size();
        }

        @Override public Object value(double place) {
            return values.get(index(place));
        }

        @Override public String text() {
            return setting + "=" + String.join(",", words);
        }

        @Override public long size() {
            return values.size();
        }
    }
}
