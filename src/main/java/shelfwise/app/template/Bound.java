package shelfwise.app.template;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import shelfwise.data.ColumnType;
import shelfwise.data.Role;
import shelfwise.data.Schema;

/**
 * The choices as a template's file asks for them. Words of conditions are slots ({@code events.quantity}: is filled), {@code own} (the
 * catalogue is a table of its own), {@code catalogue} (something is known of items) and {@code sessions} (visits must be told apart by time);
 * '!' turns one round, '&amp;' joins before '|'.
 */
final class Bound {
    private static final String WHO = "events.who";
    private final Template template;
    private final Choices choices;
    private final Map<Source, Schema> schemas;

    /** @param schemas of the tables chosen */
    Bound(Template template, Choices choices, Map<Source, Schema> schemas) {
        this.template = template;
        this.choices = choices;
        this.schemas = schemas;
    }

    List<String> columns(String word) {
        return slot(word).map(choices::columns).orElse(List.of());
    }

    /** What a column must become: ids read as decimals are whole numbers, times may stand as numbers or text. */
    String type(String word) {
        Optional<Slot> slot = slot(word);
        if (slot.isEmpty() || choices.columns(slot.get()).isEmpty()) return "keep";
        Schema schema = schemas.get(choices.ownCatalogue() ? slot.get().source() : Source.EVENTS);
        if (schema == null) return "keep";
        ColumnType type = schema.field(schema.index(choices.columns(slot.get()).getFirst())).type();
        if (slot.get().role() == Role.TIMESTAMP) return type == ColumnType.TIME ? "keep" : "time";
        boolean id = slot.get().role() == Role.ITEM || word.equals(WHO);
        return id && type == ColumnType.DECIMAL ? "integer" : "keep";
    }

    String asset(String word) {
        return choices.asset(Source.valueOf(word.toUpperCase(java.util.Locale.ROOT))).orElse("");
    }

    boolean holds(String condition) {
        return Stream.of(condition.split("\\|")).anyMatch(all -> Stream.of(all.split("&")).allMatch(this::word));
    }

    private boolean word(String word) {
        if (word.startsWith("!")) return !word(word.substring(1));
        return switch (word) {
            case "own" -> choices.ownCatalogue();
            case "catalogue" -> template.slots(Source.CATALOGUE).stream().anyMatch(s -> s.role() != Role.ITEM && choices.fills(s));
            case "sessions" -> sessions();
            default -> !columns(word).isEmpty();
        };
    }

    /** A user is all there is where a template would rather have a visit, and times can tell one from the next. */
    private boolean sessions() {
        return template.who().getFirst() != Role.USER && template.who(choices).filter(s -> s.role() == Role.USER).isPresent()
                && choices.fills(new Slot(Source.EVENTS, Role.TIMESTAMP));
    }

    private Optional<Slot> slot(String word) {
        if (word.equals(WHO)) return template.who(choices);
        Slot slot = Slot.parse(word);
        return Optional.of(slot).filter(s -> s.source() == Source.EVENTS || s.role() != Role.ITEM || choices.ownCatalogue());
    }
}
