package shelfwise.pipeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.UnaryOperator;
import shelfwise.base.ProblemException;

/**
 * A group takes another version of the own operator it was made of. Steps that both versions have keep their ids, and with them their place in
 * the cache, the names of their models and the links from outside; settings that both offer keep their values.
 */
public final class Renewal {
    /** @param lost links from outside that found no port any more */
    public record Renewed(Pipeline pipeline, List<Link> lost) { }

    private final Pipeline before;
    private final OperatorCatalogue operators;
    private final Group group;
    private final Origin origin;
    private final OwnOperator now;
    private final Set<String> inside;
    /** The new id in the pipeline of each step. */
    private final SequencedMap<String, String> ids = new LinkedHashMap<>();
    private final double[] corner;

    private Renewal(Pipeline before, OperatorCatalogue operators, Group group, Origin origin, OwnOperator now) {
        this.before = before;
        this.operators = operators;
        this.group = group;
        this.origin = origin;
        this.now = now;
        inside = Groups.within(before, group.id());
        corner = Groups.corner(before, List.of(group.id()));
        var taken = new HashSet<>(before.ids());
        now.steps().nodes().forEach(n -> ids.put(n.id(), id(n.id(), before.find(origin.steps().getOrDefault(n.id(), "")).map(Node::id), taken)));
        now.steps().groups().forEach(g -> ids.put(g.id(), id(g.id(), before.group(origin.steps().getOrDefault(g.id(), "")).map(Group::id), taken)));
    }

    private String id(String step, Optional<String> known, Set<String> taken) {
        if (known.isPresent() && inside.contains(known.get())) return known.get();
        String free = Fragment.free(step, taken);
        taken.add(free);
        return free;
    }

    /**
     * @param group that was made of {@code now} in another version
     * @throws IllegalArgumentException if it was made of no own operator
     */
    public static Renewed of(Pipeline pipeline, OperatorCatalogue operators, String group, OwnOperator now) {
        Group found = pipeline.group(group).orElseThrow(() -> new IllegalArgumentException("no group " + group));
        Origin origin = found.origin().orElseThrow(() -> new IllegalArgumentException(group + " was made by hand"));
        return new Renewal(pipeline, operators, found, origin, now).made();
    }

    private Renewed made() {
        var gone = new HashSet<>(inside);
        gone.removeAll(ids.values());
        var bare = new Pipeline(before.name(), nodes(), List.of(), before.notes(), groups(gone), parameters(gone), before.unread());
        var lost = new ArrayList<Link>();
        Pipeline linked = new Relinking(bare, lost).linked();
        return new Renewed(followed(linked), List.copyOf(lost));
    }

    private UnaryOperator<String> named() {
        return step -> ids.getOrDefault(step, step);
    }

    private List<Node> nodes() {
        var fresh = new LinkedHashMap<String, Node>();
        for (Node n : now.steps().nodes()) {
            String id = named().apply(n.id());
            Node made = n.withId(id).at(n.x() + corner[0], n.y() + corner[1]);
            fresh.put(id, before.find(id).map(old -> offeredOf(n.id(), old, made)).orElse(made));
        }
        var nodes = new ArrayList<Node>();
        for (Node n : before.nodes()) {
            Node made = fresh.remove(n.id());
            if (made != null) nodes.add(made);
            else if (!inside.contains(n.id())) nodes.add(n);
        }
        nodes.addAll(fresh.values());
        return nodes;
    }

    /** The new step with the values that were given to the old one from outside. */
    private Node offeredOf(String step, Node old, Node made) {
        if (!old.operator().equals(made.operator()) || operators.readable(old).isEmpty()) return made;
        SettingsForm form = operators.form(made);
        Record settings = made.settings();
        for (SettingSpec s : form.specs()) {
            String written = step + "." + s.name();
            if (!now.offered().contains(written) || !origin.offered().contains(written)) continue;
            try {
                settings = form.with(settings, s.name(), form.get(old.settings(), s.name()));
            } catch (ProblemException _) {
                continue; // the other settings of the newer one don't go with that value
            }
        }
        return made.withSettings(settings);
    }

    private List<Group> groups(Set<String> gone) {
        var fresh = new LinkedHashMap<String, Group>();
        for (Group g : now.steps().groups()) {
            String id = named().apply(g.id());
            Group made = g.renamed(named()).withId(id).at(g.x() + corner[0], g.y() + corner[1]);
            fresh.put(id, before.group(id).map(old -> made.withFolded(old.folded())).orElse(made));
        }
        var deeper = new HashSet<String>();
        now.steps().groups().forEach(g -> deeper.addAll(g.members()));
        var members = new ArrayList<String>();
        ids.forEach((step, id) -> {
            if (!deeper.contains(step)) members.add(id);
        });
        var groups = new ArrayList<Group>();
        for (Group g : before.groups()) {
            Group made = fresh.remove(g.id());
            if (made != null) groups.add(made);
            else if (g.id().equals(group.id())) groups.add(g.withMembers(members).withOrigin(OwnOperators.origin(now, ids)));
            else if (!inside.contains(g.id())) groups.add(g.without(gone));
        }
        groups.addAll(fresh.values());
        return groups;
    }

