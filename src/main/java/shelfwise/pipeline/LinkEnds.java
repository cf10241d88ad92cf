package shelfwise.pipeline;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where a link that starts at one port may end, known for all ports at once: asking {@link LinkRules#refusal} of each would look for cycles a
 * thousand times. Costs time in proportion to nodes and links. The answers are the same.
 */
public final class LinkEnds {
    /** A port of a node in a pipeline. */
    public record End(String node, String port) { }

    private final Pipeline pipeline;
    private final OperatorCatalogue operators;
    private final End start;
    private final boolean startIsInput;
    private final List<End> fitting = new ArrayList<>();
    private final Set<End> known;

    private LinkEnds(Pipeline pipeline, OperatorCatalogue operators, End start, boolean startIsInput) {
        this.pipeline = pipeline;
        this.operators = operators;
        this.start = start;
        this.startIsInput = startIsInput;
        find();
        known = new HashSet<>(fitting);
    }

    /** @param startIsInput whether the link would lead into the port it starts at; it ends at outputs then */
    public static LinkEnds of(Pipeline pipeline, OperatorCatalogue operators, End start, boolean startIsInput) {
        return new LinkEnds(pipeline, operators, start, startIsInput);
    }

    private void find() {
        Optional<Port> port = pipeline.find(start.node()).flatMap(operators::readable)
                .flatMap(o -> named(startIsInput ? o.inputs() : o.outputs(), start.port()));
        var taken = new HashSet<End>();
        for (Link l : pipeline.links()) taken.add(new End(l.toNode(), l.toPort()));
        if (port.isEmpty() || startIsInput && !port.get().many() && taken.contains(start)) return;
        Set<String> cyclic = reached();
        var there = new HashSet<>(pipeline.links());
        for (Node n : pipeline.nodes()) {
            if (cyclic.contains(n.id())) continue;
            Operator<?> operator = operators.readable(n).orElse(null);
            if (operator == null) continue;
            for (Port p : startIsInput ? operator.outputs() : operator.inputs()) {
                var end = new End(n.id(), p.name());
                boolean free = startIsInput || p.many() || !taken.contains(end);
                if (p.type() == port.get().type() && free && !there.contains(link(end))) fitting.add(end);
            }
        }
    }

    private static Optional<Port> named(List<Port> ports, String name) {
        return ports.stream().filter(p -> p.name().equals(name)).findFirst();
    }

    /** The start and every node that a link to it would close a cycle with. */
    private Set<String> reached() {
        Map<String, List<String>> next = new HashMap<>();
        for (Link l : pipeline.links()) {
            String from = startIsInput ? l.fromNode() : l.toNode(), to = startIsInput ? l.toNode() : l.fromNode();
            next.computeIfAbsent(from, _ -> new ArrayList<>()).add(to);
        }
        var reached = new HashSet<>(Set.of(start.node()));
        var open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            for (String n : next.getOrDefault(open.remove(), List.of())) if (reached.add(n)) open.add(n);
        }
        return reached;
    }

    /** The link that would be drawn to {@code end}. */
    public Link link(End end) {
        return startIsInput ? new Link(end.node(), end.port(), start.node(), start.port()) : new Link(start.node(), start.port(), end.node(), end.port());
    }

    public boolean fits(End end) {
        return known.contains(end);
    }

    /** Every port it may end at, in the pipeline's order of nodes and the operators' of ports. */
    public List<End> all() {
        return List.copyOf(fitting);
    }
}
