package shelfwise.pipeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import shelfwise.base.Problem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes a pipeline of parsed JSON. What it does not know of nodes and of the whole is kept as it is; what else is wrong is refused by name. */
final class PipelineReader {
    private static final Set<String> FIELDS = Set.of("format", "name", "parameters", "nodes", "links", "notes", "groups");
    private static final Set<String> LINK_FIELDS = Set.of("from", "to");
    private static final Set<String> NOTE_FIELDS = Set.of("id", "kind", "text", "x", "y", "width", "height");
    private static final Set<String> GROUP_FIELDS = Set.of("id", "label", "members", "folded", "x", "y", "origin");
    private static final Set<String> ORIGIN_FIELDS = Set.of("operator", "version", "steps", "inputs", "outputs", "offered");
    private static final Set<String> PARAMETER_FIELDS = Set.of("name", "value", "meaning", "settings");
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private final NodeReader nodes;

    PipelineReader(OperatorCatalogue operators) {
        nodes = new NodeReader(operators);
    }

    Pipeline read(JsonNode json) {
        JsonNode format = json.isObject() ? json.get("format") : null;
        if (format == null || !format.isIntegralNumber()) throw Problem.of("pipeline.not-a-pipeline", "").asException();
        if (!format.canConvertToInt() || format.intValue() > PipelineJson.FORMAT) {
            throw Problem.of("pipeline.newer-format", "", format.toString(), Integer.toString(PipelineJson.FORMAT)).asException();
        }
        String name = JsonFields.text(json, "name", "", "");
        if (name.isBlank()) throw Problem.of("pipeline.field-missing", "", "name").asException();
        return new Pipeline(name, list(json, "nodes", nodes::read), list(json, "links", PipelineReader::link), list(json, "notes", PipelineReader::note),
                list(json, "groups", PipelineReader::group), list(json, "parameters", PipelineReader::parameter), unread(json));
    }

    @FunctionalInterface
    private interface Reading<T> {
        T read(JsonNode json, String place);
    }

    private static <T> List<T> list(JsonNode json, String field, Reading<T> reading) {
        var list = new ArrayList<T>();
        for (JsonNode element : JsonFields.array(json, field, "")) list.add(reading.read(element, field + " " + (list.size() + 1)));
        return list;
    }

    private static String unread(JsonNode json) {
        ObjectNode rest = JSON.objectNode();
        json.properties().stream().filter(e -> !FIELDS.contains(e.getKey())).forEach(e -> rest.set(e.getKey(), e.getValue()));
        return rest.isEmpty() ? "" : rest.toString();
    }

    private static Link link(JsonNode json, String place) {
        JsonFields.known(json, LINK_FIELDS, place);
        String[] from = end(json, "from", place), to = end(json, "to", place);
        return new Link(from[0], from[1], to[0], to[1]);
    }

    /** Node and port: neither has a dot in its name. */
    private static String[] end(JsonNode json, String field, String place) {
        String text = JsonFields.text(json, field, place);
        String[] parts = text.split("\\.", -1);
        if (parts.length != 2 || parts[0].isBlank() || parts[1].isBlank()) throw Problem.of("pipeline.link-end", place, field, text).asException();
        return parts;
    }

    private static Note note(JsonNode json, String place) {
        JsonFields.known(json, NOTE_FIELDS, place);
        String kind = JsonFields.text(json, "kind", "note", place);
        if (!kind.equals("note") && !kind.equals("frame")) throw Problem.of("pipeline.field-wrong", place, "kind").asException();
        return new Note(JsonFields.text(json, "id", place), Note.Kind.valueOf(kind.toUpperCase(Locale.ROOT)), JsonFields.text(json, "text", "", place),
                JsonFields.number(json, "x", place), JsonFields.number(json, "y", place), JsonFields.size(json, "width", place), JsonFields.size(json, "height", place));
    }

    private static Group group(JsonNode json, String place) {
        JsonFields.known(json, GROUP_FIELDS, place);
        List<String> members = JsonFields.texts(json, "members", place);
        if (members.isEmpty()) throw Problem.of("pipeline.field-missing", place, "members").asException();
        return new Group(JsonFields.text(json, "id", place), JsonFields.text(json, "label", "", place), members, JsonFields.flag(json, "folded", false, place),
                JsonFields.number(json, "x", place), JsonFields.number(json, "y", place), Optional.ofNullable(json.get("origin")).map(o -> origin(o, place)));
    }

    private static Origin origin(JsonNode json, String place) {
        JsonFields.known(json, ORIGIN_FIELDS, place);
        var steps = new LinkedHashMap<String, String>();
        if (json.get("steps") instanceof ObjectNode written) for (var e : written.properties()) steps.put(e.getKey(), JsonFields.text(written, e.getKey(), place));
        return new Origin(JsonFields.text(json, "operator", place), JsonFields.version(json, place), steps, JsonFields.texts(json, "inputs", place),
                JsonFields.texts(json, "outputs", place), JsonFields.texts(json, "offered", place));
    }

    private static Parameter parameter(JsonNode json, String place) {
        JsonFields.known(json, PARAMETER_FIELDS, place);
        return new Parameter(JsonFields.text(json, "name", place), JsonFields.text(json, "value", place), JsonFields.text(json, "meaning", "", place),
                JsonFields.texts(json, "settings", place));
    }
}
