package shelfwise.app.template;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import shelfwise.base.Problem;
import shelfwise.data.ColumnType;
import shelfwise.data.Field;
import shelfwise.data.Role;

/** A place in a template that a column fills, or several where the role is repeatable. */
public record Slot(Source source, Role role) {
    /** As templates write it: {@code catalogue.title}. */
    public String word() {
        return source.word() + "." + role.word();
    }

    /** Whether a column may fill it, by its type. */
    public boolean takes(Field field) {
        ColumnType type = field.type();
        return switch (role) {
            case QUANTITY, PRICE, RATING, WEIGHT, STOCK, POSITION -> type == ColumnType.INTEGER || type == ColumnType.DECIMAL;
            case TIMESTAMP -> type != ColumnType.BOOLEAN;
            case TITLE, DESCRIPTION -> type == ColumnType.TEXT;
            case NONE, USER, ITEM, EVENT_TYPE, SESSION, ORDER, QUERY, CATEGORY, IMAGE, COUNTRY, FEATURE -> true;
        };
    }

    static Slot parse(String word) {
        int dot = word.indexOf('.');
        return new Slot(Source.valueOf(word.substring(0, dot).toUpperCase(Locale.ROOT)), Role.valueOf(word.substring(dot + 1).toUpperCase(Locale.ROOT).replace('-', '_')));
    }

    /**
     * The one among {@code slots} that a person means, with or without the table: {@code item}, {@code catalogue.item}. Of two the events' one.
     *
     * @throws shelfwise.base.ProblemException if none is meant, naming those there are
     */
    public static Slot named(String word, List<Slot> slots) {
        Optional<Slot> whole = slots.stream().filter(s -> s.word().equals(word)).findFirst();
        return whole.or(() -> slots.stream().filter(s -> s.role().word().equals(word)).min(java.util.Comparator.comparing(Slot::source)))
                .orElseThrow(() -> Problem.of("template.no-slot", word, slots.stream().map(Slot::word).toList()).asException());
    }
}
