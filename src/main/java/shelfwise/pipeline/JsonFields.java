package shelfwise.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import shelfwise.base.Problem;
import tools.jackson.databind.JsonNode;

/** Fields of a JSON object, refused by name where they are not what they should be. */
final class JsonFields {
    private JsonFields() { }

    static void known(JsonNode json, Set<String> fields, String place) {
        if (!json.isObject()) throw Problem.of("pipeline.not-a-pipeline", place).asException();
        for (Map.Entry<String, JsonNode> e : json.properties()) {
            if (!fields.contains(e.getKey())) throw Problem.of("pipeline.unknown-field", place, e.getKey(), fields.stream().sorted().toList()).asException();
        }
    }

    static Iterable<JsonNode> array(JsonNode json, String field, String place) {
        JsonNode array = json.get(field);
        if (array == null) return List.of();
        if (!array.isArray()) throw Problem.of("pipeline.field-wrong", place, field).asException();
        return array;
    }

    static List<String> texts(JsonNode json, String field, String place) {
        var texts = new ArrayList<String>();
        for (JsonNode t : array(json, field, place)) {
            if (!t.isString()) throw Problem.of("pipeline.field-wrong", place, field).asException();
            texts.add(t.stringValue());
        }
        return texts;
    }

    static String text(JsonNode json, String field, String place) {
        JsonNode value = json.get(field);
        if (value == null) throw Problem.of("pipeline.field-missing", place, field).asException();
        if (!value.isString()) throw Problem.of("pipeline.field-wrong", place, field).asException();
        return value.stringValue();
    }

    static String text(JsonNode json, String field, String missing, String place) {
        return json.has(field) ? text(json, field, place) : missing;
    }

    static boolean flag(JsonNode json, String field, boolean missing, String place) {
        JsonNode value = json.get(field);
        if (value == null) return missing;
        if (!value.isBoolean()) throw Problem.of("pipeline.field-wrong", place, field).asException();
        return value.booleanValue();
    }

    /** 1 or more; 1 if it is missing. */
    static int version(JsonNode json, String place) {
        JsonNode value = json.get("version");
        if (value == null) return 1;
        if (!value.isIntegralNumber() || !value.canConvertToInt() || value.intValue() < 1) throw Problem.of("pipeline.field-wrong", place, "version").asException();
        return value.intValue();
    }

    /** 0 if it is missing. */
    static double number(JsonNode json, String field, String place) {
        JsonNode value = json.get(field);
        if (value == null) return 0;
        double number = value.isNumber() ? value.asDouble(Double.NaN) : Double.NaN;
        if (!Double.isFinite(number)) throw Problem.of("pipeline.field-wrong", place, field).asException();
        return number;
    }

    static double size(JsonNode json, String field, String place) {
        double number = number(json, field, place);
        if (!(number > 0)) throw Problem.of("pipeline.field-wrong", place, field).asException();
        return number;
    }
}
