package shelfwise.pipeline.expression;

import java.util.List;
import java.util.Set;
import java.util.function.DoubleBinaryOperator;
import java.util.function.IntPredicate;
import java.util.function.LongBinaryOperator;
import java.util.stream.Collectors;
import shelfwise.data.ColumnType;

/** What the signs and words between values do. */
final class Operations {
    static final List<Operation> ALL = List.of(
            Operation.of("+", 2, a -> exact(a, Math::addExact, Double::sum)),
            Operation.of("-", 2, a -> exact(a, Math::subtractExact, (x, y) -> x - y)),
            Operation.of("*", 2, a -> exact(a, Math::multiplyExact, (x, y) -> x * y)),
            Operation.of("/", 2, a -> Numbers.both(a.number(0), a.number(1), (x, y) -> x / y)),
            Operation.of("%", 2, a -> exact(a, Math::floorMod, (x, y) -> x - y * Math.floor(x / y))),
            Operation.of("^", 2, a -> Numbers.both(a.number(0), a.number(1), Math::pow)),
            Operation.of("negative", 1, a -> negative(a.number(0))),
            Operation.of("&", 2, a -> Texts.part(Texts.shown(a.any(0)), List.of(constantText(a.any(1))), ColumnType.TEXT, (text, rest) -> text + rest[0])),
            Operation.of("=", 2, a -> compare(a.alike(0), sign -> sign == 0)),
            Operation.of("!=", 2, a -> compare(a.alike(0), sign -> sign != 0)),
            Operation.of("<", 2, a -> compare(a.alike(0), sign -> sign < 0)),
            Operation.of("<=", 2, a -> compare(a.alike(0), sign -> sign <= 0)),
            Operation.of(">", 2, a -> compare(a.alike(0), sign -> sign > 0)),
            Operation.of(">=", 2, a -> compare(a.alike(0), sign -> sign >= 0)),
            Operation.of("and", 2, a -> Numbers.logic(a.flag(0), a.flag(1), false)),
            Operation.of("or", 2, a -> Numbers.logic(a.flag(0), a.flag(1), true)),
            Operation.of("not", 1, a -> Numbers.eachLong(a.flag(0), ColumnType.BOOLEAN, x -> 1 - x)),
            Operation.of("is missing", 1, a -> Numbers.missing(a.any(0))),
            new Operation("in", 2, Operation.MANY, Operations::in));

    private Operations() { }

    private static Part exact(Arguments a, LongBinaryOperator whole, DoubleBinaryOperator decimal) {
        Part x = a.number(0), y = a.number(1);
        boolean wholes = x.type() == ColumnType.INTEGER && y.type() == ColumnType.INTEGER;
        return wholes ? Numbers.bothLong(x, y, ColumnType.INTEGER, whole) : Numbers.both(x, y, decimal);
    }

    private static Part negative(Part x) {
        if (x.constant().isPresent()) {
            if (x.constant().get() instanceof Long l && l != Long.MIN_VALUE) return Part.constant(-l);
            if (x.constant().get() instanceof Double d) return Part.constant(-d);
        }
        return x.type() == ColumnType.INTEGER ? Numbers.eachLong(x, ColumnType.INTEGER, v -> -v) : Numbers.each(x, v -> -v);
    }

    private static Part constantText(Part part) {
        return part.constant().isPresent() && part.constant().get() instanceof Long l && part.type() == ColumnType.INTEGER ? Part.constant(Long.toString(l)) : Texts.shown(part);
    }

    private static Part compare(List<Part> both, IntPredicate meets) {
        Part a = both.getFirst(), b = both.getLast();
        if (a.type() != ColumnType.TEXT) return Numbers.compare(a, b, meets);
        return Texts.part(a, List.of(b), ColumnType.BOOLEAN, (text, rest) -> meets.test(text.compareTo((String) rest[0])));
    }

    private static Part in(Arguments a) {
        List<Part> alike = a.alike(0), others = alike.subList(1, alike.size());
        Part value = alike.getFirst();
        if (value.type() == ColumnType.TEXT && others.stream().allMatch(o -> o.constant().isPresent() && !o.nothing())) {
            Set<Object> words = others.stream().map(o -> o.constant().orElseThrow()).collect(Collectors.toSet());
            return Texts.part(value, List.of(), ColumnType.BOOLEAN, (text, _) -> words.contains(text));
        }
        return others.stream().map(o -> compare(List.of(value, o), sign -> sign == 0)).reduce((x, y) -> Numbers.logic(x, y, true)).orElseThrow();
    }
}
