package shelfwise.ingest;

import shelfwise.data.Role;

/**
 * Which cells count as missing: blank ones and, whatever their case as listed, {@code NA}, {@code N/A}, {@code n/a}, {@code null},
 * {@code NULL}, {@code Null}, {@code NaN}, {@code nan}, {@code \N}. In a column of countries {@code NA} is Namibia. Columns that are not
 * text take {@code -}, {@code None} and {@code #N/A} for missing as well.
 */
final class Missing {
    private static final String[] MARKERS = {"NA", "N/A", "n/a", "null", "NULL", "Null", "NaN", "nan", "\\N"};
    private static final String[] OF_VALUES = {"-", "None", "none", "#N/A", "?"};

    private Missing() { }

    static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\u00a0' || c == '\u3000' || c == '\u200b' || c == '\ufeff';
    }

    static boolean inText(char[] c, int from, int to, Role role) {
        int a = from, z = to;
        while (a < z && isSpace(c[a])) a++;
        while (z > a && isSpace(c[z - 1])) z--;
        if (a == z) return true;
        if (z - a > 4 || role == Role.COUNTRY && z - a == 2) return false;
        return isOneOf(MARKERS, c, a, z);
    }

    static boolean inValues(char[] c, int from, int to) {
        return inText(c, from, to, Role.NONE) || to - from <= 4 && isOneOf(OF_VALUES, c, from, to);
    }

    private static boolean isOneOf(String[] markers, char[] c, int from, int to) {
        for (String m : markers) {
            if (m.length() != to - from) continue;
            int i = 0;
            while (i < m.length() && m.charAt(i) == c[from + i]) i++;
            if (i == m.length()) return true;
        }
        return false;
    }
}
