package shelfwise.pipeline.expression;

import java.util.List;
import java.util.stream.IntStream;
import shelfwise.data.ColumnType;
import shelfwise.data.Reading;

/** The typed values of a call, which its rule asks for by the type it needs. The word {@code missing} is of any type. */
final class Arguments {
    private final Tree.Call call;
    private final List<Part> parts;

    Arguments(Tree.Call call, List<Part> parts) {
        this.call = call;
        this.parts = parts;
    }

    int size() {
        return parts.size();
    }

    Part any(int i) {
        return parts.get(i);
    }

    /** INTEGER or DECIMAL. */
    Part number(int i) {
        if (!parts.get(i).number()) throw wrong(i, Expected.NUMBER);
        return parts.get(i);
    }

    Part text(int i) {
        return of(i, ColumnType.TEXT, Expected.TEXT);
    }

    Part flag(int i) {
        return of(i, ColumnType.BOOLEAN, Expected.FLAG);
    }

    /** A text that was written out is read as a time. */
    Part time(int i) {
        return timed(i).type() == ColumnType.TIME ? timed(i) : of(i, ColumnType.TIME, Expected.TIME);
    }

    private Part of(int i, ColumnType type, Expected expected) {
        Part part = parts.get(i);
        if (part.nothing()) return Part.missing(type);
        if (part.type() != type) throw wrong(i, expected);
        return part;
    }

    private MistakeException wrong(int i, Expected expected) {
        Tree at = call.arguments().get(i);
        return Mistake.of("expression.wrong-type", at.from(), at.to(), call.name(), expected, parts.get(i).type()).asException();
    }

    /** All values from {@code first} on, brought to one type: whole numbers to decimals beside those, texts written out to times beside those. */
    List<Part> alike(int first) {
        ColumnType type = IntStream.range(first, size()).mapToObj(parts::get).filter(p -> !p.nothing()).map(Part::type)
                .reduce(Arguments::wider).orElse(ColumnType.DECIMAL);
        return IntStream.range(first, size()).mapToObj(i -> as(i, type)).toList();
    }

    private static ColumnType wider(ColumnType a, ColumnType b) {
        if (a == ColumnType.INTEGER && b == ColumnType.DECIMAL || a == ColumnType.TEXT && b == ColumnType.TIME) return b;
        return a;
    }

    private Part as(int i, ColumnType type) {
        Part part = parts.get(i);
        if (part.nothing()) return Part.missing(type);
        if (part.type() == type) return part;
        if (type == ColumnType.DECIMAL && part.type() == ColumnType.INTEGER) return part.decimal();
        if (type == ColumnType.TIME && part.type() == ColumnType.TEXT && part.constant().isPresent()) return timed(i);
        Tree at = call.arguments().get(i);
        throw Mistake.of("expression.not-alike", at.from(), at.to(), call.name(), type, part.type()).asException();
    }

    private Part timed(int i) {
        Part part = parts.get(i);
        if (part.constant().isEmpty() || !(part.constant().get() instanceof String text)) return part;
        try {
            return Part.time(Reading.time(text));
        } catch (IllegalArgumentException _) {
            Tree at = call.arguments().get(i);
            throw Mistake.of("expression.unreadable-time", at.from(), at.to(), text).asException();
        }
    }
}
