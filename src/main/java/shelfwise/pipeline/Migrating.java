package shelfwise.pipeline;

import java.util.Comparator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Applies an operator's {@link Migration}s to settings as they stood in a file. */
final class Migrating {
    private Migrating() { }

    static ObjectNode settings(ObjectNode written, int version, Operator<?> operator) {
        ObjectNode now = written.deepCopy();
        operator.migrations().stream().filter(m -> version <= m.from()).sorted(Comparator.comparingInt(Migration::from))
                .forEach(m -> m.changes().forEach(c -> apply(c, now)));
        return now;
    }

    private static void apply(Migration.Change change, ObjectNode settings) {
        switch (change) {
            case Migration.Renamed(String setting, String to) -> {
                JsonNode value = settings.remove(setting);
                if (value != null) settings.set(to, value);
            }
            case Migration.Dropped(String setting) -> settings.remove(setting);
            case Migration.Reworded(String setting, String was, String is) -> {
                JsonNode value = settings.get(setting);
                if (value != null && value.isValueNode() && value.asString().equals(was)) settings.set(setting, value(is));
            }
            case Migration.Preset(String setting, String value) -> {
                if (!settings.has(setting)) settings.set(setting, value(value));
            }
        }
    }

    /** A number, true, false, an array or object where the text is one in JSON, else the text itself. */
    private static JsonNode value(String text) {
        try {
            return JsonFiles.parse(text);
        } catch (JsonFiles.BrokenJson e) {
            return JsonNodeFactory.instance.stringNode(text);
        }
    }
}
