package shelfwise.pipeline.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import shelfwise.data.ColumnType;
import shelfwise.data.Field;
import shelfwise.data.Schema;

/**
 * What may be written at a place of an expression.
 *
 * @param from   first character that an offer takes the place of
 * @param to     after the last one
 * @param offers the most likely first
 */
public record Completion(int from, int to, List<Offer> offers) {
    public Completion {
        offers = List.copyOf(offers);
    }

    public enum Kind { COLUMN, FUNCTION, WORD }

    /**
     * @param name    as it is shown; a function's is its key in the messages: {@code expression.fn.NAME.help}
     * @param written what is put into the text
     * @param type    of a column
     */
    public record Offer(Kind kind, String name, String written, Optional<ColumnType> type) { }

    private static final List<String> BETWEEN = List.of("and", "or", "is missing", "is not missing", "in ("), BEFORE = List.of("not", "missing", "true", "false");

    /** How a column is named in an expression: in brackets where its name needs them. */
    public static String written(String column) {
        return Lexer.plain(column) ? column : "[" + column.replace("]", "]]") + "]";
    }

    /** The offers for the word that ends at {@code caret}, or begins there; none inside of a text. */
    public static Completion at(String text, int caret, Schema schema) {
        String before = text.substring(0, caret);
        List<Token> tokens;
        try {
            tokens = Lexer.tokens(before);
        } catch (MistakeException e) {
            boolean column = e.mistake().problem().key().equals("expression.open-column");
            return column ? inBrackets(text, e.mistake().from(), caret, schema) : new Completion(caret, caret, List.of());
        }
        int last = tokens.size() - 2;
        boolean word = last >= 0 && tokens.get(last).kind() == Token.Kind.NAME && tokens.get(last).to() == caret;
        int from = word ? tokens.get(last).from() : caret, previous = word ? last - 1 : last;
        if (!word && last >= 0 && tokens.get(last).to() == caret && ends(tokens.get(last)) && !tokens.get(last).sign(")")) return new Completion(caret, caret, List.of());
        int to = caret;
        while (word && to < text.length() && Lexer.inside(text.charAt(to))) to++;
        String typed = text.substring(from, caret);
        boolean between = previous >= 0 && ends(tokens.get(previous));
        return new Completion(from, to, between ? words(BETWEEN, typed) : values(typed, schema));
    }

    /** Whether a value ends with {@code token}, so that an operator is to come. */
    private static boolean ends(Token token) {
        return switch (token.kind()) {
            case NUMBER, TEXT, COLUMN -> true;
            case NAME -> !Parser.WORDS.contains(token.text().toLowerCase(Locale.ROOT)) || token.word("missing") || token.word("true") || token.word("false");
            case SIGN -> token.sign(")");
            case END -> false;
        };
    }

    private static Completion inBrackets(String text, int from, int caret, Schema schema) {
        String typed = text.substring(from + 1, caret);
        int to = caret < text.length() && text.charAt(caret) == ']' ? caret + 1 : caret;
        List<Offer> offers = sorted(typed, schema.fields().stream().map(Completion::column)
                .map(o -> new Offer(o.kind(), o.name(), "[" + o.name().replace("]", "]]") + "]", o.type())).toList());
        return new Completion(from, to, offers);
    }

    private static Offer column(Field field) {
        return new Offer(Kind.COLUMN, field.name(), written(field.name()), Optional.of(field.type()));
    }

    private static List<Offer> words(List<String> words, String typed) {
        return sorted(typed, words.stream().map(w -> new Offer(Kind.WORD, w, w.endsWith("(") ? w : w + " ", Optional.empty())).toList());
    }

    private static List<Offer> values(String typed, Schema schema) {
        Stream<Offer> functions = Functions.ALL.stream().map(f -> new Offer(Kind.FUNCTION, f.name(), f.name() + "(", Optional.empty()));
        Stream<Offer> before = BEFORE.stream().map(w -> new Offer(Kind.WORD, w, w.equals("not") ? "not " : w, Optional.empty()));
        return sorted(typed, Stream.of(schema.fields().stream().map(Completion::column), functions, before).flatMap(s -> s).toList());
    }

    /** Those that begin with what was typed before those that hold it, else as they come. */
    private static List<Offer> sorted(String typed, List<Offer> offers) {
        String wanted = typed.toLowerCase(Locale.ROOT);
        var begin = new ArrayList<Offer>();
        var hold = new ArrayList<Offer>();
        for (Offer offer : offers) {
            String name = offer.name().toLowerCase(Locale.ROOT);
            if (name.startsWith(wanted)) begin.add(offer);
            else if (name.contains(wanted)) hold.add(offer);
        }
        begin.addAll(hold);
        return begin;
    }
}
