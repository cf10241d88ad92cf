package shelfwise.pipeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import shelfwise.base.Problem;
import shelfwise.base.ProblemException;

/**
 * A pipeline as it runs: without the nodes that are switched off and those that then lack a needed input, and with the copies that sweeps
 * ask for. What is drawn runs as well, so that each drawn node has a result of its own.
 *
 * @param pipeline what runs
 * @param skipped  the nodes that lack an input, in their order, each with the node that is switched off
 * @param refused  sweeps that can't be made into copies, and why; they are in the pipeline
 * @param copies   the copies, each with the sweep that it is made for
 */
record Expansion(Pipeline pipeline, SequencedMap<String, String> skipped, Map<String, Problem> refused, Map<String, String> copies) {
    /** More would not be looked at by anybody. */
    private static final int MOST = 200;
    private static final int LONGEST_ID = 56;

    static Expansion of(Pipeline drawn, OperatorCatalogue operators) {
        var skipped = new LinkedHashMap<String, String>();
        Map<String, String> gone = gone(drawn, operators, skipped);
        var now = new Expansion(without(drawn, gone.keySet()), skipped, new HashMap<>(), new HashMap<>());
        for (Node n : now.pipeline().order()) {
            if (operators.readable(n).orElse(null) instanceof Sweeping sweeping) now = now.swept(drawn, n, sweeping, operators);
        }
        return now;
    }

    /** The nodes that do not take part, each with the one that is switched off. */
    private static Map<String, String> gone(Pipeline drawn, OperatorCatalogue operators, Map<String, String> skipped) {
        var gone = new HashMap<String, String>();
        for (Node n : drawn.order()) {
            if (!n.enabled()) gone.put(n.id(), n.id());
            else {
                Optional<String> off = operators.readable(n).flatMap(o -> lacking(drawn, n, o, gone));
                off.ifPresent(by -> {
                    gone.put(n.id(), by);
                    skipped.put(n.id(), by);
                });
            }
        }
        return gone;
    }

    private static Optional<String> lacking(Pipeline drawn, Node node, Operator<?> operator, Map<String, String> gone) {
        for (Port port : operator.inputs()) {
            List<Link> links = drawn.into(node.id(), port.name());
            if (port.optional() || links.isEmpty() || !links.stream().allMatch(l -> gone.containsKey(l.fromNode()))) continue;
            return Optional.ofNullable(gone.get(links.getFirst().fromNode()));
        }
        return Optional.empty();
    }

    private static Pipeline without(Pipeline drawn, Set<String> gone) {
        return new Pipeline(drawn.name(), drawn.nodes().stream().filter(n -> !gone.contains(n.id())).toList(),
                drawn.links().stream().filter(l -> !gone.contains(l.fromNode()) && !gone.contains(l.toNode())).toList());
    }

    private Expansion swept(Pipeline drawn, Node sweep, Sweeping sweeping, OperatorCatalogue operators) {
        try {
            List<Sweeping.Axis> axes = sweeping.axes(sweep.settings());
            if (Sweeping.count(axes) == 0) throw Problem.of("pipeline.sweep-nothing", sweep.id()).asException();
            if (Sweeping.count(axes) > MOST) throw Problem.of("pipeline.sweep-many", sweep.id(), Sweeping.count(axes), MOST).asException();
            return copied(drawn, sweep, axes, operators);
        } catch (ProblemException e) {
            var all = new HashMap<>(refused);
            all.put(sweep.id(), e.problem().where().startsWith(sweep.id()) ? e.problem() : e.problem().in(sweep.id()));
            return new Expansion(pipeline, skipped, all, copies);
        }
    }

    private Expansion copied(Pipeline drawn, Node sweep, List<Sweeping.Axis> axes, OperatorCatalogue operators) {
        Set<String> branch = branch(drawn, sweep, axes);
        var nodes = new ArrayList<>(pipeline.nodes());
        var links = new ArrayList<>(pipeline.links());
        links.removeIf(l -> l.toNode().equals(sweep.id()) && branch.contains(l.fromNode()));
        var all = new HashMap<>(copies);
        int number = 0;
        for (List<String> values : Sweeping.combinations(axes)) {
            var changes = new ArrayList<String>();
            for (int a = 0; a < axes.size(); a++) changes.add(axes.get(a).setting() + "=" + values.get(a));
            Pipeline changed = Overrides.apply(drawn, changes, operators);
            String ending = Sweeping.MARK + ++number;
            for (Node n : pipeline.nodes()) if (branch.contains(n.id())) nodes.add(changed.node(n.id()).withId(copy(n.id(), ending)));
            for (Link l : pipeline.links()) {
                boolean inside = branch.contains(l.toNode()), last = l.toNode().equals(sweep.id()) && branch.contains(l.fromNode());
                if (!inside && !last) continue;
                links.add(new Link(branch.contains(l.fromNode()) ? copy(l.fromNode(), ending) : l.fromNode(), l.fromPort(), last ? l.toNode() : copy(l.toNode(), ending), l.toPort()));
            }
            branch.forEach(id -> all.put(copy(id, ending), sweep.id()));
        }
        return new Expansion(new Pipeline(pipeline.name(), nodes, links), skipped, refused, all);
    }

    private static String copy(String id, String ending) {
        return id.substring(0, Math.min(id.length(), LONGEST_ID)) + ending;
    }

    /** The nodes that change with the settings, between them and the sweep. */
    private Set<String> branch(Pipeline drawn, Node sweep, List<Sweeping.Axis> axes) {
        List<Node> before = pipeline.upTo(sweep.id());
        var branch = new HashSet<String>();
        for (Sweeping.Axis axis : axes) {
            Set<String> set = nodesOf(drawn, axis.setting());
            if (before.stream().noneMatch(n -> set.contains(n.id()))) throw Problem.of("pipeline.sweep-elsewhere", sweep.id(), axis.setting()).asException();
            branch.addAll(set);
        }
        branch.retainAll(before.stream().map(Node::id).toList());
        for (Node n : before) if (pipeline.into(n.id()).stream().anyMatch(l -> branch.contains(l.fromNode()))) branch.add(n.id());
        branch.remove(sweep.id());
        return branch;
    }

    private static Set<String> nodesOf(Pipeline drawn, String setting) {
        var nodes = new HashSet<String>();
        drawn.parameters().stream().filter(p -> p.name().equals(setting)).forEach(p -> p.settings().forEach(s -> nodes.add(Parameter.nodeOf(s))));
        int dot = setting.indexOf('.');
        if (dot > 0) nodes.add(setting.substring(0, dot));
        return nodes;
    }
}
