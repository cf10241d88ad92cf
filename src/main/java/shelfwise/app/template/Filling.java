package shelfwise.app.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts columns and assets in the places of a template's JSON:
 *
 * <ul><li><code>"{events.item}"</code> is the column of a slot; in a list, or in an object of a list, there is one for each column, and none
 * where the slot is empty;
 * <li><code>"{events.item:type}"</code> the type it must become, <code>"{asset.events}"</code> an asset;
 * <li><code>{"if": CONDITION, "then": X, "else": Y}</code> is X or Y; without Y it is left out of a list.</ul>
 */
final class Filling {
    private static final Pattern PLACE = Pattern.compile("\\{([a-z-]+\\.[a-z-]+)(:type)?}");
    private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;
    private final Bound bound;

    Filling(Bound bound) {
        this.bound = bound;
    }

    JsonNode fill(JsonNode json) {
        return switch (json) {
            case ObjectNode o when o.has("if") -> choice(o).orElse(MAKE.stringNode(""));
            case ObjectNode o -> object(o, Map.of());
            case ArrayNode a -> array(a);
            case JsonNode n when n.isString() -> text(n.stringValue(), Map.of());
            default -> json;
        };
    }

    private Optional<JsonNode> choice(ObjectNode json) {
        JsonNode chosen = bound.holds(json.path("if").stringValue()) ? json.get("then") : json.get("else");
        return Optional.ofNullable(chosen).map(this::fill);
    }

    private ObjectNode object(ObjectNode json, Map<String, String> columns) {
        ObjectNode filled = MAKE.objectNode();
        json.properties().forEach(e -> filled.set(e.getKey(), e.getValue().isString() ? text(e.getValue().stringValue(), columns) : fill(e.getValue())));
        return filled;
    }

    private ArrayNode array(ArrayNode json) {
        ArrayNode filled = MAKE.arrayNode();
        for (JsonNode element : json) filled.addAll(elements(element));
        return filled;
    }

    private List<JsonNode> elements(JsonNode element) {
        if (element instanceof ObjectNode o && o.has("if")) {
            JsonNode chosen = bound.holds(o.path("if").stringValue()) ? o.get("then") : o.get("else");
            return chosen == null ? List.of() : elements(chosen);
        }
        Optional<String> slot = slot(element);
        if (slot.isEmpty()) return List.of(fill(element));
        var all = new ArrayList<JsonNode>();
        for (String column : bound.columns(slot.get())) {
            all.add(element instanceof ObjectNode o ? object(o, Map.of(slot.get(), column)) : MAKE.stringNode(column));
        }
        return all;
    }

    /** The slot whose columns an element of a list is repeated for. */
    private static Optional<String> slot(JsonNode element) {
        if (element.isString()) return slot(element.stringValue());
        return element.isObject() ? element.valueStream().filter(JsonNode::isString).flatMap(v -> slot(v.stringValue()).stream()).findFirst() : Optional.empty();
    }

    private static Optional<String> slot(String text) {
        Matcher m = PLACE.matcher(text);
        return m.matches() && m.group(2) == null && !text.startsWith("{asset.") ? Optional.of(m.group(1)) : Optional.empty();
    }

    private JsonNode text(String text, Map<String, String> columns) {
        Matcher m = PLACE.matcher(text);
        if (!m.matches()) return MAKE.stringNode(text);
        String word = m.group(1);
        if (m.group(2) != null) return MAKE.stringNode(bound.type(word));
        if (word.startsWith("asset.")) return MAKE.stringNode(bound.asset(word.substring("asset.".length())));
        return MAKE.stringNode(columns.getOrDefault(word, bound.columns(word).stream().findFirst().orElse("")));
    }
}
