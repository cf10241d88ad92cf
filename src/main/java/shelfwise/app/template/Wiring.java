package shelfwise.app.template;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Which nodes and links of a template are there for these choices. Where a node is left out that only passes one thing on (its one link
 * comes from a port of the same name as the one it would give), the links after it begin where its own began.
 */
final class Wiring {
    /** Ends as files write them: {@code split.train}. */
    record Wire(String from, String to) {
        String fromNode() {
            return from.substring(0, from.indexOf('.'));
        }

        String toNode() {
            return to.substring(0, to.indexOf('.'));
        }

        String fromPort() {
            return from.substring(from.indexOf('.') + 1);
        }
    }

    private final List<JsonNode> nodes = new ArrayList<>();
    private final Set<String> left = new LinkedHashSet<>();
    private List<Wire> wires = new ArrayList<>();

    /** Takes over the nodes and links of {@code json} whose conditions hold. */
    void add(JsonNode json, Bound bound) {
        for (JsonNode node : json.path("nodes")) {
            if (holds(node, bound)) nodes.add(node);
            else left.add(node.path("id").stringValue());
        }
        for (JsonNode link : json.path("links")) {
            if (holds(link, bound)) wires.add(new Wire(link.path("from").stringValue(), link.path("to").stringValue()));
        }
    }

    private static boolean holds(JsonNode json, Bound bound) {
        return !json.has("when") || bound.holds(json.path("when").stringValue());
    }

    List<JsonNode> nodes() {
        return nodes;
    }

    List<Wire> wires() {
        for (String node : left) wires = without(node);
        return wires;
    }

    private List<Wire> without(String node) {
        List<Wire> into = wires.stream().filter(w -> w.toNode().equals(node)).toList();
        var kept = new ArrayList<Wire>();
        for (Wire w : wires) {
            if (w.toNode().equals(node)) continue;
            if (!w.fromNode().equals(node)) kept.add(w);
            else if (into.size() == 1 && into.getFirst().fromPort().equals(w.fromPort())) kept.add(new Wire(into.getFirst().from(), w.to()));
        }
        return kept.stream().distinct().toList();
    }
}
