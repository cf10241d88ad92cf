package shelfwise.pipeline;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import shelfwise.base.Problem;

/** Puts nodes into an order in which each comes after those it takes values from. */
final class Order {
    private final SequencedMap<String, Node> nodes = new LinkedHashMap<>();
    private final Map<String, List<String>> before = new LinkedHashMap<>();
    private final List<Node> done = new ArrayList<>();
    private final HashSet<String> placed = new HashSet<>();

    private Order(List<Node> nodes, List<Link> links) {
        for (Node n : nodes) {
            this.nodes.put(n.id(), n);
            before.put(n.id(), new ArrayList<>());
        }
        for (Link l : links) before.getOrDefault(l.toNode(), new ArrayList<>()).add(l.fromNode());
    }

    /** Rounds over what is left, so that a chain of thousands of nodes needs no deep stack. @throws shelfwise.base.ProblemException on a cycle */
    static List<Node> of(List<Node> nodes, List<Link> links) {
        var order = new Order(nodes, links);
        for (boolean moved = true; moved && order.done.size() < nodes.size(); ) moved = order.round();
        if (order.done.size() < nodes.size()) throw Problem.of("pipeline.cycle", "", order.cycle()).asException();
        return List.copyOf(order.done);
    }

    private boolean round() {
        boolean moved = false;
        for (Node n : nodes.values()) {
            if (placed.contains(n.id()) || !placed.containsAll(before.getOrDefault(n.id(), List.of()))) continue;
            placed.add(n.id());
            done.add(n);
            moved = true;
        }
        return moved;
    }

    /** Every node left has one before it that is left too: walking back must meet a node again. */
    private String cycle() {
        var walked = new ArrayList<String>();
        String at = nodes.keySet().stream().filter(id -> !placed.contains(id)).findFirst().orElseThrow();
        while (!walked.contains(at)) {
            walked.add(at);
            at = before.getOrDefault(at, List.of()).stream().filter(id -> !placed.contains(id)).findFirst().orElseThrow();
        }
        var ring = new ArrayList<>(walked.subList(walked.indexOf(at), walked.size()).reversed());
        ring.add(ring.getFirst());
        return String.join(" -> ", ring);
    }
}
