package shelfwise.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import shelfwise.base.Problem;
import shelfwise.base.ProblemException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What can be used of a node that can't be read as a whole.
 *
 * @param node    readable: settings that were understood, defaults for the others
 * @param dropped the settings that were not understood, by name, in the order of the file
 */
public record KnownPart(Node node, List<String> dropped) {
    public KnownPart {
        dropped = List.copyOf(dropped);
    }

    /**
     * The known part of an {@link Unread} node; a readable one is its own known part.
     *
     * @throws ProblemException if its operator is not known: then nothing of it is
     */
    public static KnownPart of(Node node, OperatorCatalogue operators) {
        if (!(node.settings() instanceof Unread unread)) return new KnownPart(node, List.of());
        Operator<?> operator = operators.find(node.operator()).orElseThrow(() -> Problem.of("pipeline.unknown-operator", node.id(), node.operator()).asException());
        SettingsForm form = SettingsForm.of(operator);
        ObjectNode written = written(unread, node, operator);
        Record settings = operator.defaults();
        List<String> left = written.properties().stream().map(Map.Entry::getKey).toList(), before;
        do { // settings that must fit each other are refused until their partner is there
            before = left;
            var refused = new ArrayList<String>();
            for (String name : before) {
                try {
                    settings = form.with(settings, name, SettingJson.read(form.spec(name), written.get(name)));
                } catch (ProblemException _) {
                    refused.add(name);
                }
            }
            left = refused;
        } while (!left.isEmpty() && left.size() < before.size());
        return new KnownPart(new Node(node.id(), node.operator(), operator.version(), settings, node.label(), node.x(), node.y(), node.enabled()), left);
    }

    private static ObjectNode written(Unread unread, Node node, Operator<?> operator) {
        try {
            JsonNode json = JsonFiles.parse(unread.json()).get("settings");
            if (!(json instanceof ObjectNode settings)) return JsonNodeFactory.instance.objectNode();
            return node.version() <= operator.version() ? Migrating.settings(settings, node.version(), operator) : settings;
        } catch (JsonFiles.BrokenJson e) {
            throw new IllegalStateException("it was read before", e);
        }
    }
}
