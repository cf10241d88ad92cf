package shelfwise.model.content;

import java.text.Normalizer;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Cuts a text into terms: runs of letters and digits in lower case; runs of Chinese or Japanese characters, which no space parts, into
 * overlapping pairs (a run of one character stays as it is). Full-width letters count as plain ones (Unicode NFKC).
 */
public final class Tokens {
    private Tokens() { }

    /** Gives each term of the text in turn. */
    public static void each(String text, Consumer<String> term) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        int at = 0;
        while (at < plain.length()) {
            int c = plain.codePointAt(at);
            int end = at + Character.charCount(c);
            if (unspaced(c)) {
                while (end < plain.length() && unspaced(plain.codePointAt(end))) end += Character.charCount(plain.codePointAt(end));
                pairs(plain, at, end, term);
            } else if (word(c)) {
                while (end < plain.length() && word(plain.codePointAt(end)) && !unspaced(plain.codePointAt(end))) end += Character.charCount(plain.codePointAt(end));
                term.accept(plain.substring(at, end));
            }
            at = end;
        }
    }

    private static void pairs(String text, int from, int to, Consumer<String> term) {
        int second = from + Character.charCount(text.codePointAt(from));
        if (second == to) term.accept(text.substring(from, to));
        for (int first = from; second < to; ) {
            int end = second + Character.charCount(text.codePointAt(second));
            term.accept(text.substring(first, end));
            first = second;
            second = end;
        }
    }

    private static boolean word(int c) {
        int type = Character.getType(c);
        return Character.isLetterOrDigit(c) || type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean unspaced(int c) {
        if (!Character.isLetter(c)) return false;
        return switch (Character.UnicodeScript.of(c)) {
            case HAN, HIRAGANA, KATAKANA -> true;
            default -> false;
        };
    }
}
