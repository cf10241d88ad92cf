package shelfwise.pipeline.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads tokens into a tree. From weak to strong: or, and, not, comparisons, {@code + - &}, {@code * / %}, minus sign, {@code ^}. */
final class Parser {
    /** Words that are no columns unless they stand in brackets. */
    static final Set<String> WORDS = Set.of("and", "or", "not", "is", "in", "missing", "true", "false");
    private static final Set<String> COMPARED = Set.of("=", "!=", "<", "<=", ">", ">="), ADDED = Set.of("+", "-", "&"), MULTIPLIED = Set.of("*", "/", "%");
    private static final int DEEPEST = 100, MOST_TOKENS = 1000;
    private final List<Token> tokens;
    private int at;
    private int depth;

    private Parser(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** @throws MistakeException for the first that can't be read */
    static Tree tree(String text) {
        if (text.isBlank()) throw Mistake.of("expression.empty", 0, text.length()).asException();
        var parser = new Parser(Lexer.tokens(text));
        if (parser.tokens.size() > MOST_TOKENS) throw Mistake.of("expression.too-long", 0, text.length(), Integer.toString(MOST_TOKENS)).asException();
        Tree tree = parser.or();
        if (parser.now().kind() != Token.Kind.END) throw parser.expected(Expected.OPERATOR);
        return tree;
    }

    private Token now() {
        return tokens.get(at);
    }

    private Token take() {
        return tokens.get(at++);
    }

    private MistakeException expected(Expected what) {
        Token t = now();
        if (t.kind() == Token.Kind.END) return Mistake.of("expression.expected", t.from(), t.to(), what, Expected.END).asException();
        return Mistake.of("expression.expected", t.from(), t.to(), what, "“" + t.text() + "”").asException();
    }

    private Token need(String sign, Expected what) {
        if (!now().sign(sign)) throw expected(what);
        return take();
    }

    private Tree.Call call(String name, Token sign, Tree... parts) {
        return new Tree.Call(Math.min(sign.from(), parts[0].from()), Math.max(sign.to(), parts[parts.length - 1].to()), name, sign.from(), sign.to(), List.of(parts));
    }

    private Tree or() {
        if (++depth > DEEPEST) throw Mistake.of("expression.too-deep", now().from(), now().to()).asException();
        Tree left = and();
        while (now().word("or")) left = call("or", take(), left, and());
        depth--;
        return left;
    }

    private Tree and() {
        Tree left = not();
        while (now().word("and")) left = call("and", take(), left, not());
        return left;
    }

    private Tree not() {
        if (!now().word("not")) return comparison();
        Token not = take();
        if (++depth > DEEPEST) throw Mistake.of("expression.too-deep", not.from(), not.to()).asException();
        Tree call = call("not", not, not());
        depth--;
        return call;
    }

    private Tree comparison() {
        Tree left = sum();
        Token t = now();
        if (t.kind() == Token.Kind.SIGN && COMPARED.contains(t.text())) return call(take().text(), t, left, sum());
        if (t.word("is")) return isMissing(left);
        boolean not = t.word("not") && tokens.get(at + 1).word("in");
        if (!not && !t.word("in")) return left;
        if (not) at++;
        Tree.Call in = in(left);
        return not ? call("not", t, in) : in;
    }

    private Tree isMissing(Tree left) {
        Token is = take();
        boolean not = now().word("not");
        if (not) at++;
        if (!now().word("missing")) throw expected(Expected.MISSING);
        Token missing = take();
        Tree.Call call = new Tree.Call(left.from(), missing.to(), "is missing", is.from(), missing.to(), List.of(left));
        return not ? call("not", is, call) : call;
    }

    private Tree.Call in(Tree left) {
        Token in = take();
        need("(", Expected.OPEN);
        List<Tree> parts = new ArrayList<>();
        parts.add(left);
        Token close = arguments(parts);
        return new Tree.Call(left.from(), close.to(), "in", in.from(), in.to(), parts);
    }

    /** Values up to the closing bracket, which is given; at least one. */
    private Token arguments(List<Tree> into) {
        while (true) {
            into.add(or());
            if (now().sign(")")) return take();
            need(",", Expected.COMMA_OR_CLOSE);
        }
    }

    private Tree sum() {
        Tree left = product();
        while (now().kind() == Token.Kind.SIGN && ADDED.contains(now().text())) {
            Token sign = take();
            left = call(sign.text(), sign, left, product());
        }
        return left;
    }

    private Tree product() {
        Tree left = negative();
        while (now().kind() == Token.Kind.SIGN && MULTIPLIED.contains(now().text())) {
            Token sign = take();
            left = call(sign.text(), sign, left, negative());
        }
        return left;
    }

    private Tree negative() {
        if (!now().sign("-")) return power();
        Token minus = take();
        if (++depth > DEEPEST) throw Mistake.of("expression.too-deep", minus.from(), minus.to()).asException();
        Tree call = call("negative", minus, negative());
        depth--;
        return call;
    }

    /** {@code -2^2} is -4, {@code 2^-1} is a half, {@code 2^3^2} is 2^9. */
    private Tree power() {
        Tree base = single();
        if (!now().sign("^")) return base;
        Token sign = take();
        if (++depth > DEEPEST) throw Mistake.of("expression.too-deep", sign.from(), sign.to()).asException();
        Tree call = call("^", sign, base, negative());
        depth--;
        return call;
    }

    private Tree single() {
        Token t = now();
        return switch (t.kind()) {
            case NUMBER -> new Tree.Value(t.from(), t.to(), number(take()));
            case TEXT -> new Tree.Value(t.from(), t.to(), take().text());
            case COLUMN -> new Tree.Column(t.from(), t.to(), take().text());
            case NAME -> named(t);
            case SIGN -> {
                need("(", Expected.VALUE);
                Tree inner = or();
                need(")", Expected.CLOSE);
                yield inner;
            }
            case END -> throw expected(Expected.VALUE);
        };
    }

    private Tree named(Token name) {
        Object constant = constant(name);
        if (constant != null) return new Tree.Value(name.from(), take().to(), constant);
        boolean word = WORDS.contains(name.text().toLowerCase(java.util.Locale.ROOT));
        if (word) throw expected(Expected.VALUE);
        at++;
        if (!now().sign("(")) return new Tree.Column(name.from(), name.to(), name.text());
        at++;
        List<Tree> parts = new ArrayList<>();
        Token close = now().sign(")") ? take() : arguments(parts);
        return new Tree.Call(name.from(), close.to(), name.text(), name.from(), name.to(), parts);
    }

    private static @Nullable Object constant(Token name) {
        if (name.word("true")) return true;
        if (name.word("false")) return false;
        return name.word("missing") ? Tree.Missing.MISSING : null;
    }

    /** Whole where it is written without a point and fits 64 bits. */
    private static Object number(Token token) {
        try {
            return (Object) Long.parseLong(token.text());
        } catch (NumberFormatException _) {
            double value = Double.parseDouble(token.text());
            if (Double.isInfinite(value)) throw Mistake.of("expression.bad-number", token.from(), token.to(), token.text()).asException();
            return value;
        }
    }
}