    /** Without those of steps that are gone, and of settings that a step has no more. */
    private List<Parameter> parameters(Set<String> gone) {
        Map<String, Node> known = new HashMap<>();
        nodes().forEach(n -> known.put(n.id(), n));
        return Parameters.without(before.parameters(), gone).stream().map(p -> p.withSettings(p.settings().stream().filter(s -> {
            Node n = known.get(Parameter.nodeOf(s));
            return n == null || !inside.contains(n.id()) || operators.form(n).specs().stream().anyMatch(spec -> spec.name().equals(Parameter.settingOf(s)));
        }).toList())).toList();
    }

    /** Settings hold the values of the parameters they follow; one that can't any more follows none. */
    private Pipeline followed(Pipeline renewed) {
        Pipeline done = renewed;
        for (Parameter p : renewed.parameters()) {
            try {
                done = Parameters.set(done, operators, p.name(), p.value());
            } catch (ProblemException _) {
                for (String s : p.settings()) if (inside.contains(Parameter.nodeOf(s))) done = Parameters.unbind(done, Parameter.nodeOf(s), Parameter.settingOf(s));
            }
        }
        return done;
    }

    /** The links: those outside stay, those inside come from the newer one, those between lead to the port that is now in place of theirs. */
    private final class Relinking {
        private final Pipeline bare;
        private final List<Link> lost;
        private final Map<LinkEnds.End, LinkEnds.End> inputs = new HashMap<>(), outputs = new HashMap<>();

        Relinking(Pipeline bare, List<Link> lost) {
            this.bare = bare;
            this.lost = lost;
            move(true, inputs);
            move(false, outputs);
        }

        /** Where each port with a link from outside has gone. */
        private void move(boolean input, Map<LinkEnds.End, LinkEnds.End> moved) {
            var open = new LinkedHashSet<LinkEnds.End>();
            for (String w : input ? now.inputs() : now.outputs()) open.add(new LinkEnds.End(named().apply(Parameter.nodeOf(w)), Parameter.settingOf(w)));
            var ends = new LinkedHashSet<LinkEnds.End>();
            for (Link l : before.links()) {
                if (inside.contains(l.toNode()) != inside.contains(l.fromNode()) && inside.contains(input ? l.toNode() : l.fromNode())) ends.add(end(l, input));
            }
            var free = new LinkedHashSet<>(open);
            for (LinkEnds.End e : ends) if (free.remove(e)) moved.put(e, e);
            for (LinkEnds.End e : ends) {
                if (moved.containsKey(e)) continue;
                Optional<PortType> type = type(before, e, input);
                LinkEnds.End to = free.stream().filter(o -> type.equals(type(bare, o, input))).findFirst().orElse(e);
                free.remove(to);
                moved.put(e, to);
            }
        }

        private static LinkEnds.End end(Link l, boolean input) {
            return input ? new LinkEnds.End(l.toNode(), l.toPort()) : new LinkEnds.End(l.fromNode(), l.fromPort());
        }

        private Optional<PortType> type(Pipeline of, LinkEnds.End end, boolean input) {
            return of.find(end.node()).flatMap(operators::readable).flatMap(o -> (input ? o.inputs() : o.outputs()).stream().filter(p -> p.name().equals(end.port())).findFirst()).map(Port::type);
        }

        Pipeline linked() {
            var inner = new LinkedHashSet<Link>();
            now.steps().links().forEach(l -> inner.add(new Link(named().apply(l.fromNode()), l.fromPort(), named().apply(l.toNode()), l.toPort())));
            var certain = new ArrayList<>(inner);
            before.links().stream().filter(l -> !inside.contains(l.fromNode()) && !inside.contains(l.toNode())).forEach(certain::add);
            Pipeline whole = bare.withLinks(certain);
            var all = new ArrayList<Link>();
            for (Link l : before.links()) {
                boolean from = inside.contains(l.fromNode()), to = inside.contains(l.toNode());
                Link is = from && to ? l : moved(l, from, to);
                if (from != to) {
                    Optional<Pipeline> more = with(whole, is);
                    if (more.isEmpty()) lost.add(l);
                    else all.add(is);
                    whole = more.orElse(whole);
                } else if (!from || inner.remove(l)) all.add(l);
            }
            all.addAll(inner);
            return bare.withLinks(all);
        }

        private Link moved(Link l, boolean from, boolean to) {
            LinkEnds.End start = end(l, false), end = end(l, true);
            if (from) start = outputs.getOrDefault(start, start);
            if (to) end = inputs.getOrDefault(end, end);
            return new Link(start.node(), start.port(), end.node(), end.port());
        }

        private Optional<Pipeline> with(Pipeline whole, Link link) {
            try {
                Pipeline linked = whole.link(link);
                LinkRules.checkPorts(linked, link, operators);
                return Optional.of(linked);
            } catch (ProblemException _) {
                return Optional.empty();
            }
        }
    }
}
