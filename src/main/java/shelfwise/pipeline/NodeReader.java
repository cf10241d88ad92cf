package shelfwise.pipeline;

import java.util.Set;
import shelfwise.base.Problem;
import shelfwise.base.ProblemException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes a node of parsed JSON; one that it does not understand becomes an {@link Unread} one. */
final class NodeReader {
    private static final Set<String> FIELDS = Set.of("id", "operator", "version", "label", "enabled", "x", "y", "settings");
    private final OperatorCatalogue operators;

    NodeReader(OperatorCatalogue operators) {
        this.operators = operators;
    }

    /** @throws ProblemException if it has no id, place or operator's name: then it could not be shown */
    Node read(JsonNode json, String place) {
        if (!json.isObject()) throw Problem.of("pipeline.not-a-pipeline", place).asException();
        String id = JsonFields.text(json, "id", place);
        if (id.isEmpty()) throw Problem.of("pipeline.bad-node-id", place).asException();
        String operator = JsonFields.text(json, "operator", id), label = json.has("label") ? JsonFields.text(json, "label", id) : "";
        double x = JsonFields.number(json, "x", id), y = JsonFields.number(json, "y", id);
        boolean enabled = JsonFields.flag(json, "enabled", true, id);
        try {
            Operator<?> known = operators.find(operator).orElseThrow(() -> Problem.of("pipeline.unknown-operator", "", operator).asException());
            return new Node(id, operator, known.version(), settings(json, known), label, x, y, enabled);
        } catch (ProblemException e) {
            Problem problem = e.problem().where().equals(id) ? e.problem() : e.problem().in(id);
            return new Node(id, operator, writtenVersion(json), new Unread(json.toString(), problem), label, x, y, enabled);
        }
    }

    private static Record settings(JsonNode json, Operator<?> operator) {
        JsonFields.known(json, FIELDS, "");
        int version = version(json, operator);
        if (!json.has("settings")) return operator.defaults();
        if (!(json.get("settings") instanceof ObjectNode written)) throw Problem.of("pipeline.field-wrong", "", "settings").asException();
        return SettingsForm.of(operator).fromJson(Migrating.settings(written, version, operator));
    }

    private static int version(JsonNode json, Operator<?> operator) {
        JsonNode version = json.get("version");
        if (version == null) return operator.version();
        if (!version.isIntegralNumber() || !version.canConvertToInt() || version.intValue() < 1) throw Problem.of("pipeline.field-wrong", "", "version").asException();
        if (version.intValue() > operator.version()) throw Problem.of("pipeline.newer-operator", "", operator.id(), version.toString(), Integer.toString(operator.version())).asException();
        return version.intValue();
    }

    private static int writtenVersion(JsonNode json) {
        JsonNode version = json.get("version");
        return version != null && version.canConvertToInt() && version.isIntegralNumber() ? Math.max(1, version.intValue()) : 1;
    }
}
