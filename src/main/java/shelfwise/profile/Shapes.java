package shelfwise.profile;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a text looks like. */
final class Shapes {
    /** A form of dates and the expression of texts that start with one. */
    record DateForm(String name, Pattern starts) { }

    static final String POINT_ZERO = "\\d+\\.0+";
    private static final List<DateForm> DATE_FORMS = List.of(
            dateForm("9999-99-99", "\\d{4}-\\d{1,2}-\\d{1,2}"), dateForm("9999/99/99", "\\d{4}/\\d{1,2}/\\d{1,2}"),
            dateForm("9999.99.99", "\\d{4}\\.\\d{1,2}\\.\\d{1,2}"), dateForm("99/99/9999", "\\d{1,2}/\\d{1,2}/\\d{4}"),
            dateForm("99-99-9999", "\\d{1,2}-\\d{1,2}-\\d{4}"), dateForm("99.99.9999", "\\d{1,2}\\.\\d{1,2}\\.\\d{4}"),
            dateForm("9999年99月99日", "\\d{4}年\\d{1,2}月\\d{1,2}日"));
    private static final int WHOLE = 16, LONGEST = 40;

    private Shapes() { }

    private static DateForm dateForm(String name, String start) {
        return new DateForm(name, Pattern.compile(start + "(?:\\D.*)?", Pattern.DOTALL));
    }

    /**
     * Digits as 9, capital letters as A, other cased letters as a, letters without case (Chinese and others) as 字, white space as a blank,
     * all else as it is. Texts longer than 16 characters have runs of one kind written once with a +, and end with … after 40.
     */
    static String pattern(String text) {
        boolean runs = text.length() > WHOLE;
        var out = new StringBuilder();
        int last = -1;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i), kind = kind(c);
            i += Character.charCount(c);
            if (runs && kind == last) {
                if (out.charAt(out.length() - 1) != '+') out.append('+');
                continue;
            }
            if (out.length() >= LONGEST) return out.append('…').toString();
            out.appendCodePoint(kind);
            last = kind;
        }
        return out.toString();
    }

    private static int kind(int c) {
        if (c < 128 ? c >= '0' && c <= '9' : Character.isDigit(c)) return '9';
        if (c < 128 ? c >= 'A' && c <= 'Z' : Character.isUpperCase(c)) return 'A';
        if (c < 128 ? c >= 'a' && c <= 'z' : Character.isLowerCase(c)) return 'a';
        if (c >= 128 && Character.isLetter(c)) return '字';
        return Character.isWhitespace(c) ? ' ' : c;
    }

    static boolean outerBlank(String text) {
        return !text.isEmpty() && (Character.isWhitespace(text.codePointAt(0)) || Character.isWhitespace(text.codePointBefore(text.length())));
    }

    /** A sign, digits with one point or comma among or after them, an exponent: what a reader of numbers would take. */
    static boolean numberLike(String text) {
        int i = 0, n = text.length(), digits = 0, marks = 0;
        if (n > 0 && (text.charAt(0) == '-' || text.charAt(0) == '+')) i++;
        for (; i < n; i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') digits++;
            else if ((c == '.' || c == ',') && marks == 0) marks++;
            else if ((c == 'e' || c == 'E') && digits > 0) return exponent(text, i + 1);
            else return false;
        }
        return digits > 0;
    }

    private static boolean exponent(String text, int from) {
        int i = from < text.length() && (text.charAt(from) == '-' || text.charAt(from) == '+') ? from + 1 : from;
        return i < text.length() && text.chars().skip(i).allMatch(c -> c >= '0' && c <= '9');
    }

    /** Whether it is a whole number written like {@code 17850.0}. */
    static boolean pointZero(String text) {
        int point = text.indexOf('.');
        if (point < 1 || point == text.length() - 1) return false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (i < point ? c < '0' || c > '9' : i > point && c != '0') return false;
        }
        return true;
    }

    /** The form of the date that {@code text} starts with; null if there is none. */
    static @Nullable DateForm dateForm(String text) {
        if (text.length() < 8 || text.charAt(0) < '0' || text.charAt(0) > '9') return null;
        for (DateForm form : DATE_FORMS) {
            if (form.starts().matcher(text).matches()) return form;
        }
        return null;
    }

    /** The expression of texts that start with a date of the form with that name. */
    static String dateRegex(String name) {
        return "(?s)" + DATE_FORMS.stream().filter(f -> f.name().equals(name)).findFirst().orElseThrow().starts().pattern();
    }

    /** The first character's kind: {@code 9} for a digit, {@code A} for a letter of any kind, {@code #} for another, and for no text. */
    static char first(String text) {
        if (text.isEmpty()) return '#';
        int c = text.codePointAt(0);
        return Character.isDigit(c) ? '9' : Character.isLetter(c) ? 'A' : '#';
    }
}
