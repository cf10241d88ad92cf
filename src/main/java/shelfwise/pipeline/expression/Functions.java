package shelfwise.pipeline.expression;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.function.Function;
import java.util.function.LongBinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import shelfwise.data.ColumnType;
import shelfwise.data.Reading;

/** The functions, in the order people read about them. Each has {@code expression.fn.NAME.use} and {@code .help} in the messages. */
final class Functions {
    /** Called by name; what they mean for a missing value is what {@link Numbers} and {@link Texts} say. */
    static final List<Operation> ALL = Stream.of(choices(), numbers(), texts(), TimeFunctions.ALL).flatMap(List::stream).toList();
    private static final Map<String, Operation> BY_NAME = Stream.concat(ALL.stream(), Operations.ALL.stream())
            .collect(Collectors.toUnmodifiableMap(f -> plain(f.name()), Function.identity()));

    private Functions() { }

    /** Upper and lower case and {@code _} make no difference. */
    static Optional<Operation> find(String name) {
        return Optional.ofNullable(BY_NAME.get(plain(name)));
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace("_", "");
    }

    private static Operation of(String name, int least, int most, Operation.Rule rule) {
        return new Operation(name, least, most, rule);
    }

    private static List<Operation> choices() {
        return List.of(
                of("if", 3, 3, a -> {
                    List<Part> both = a.alike(1);
                    return Choice.of(a.flag(0), both.getFirst(), both.getLast());
                }),
                of("coalesce", 2, Operation.MANY, a -> a.alike(0).reversed().stream()
                        .reduce((rest, first) -> Choice.of(Numbers.missing(first), rest, first)).orElseThrow()),
                of("is_missing", 1, 1, a -> Numbers.missing(a.any(0))));
    }

    private static List<Operation> numbers() {
        return List.of(
                of("round", 1, 2, a -> a.size() == 1 ? Numbers.whole(a.number(0), Rounding::toWhole) : Numbers.both(a.number(0), a.number(1), Rounding::to)),
                of("floor", 1, 1, a -> Numbers.whole(a.number(0), Math::floor)),
                of("ceil", 1, 1, a -> Numbers.whole(a.number(0), Math::ceil)),
                of("abs", 1, 1, a -> a.number(0).type() == ColumnType.INTEGER ? Numbers.eachLong(a.number(0), ColumnType.INTEGER, Math::abs)
                        : Numbers.each(a.number(0), Math::abs)),
                of("sqrt", 1, 1, a -> Numbers.each(a.number(0), Math::sqrt)),
                of("exp", 1, 1, a -> Numbers.each(a.number(0), Math::exp)),
                of("log", 1, 1, a -> Numbers.each(a.number(0), Math::log)),
                of("log10", 1, 1, a -> Numbers.each(a.number(0), Math::log10)),
                of("min", 2, Operation.MANY, a -> extreme(a, Math::min, Math::min)),
                of("max", 2, Operation.MANY, a -> extreme(a, Math::max, Math::max)),
                of("number", 1, 1, a -> a.any(0).number() ? a.number(0) : a.any(0).type() == ColumnType.BOOLEAN ? counted(a.flag(0))
                        : Texts.part(a.text(0), List.of(), ColumnType.DECIMAL, (text, _) -> read(() -> Reading.number(text)))));
    }

    private static List<Operation> texts() {
        return List.of(
                of("text", 1, 1, a -> Texts.shown(a.any(0))),
                of("lower", 1, 1, a -> text(a, text -> text.toLowerCase(Locale.ROOT))),
                of("upper", 1, 1, a -> text(a, text -> text.toUpperCase(Locale.ROOT))),
                of("trim", 1, 1, a -> text(a, Functions::trimmed)),
                of("length", 1, 1, a -> Texts.part(a.text(0), List.of(), ColumnType.INTEGER, (text, _) -> (long) text.codePointCount(0, text.length()))),
                of("contains", 2, 2, a -> Texts.part(a.text(0), List.of(a.text(1)), ColumnType.BOOLEAN, (text, rest) -> text.contains((String) rest[0]))),
                of("starts_with", 2, 2, a -> Texts.part(a.text(0), List.of(a.text(1)), ColumnType.BOOLEAN, (text, rest) -> text.startsWith((String) rest[0]))),
                of("ends_with", 2, 2, a -> Texts.part(a.text(0), List.of(a.text(1)), ColumnType.BOOLEAN, (text, rest) -> text.endsWith((String) rest[0]))),
                of("substring", 2, 3, a -> Texts.part(a.text(0), a.size() == 2 ? List.of(a.number(1)) : List.of(a.number(1), a.number(2)), ColumnType.TEXT, Functions::substring)),
                of("replace", 3, 3, a -> Texts.part(a.text(0), List.of(a.text(1), a.text(2)), ColumnType.TEXT, (text, rest) ->
                        ((String) rest[0]).isEmpty() ? text : text.replace((String) rest[0], (String) rest[1]))));
    }

    private static Part text(Arguments a, Function<String, String> change) {
        return Texts.part(a.text(0), List.of(), ColumnType.TEXT, (text, _) -> change.apply(text));
    }

    private static Part counted(Part flag) {
        return new Part(ColumnType.INTEGER, Optional.empty(), flag.kernel());
    }

    private static Part extreme(Arguments a, LongBinaryOperator longs, DoubleBinaryOperator doubles) {
        List<Part> alike = a.any(0).type() == ColumnType.TIME || a.any(a.size() - 1).type() == ColumnType.TIME ? a.alike(0) : numbers(a);
        return alike.stream().reduce((x, y) -> x.type() == ColumnType.DECIMAL ? Numbers.both(x, y, doubles) : Numbers.bothLong(x, y, x.type(), longs)).orElseThrow();
    }

    private static List<Part> numbers(Arguments a) {
        for (int i = 0; i < a.size(); i++) a.number(i);
        return a.alike(0);
    }

    /** What can't be read is missing. */
    static @Nullable Object read(java.util.function.Supplier<Object> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    private static String trimmed(String text) {
        int from = 0, to = text.length();
        while (from < to && blank(text.charAt(from))) from++;
        while (to > from && blank(text.charAt(to - 1))) to--;
        return text.substring(from, to);
    }

    private static boolean blank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /** By characters as people count them, the first is 1; a place before the text counts as its beginning. */
    private static String substring(String text, Object[] rest) {
        long all = text.codePointCount(0, text.length());
        long from = Math.clamp(((Number) rest[0]).longValue(), 1, all + 1) - 1, length = rest.length == 1 ? all : Math.clamp(((Number) rest[1]).longValue(), 0, all);
        long to = Math.min(all, from + length);
        return text.substring(text.offsetByCodePoints(0, (int) from), text.offsetByCodePoints(0, (int) to));
    }
}
