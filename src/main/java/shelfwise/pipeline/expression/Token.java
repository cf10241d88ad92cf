package shelfwise.pipeline.expression;

import java.util.Locale;

/**
 * A word of an expression.
 *
 * @param text of a TEXT or COLUMN without its quotes, of a SIGN in plain ASCII
 * @param from first character
 * @param to   after the last one
 */
record Token(Kind kind, String text, int from, int to) {
    enum Kind { NUMBER, TEXT, NAME, COLUMN, SIGN, END }

    boolean sign(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }

    boolean word(String word) {
        return kind == Kind.NAME && text.toLowerCase(Locale.ROOT).equals(word);
    }
}
