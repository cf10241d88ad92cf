package shelfwise.pipeline.expression;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts an expression into tokens. Full-width signs, as a Chinese keyboard gives them, count as their plain twins outside of texts.
 */
final class Lexer {
    private static final List<String> SIGNS = List.of("<=", ">=", "<>", "!=", "==", "<", ">", "=", "+", "-", "*", "/", "%", "^", "&", "(", ")", ",");
    private static final char FIRST_WIDE = '\uFF01', LAST_WIDE = '\uFF5E';
    private static final int WIDE = 0xFEE0;
    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(String text) {
        this.text = text;
    }

    /** The tokens, an END last. @throws MistakeException at a sign that means nothing, or a quote without its partner */
    static List<Token> tokens(String text) {
        var lexer = new Lexer(text);
        while (lexer.at < text.length()) lexer.next();
        lexer.add(Token.Kind.END, "", text.length());
        return lexer.tokens;
    }

    /** Whether a column of this name can be written without brackets. */
    static boolean plain(String name) {
        return !name.isEmpty() && starts(name.charAt(0)) && name.chars().allMatch(c -> inside((char) c)) && !Parser.WORDS.contains(name.toLowerCase(java.util.Locale.ROOT));
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean starts(char c) {
        return (Character.isLetter(c) || c == '_') && !wide(c);
    }

    static boolean inside(char c) {
        return (Character.isLetterOrDigit(c) || c == '_') && !wide(c);
    }

    private static boolean wide(char c) {
        return c >= FIRST_WIDE && c <= LAST_WIDE;
    }

    private char look(int index) {
        if (index >= text.length()) return '\0';
        char c = text.charAt(index);
        return wide(c) ? (char) (c - WIDE) : c == '\u3000' || c == '\u00A0' ? ' ' : c;
    }

    private void add(Token.Kind kind, String meant, int from) {
        tokens.add(new Token(kind, meant, from, at));
    }

    private void next() {
        char c = look(at);
        if (Character.isWhitespace(c)) at++;
        else if (digit(c) || c == '.' && digit(look(at + 1))) number();
        else if (starts(c)) name();
        else if (c == '"' || c == '\'') quoted(c, c, Token.Kind.TEXT, "expression.open-text");
        else if (c == '“') quoted('”', '”', Token.Kind.TEXT, "expression.open-text");
        else if (c == '[') quoted(']', ']', Token.Kind.COLUMN, "expression.open-column");
        else sign();
    }

    private void number() {
        int from = at;
        var digits = new StringBuilder();
        while (digit(look(at)) || look(at) == '.') digits.append(look(at++));
        if ((look(at) == 'e' || look(at) == 'E') && (digit(look(at + 1)) || "+-".indexOf(look(at + 1)) >= 0 && digit(look(at + 2)))) {
            digits.append('e').append(look(at + 1));
            at += 2;
            while (digit(look(at))) digits.append(look(at++));
        }
        if (digits.indexOf(".") != digits.lastIndexOf(".")) throw Mistake.of("expression.bad-number", from, at, text.substring(from, at)).asException();
        add(Token.Kind.NUMBER, digits.toString(), from);
    }

    private void name() {
        int from = at;
        while (at < text.length() && inside(text.charAt(at))) at++;
        add(Token.Kind.NAME, text.substring(from, at), from);
    }

    /** Up to {@code close}; written twice it stands for itself. */
    private void quoted(char close, char twin, Token.Kind kind, String problem) {
        int from = at++;
        var inner = new StringBuilder();
        while (true) {
            if (at >= text.length()) throw Mistake.of(problem, from, text.length(), String.valueOf(twin)).asException();
            char c = text.charAt(at++);
            boolean closes = c == close || wide(c) && c - WIDE == close && kind == Token.Kind.COLUMN;
            if (closes && at < text.length() && text.charAt(at) == c) at++;
            else if (closes) break;
            inner.append(c);
        }
        add(kind, inner.toString(), from);
    }

    private void sign() {
        String two = "" + look(at) + look(at + 1);
        for (String sign : SIGNS) {
            if (!two.startsWith(sign)) continue;
            int from = at;
            at += sign.length();
            add(Token.Kind.SIGN, sign.equals("==") ? "=" : sign.equals("<>") ? "!=" : sign, from);
            return;
        }
        throw Mistake.of("expression.bad-sign", at, at + 1, String.valueOf(text.charAt(at))).asException();
    }
}
