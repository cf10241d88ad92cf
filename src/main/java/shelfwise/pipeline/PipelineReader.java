package shelfwise.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import shelfwise.base.Problem;
import shelfwise.base.ProblemException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes a pipeline of parsed JSON, refusing whatever it does not know. */
final class PipelineReader {
    private static final Set<String> FIELDS = Set.of("format", "name", "nodes", "links");
    private static final Set<String> NODE_FIELDS = Set.of("id", "operator", "version", "label", "x", "y", "settings");
    private static final Set<String> LINK_FIELDS = Set.of("from", "to");

    private final OperatorCatalogue operators;

    PipelineReader(OperatorCatalogue operators) {
        this.operators = operators;
    }

    Pipeline read(JsonNode json) {
        JsonNode format = json.isObject() ? json.get("format") : null;
        if (format == null || !format.isIntegralNumber()) throw Problem.of("pipeline.not-a-pipeline", "").asException();
        if (!format.canConvertToInt() || format.intValue() > PipelineJson.FORMAT) {
            throw Problem.of("pipeline.newer-format", "", format.toString(), Integer.toString(PipelineJson.FORMAT)).asException();
        }
        known(json, FIELDS, "");
        var nodes = new ArrayList<Node>();
        for (JsonNode n : array(json, "nodes")) nodes.add(node(n, nodes.size() + 1));
        var links = new ArrayList<Link>();
        for (JsonNode l : array(json, "links")) links.add(link(l, links.size() + 1));
        String name = text(json, "name", "");
        if (name.isBlank()) throw Problem.of("pipeline.field-missing", "", "name").asException();
        return new Pipeline(name, nodes, links);
    }

    private Node node(JsonNode json, int number) {
        String place = "nodes " + number;
        known(json, NODE_FIELDS, place);
        String id = text(json, "id", place);
        if (id.isEmpty()) throw Problem.of("pipeline.bad-node-id", place).asException();
        Operator<?> operator = operators.find(text(json, "operator", id))
                .orElseThrow(() -> Problem.of("pipeline.unknown-operator", id, json.get("operator").stringValue()).asException());
        int version = version(json, operator, id);
        try {
            Record settings = json.get("settings") instanceof ObjectNode o ? SettingsForm.of(operator).fromJson(o) : operator.defaults();
            if (json.has("settings") && !json.get("settings").isObject()) throw Problem.of("pipeline.field-wrong", "", "settings").asException();
            return new Node(id, operator.id(), version, settings, json.has("label") ? text(json, "label", id) : "", number(json, "x", id), number(json, "y", id));
        } catch (ProblemException e) {
            throw e.problem().where().equals(id) ? e : e.problem().in(id).asException(e);
        }
    }

    private static int version(JsonNode json, Operator<?> operator, String id) {
        JsonNode version = json.get("version");
        if (version == null) return operator.version();
        if (!version.isIntegralNumber() || !version.canConvertToInt() || version.intValue() < 1) throw Problem.of("pipeline.field-wrong", id, "version").asException();
        if (version.intValue() > operator.version()) throw Problem.of("pipeline.newer-operator", id, operator.id(), version.toString(), Integer.toString(operator.version())).asException();
        return version.intValue();
    }

    private static Link link(JsonNode json, int number) {
        String place = "links " + number;
        known(json, LINK_FIELDS, place);
        String[] from = end(json, "from", place), to = end(json, "to", place);
        return new Link(from[0], from[1], to[0], to[1]);
    }

    /** Node and port: neither has a dot in its name. */
    private static String[] end(JsonNode json, String field, String place) {
        String[] parts = text(json, field, place).split("\\.", -1);
        if (parts.length != 2 || parts[0].isBlank() || parts[1].isBlank()) throw Problem.of("pipeline.link-end", place, field, text(json, field, place)).asException();
        return parts;
    }

    private static void known(JsonNode json, Set<String> fields, String place) {
        if (!json.isObject()) throw Problem.of("pipeline.not-a-pipeline", place).asException();
        for (Map.Entry<String, JsonNode> e : json.properties()) {
            if (!fields.contains(e.getKey())) throw Problem.of("pipeline.unknown-field", place, e.getKey(), String.join(", ", fields.stream().sorted().toList())).asException();
        }
    }

    private static Iterable<JsonNode> array(JsonNode json, String field) {
        JsonNode array = json.get(field);
        if (array == null) return List.of();
        if (!array.isArray()) throw Problem.of("pipeline.field-wrong", "", field).asException();
        return array;
    }

    private static String text(JsonNode json, String field, String place) {
        JsonNode value = json.get(field);
        if (value == null) throw Problem.of("pipeline.field-missing", place, field).asException();
        if (!value.isString()) throw Problem.of("pipeline.field-wrong", place, field).asException();
        return value.stringValue();
    }

    private static double number(JsonNode json, String field, String place) {
        JsonNode value = json.get(field);
        if (value == null) return 0;
        double number = value.isNumber() ? value.asDouble(Double.NaN) : Double.NaN;
        if (!Double.isFinite(number)) throw Problem.of("pipeline.field-wrong", place, field).asException();
        return number;
    }
}
