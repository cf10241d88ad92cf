package shelfwise.pipeline;

import java.util.Iterator;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * JSON laid out so that one change in meaning is one changed line: each field on its own line, but arrays of plain values, and objects of
 * plain values inside an array, on one.
 */
final class NeatJson {
    private final StringBuilder out = new StringBuilder();

    private NeatJson() { }

    static String write(JsonNode json) {
        var neat = new NeatJson();
        neat.value(json, "\n", false);
        return neat.out.append('\n').toString();
    }

    private void value(JsonNode json, String newLine, boolean inArray) {
        if (json.isObject()) object(json, newLine, inArray && flat(json));
        else if (json.isArray()) array(json, newLine);
        else out.append(json);
    }

    private static boolean flat(JsonNode json) {
        for (JsonNode child : json) if (child.isContainer()) return false;
        return true;
    }

    private void object(JsonNode json, String newLine, boolean oneLine) {
        String deeper = oneLine ? "" : newLine + "  ";
        out.append('{');
        for (Iterator<Map.Entry<String, JsonNode>> fields = json.properties().iterator(); fields.hasNext(); ) {
            Map.Entry<String, JsonNode> field = fields.next();
            out.append(deeper).append(JsonNodeFactory.instance.stringNode(field.getKey())).append(": ");
            value(field.getValue(), deeper, false);
            if (fields.hasNext()) out.append(oneLine ? ", " : ",");
        }
        out.append(oneLine || json.isEmpty() ? "" : newLine).append('}');
    }

    private void array(JsonNode json, String newLine) {
        boolean oneLine = flat(json);
        String deeper = oneLine ? "" : newLine + "  ";
        out.append('[');
        for (Iterator<JsonNode> elements = json.iterator(); elements.hasNext(); ) {
            out.append(deeper);
            value(elements.next(), deeper, true);
            if (elements.hasNext()) out.append(oneLine ? ", " : ",");
        }
        out.append(oneLine || json.isEmpty() ? "" : newLine).append(']');
    }
}
