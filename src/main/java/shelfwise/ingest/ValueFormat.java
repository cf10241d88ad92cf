package shelfwise.ingest;

import shelfwise.data.ColumnType;
import shelfwise.data.LongCells;

/** How the text of a column's cells becomes values. */
sealed interface ValueFormat permits ValueFormat.Text, ValueFormat.Decimal, ValueFormat.OfLong {
    ColumnType type();

    /** Its name in reports and settings. */
    default String word() {
        return type().name().toLowerCase(java.util.Locale.ROOT);
    }

    /** Whether the characters, without outer blanks, are a value. */
    boolean fits(char[] c, int from, int to);

    /** Formats whose values are whole numbers inside: whole numbers, times, yes and no. */
    sealed interface OfLong extends ValueFormat permits Whole, YesNo, TimeFormat {
        /** The value; {@link LongCells#MISSING} if the characters are none. */
        long parse(char[] c, int from, int to);

        @Override default boolean fits(char[] c, int from, int to) {
            return parse(c, from, to) != LongCells.MISSING;
        }
    }

    /** Any text, as it stands. */
    record Text() implements ValueFormat {
        @Override public ColumnType type() {
            return ColumnType.TEXT;
        }

        @Override public boolean fits(char[] c, int from, int to) {
            return true;
        }
    }

    /** Whole numbers of up to 18 digits, with or without a sign. */
    record Whole() implements OfLong {
        @Override public ColumnType type() {
            return ColumnType.INTEGER;
        }

        @Override public long parse(char[] c, int from, int to) {
            boolean negative = from < to && (c[from] == '-' || c[from] == '−');
            int i = negative || from < to && c[from] == '+' ? from + 1 : from;
            if (i == to || to - i > 18) return LongCells.MISSING;
            long value = 0;
            for (; i < to; i++) {
                int digit = c[i] - '0';
                if (digit < 0 || digit > 9) return LongCells.MISSING;
                value = value * 10 + digit;
            }
            return negative ? -value : value;
        }
    }

    /** {@code true/false, yes/no, y/n, t/f, 1/0, 是/否}, whatever the case. */
    record YesNo() implements OfLong {
        private static final String[] YES = {"true", "yes", "y", "t", "1", "是"}, NO = {"false", "no", "n", "f", "0", "否"};

        @Override public ColumnType type() {
            return ColumnType.BOOLEAN;
        }

        @Override public long parse(char[] c, int from, int to) {
            if (to - from > 5) return LongCells.MISSING;
            String word = new String(c, from, to - from);
            for (String w : YES) if (w.equalsIgnoreCase(word)) return 1;
            for (String w : NO) if (w.equalsIgnoreCase(word)) return 0;
            return LongCells.MISSING;
        }
    }

    /**
     * Numbers with a decimal mark, an exponent, or thousands set apart by the other mark.
     *
     * @param mark '.' or ','
     */
    record Decimal(char mark) implements ValueFormat {
        private static final double[] TENS = new double[23];

        static {
            TENS[0] = 1;
            for (int i = 1; i < TENS.length; i++) TENS[i] = TENS[i - 1] * 10;
        }

        @Override public ColumnType type() {
            return ColumnType.DECIMAL;
        }

        @Override public boolean fits(char[] c, int from, int to) {
            return !Double.isNaN(parse(c, from, to));
        }

        @Override public String word() {
            return mark == '.' ? "decimal-point" : "decimal-comma";
        }

        /** The value; NaN if the characters are none. Exact: equal to {@link Double#parseDouble}. */
        double parse(char[] c, int from, int to) {
            char group = mark == '.' ? ',' : '.';
            boolean negative = from < to && (c[from] == '-' || c[from] == '−');
            int i = negative || from < to && c[from] == '+' ? from + 1 : from;
            long mantissa = 0;
            int digits = 0, significant = 0, decimals = 0, lastGroup = -1;
            boolean fraction = false;
            for (; i < to; i++) {
                char ch = c[i];
                if (ch >= '0' && ch <= '9') {
                    if (significant < 18) mantissa = mantissa * 10 + (ch - '0');
                    if (mantissa != 0) significant++;
                    digits++;
                    if (fraction) decimals++;
                } else if (ch == mark && !fraction) {
                    if (lastGroup >= 0 && digits - lastGroup != 3) return Double.NaN;
                    fraction = true;
                } else if (ch == group && !fraction) {
                    boolean first = lastGroup < 0;
                    if (first ? digits == 0 || digits > 3 || mantissa == 0 : digits - lastGroup != 3) return Double.NaN;
                    lastGroup = digits;
                } else break;
            }
            if (digits == 0 || !fraction && lastGroup >= 0 && digits - lastGroup != 3) return Double.NaN;
            if (i < to) return scientific(c, from, to, i, lastGroup >= 0);
            if (mantissa > 1L << 53 || significant > 18 || decimals >= TENS.length) return exact(c, from, to);
            double value = mantissa / TENS[decimals];
            return negative ? -value : value;
        }

        private double scientific(char[] c, int from, int to, int exponent, boolean grouped) {
            int i = exponent + 1;
            if (grouped || c[exponent] != 'e' && c[exponent] != 'E') return Double.NaN;
            if (i < to && (c[i] == '-' || c[i] == '+')) i++;
            if (i == to || to - i > 3) return Double.NaN;
            for (; i < to; i++) if (c[i] < '0' || c[i] > '9') return Double.NaN;
            return exact(c, from, to);
        }

        private double exact(char[] c, int from, int to) {
            var plain = new StringBuilder(to - from);
            for (int i = from; i < to; i++) {
                if (c[i] == mark) plain.append('.');
                else if (c[i] == '−') plain.append('-');
                else if (c[i] != '.' && c[i] != ',') plain.append(c[i]);
            }
            double value = Double.parseDouble(plain.toString());
            return Double.isInfinite(value) ? Double.NaN : value;
        }
    }
}
