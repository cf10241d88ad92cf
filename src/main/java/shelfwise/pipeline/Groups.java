package shelfwise.pipeline;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import shelfwise.base.Checks;

/** Edits of groups, and what is seen of a folded one. */
public final class Groups {
    private Groups() { }

    /**
     * A port of a folded group: that of a node in it.
     *
     * @param input whether values come in there
     */
    public record GroupPort(String node, Port port, boolean input) { }

    /**
     * Puts nodes and groups into a new group, unfolded, in place of the first of them. What is in another group leaves that one.
     *
     * @param ids of nodes and groups, at least one
     */
    public static Pipeline make(Pipeline pipeline, Set<String> ids, String id, String label) {
        var members = new ArrayList<String>();
        for (Node n : pipeline.nodes()) if (ids.contains(n.id())) members.add(n.id());
        for (Group g : pipeline.groups()) if (ids.contains(g.id())) members.add(g.id());
        members.removeIf(m -> outermostIn(pipeline, m, ids));
        Checks.that(!members.isEmpty(), "nothing to group");
        Optional<Group> common = commonParent(pipeline, members);
        double[] place = corner(pipeline, members);
        var rest = new ArrayList<Group>();
        var empty = new HashSet<String>();
        for (Group g : pipeline.groups()) {
            var left = new ArrayList<>(g.members());
            left.removeAll(members);
            if (common.isPresent() && g.id().equals(common.get().id())) left.add(id);
            if (left.isEmpty()) empty.add(g.id());
            else rest.add(left.equals(g.members()) ? g : g.withMembers(left));
        }
        rest.add(new Group(id, label, members, false, place[0], place[1]));
        return pipeline.withGroups(without(rest, empty));
    }

    /** Whether a group around {@code member} is itself among {@code ids}: then it comes along. */
    private static boolean outermostIn(Pipeline pipeline, String member, Set<String> ids) {
        for (Optional<Group> g = parent(pipeline, member); g.isPresent(); g = parent(pipeline, g.get().id())) if (ids.contains(g.get().id())) return true;
        return false;
    }

    private static Optional<Group> commonParent(Pipeline pipeline, List<String> members) {
        Optional<Group> first = parent(pipeline, members.getFirst());
        return first.filter(g -> g.members().containsAll(members));
    }

    /** Takes the group away; its members stay, in the group around it if there is one. */
    public static Pipeline dissolve(Pipeline pipeline, String id) {
        Group gone = pipeline.group(id).orElseThrow(() -> new IllegalArgumentException("no group " + id));
        var rest = new ArrayList<Group>();
        for (Group g : pipeline.groups()) {
            if (g.id().equals(id)) continue;
            var members = new ArrayList<String>();
            for (String m : g.members()) {
                if (m.equals(id)) members.addAll(gone.members());
                else members.add(m);
            }
            rest.add(members.equals(g.members()) ? g : g.withMembers(members));
        }
        return pipeline.withGroups(rest);
    }

    /** Draws it as one box, where its nodes are, or its nodes. */
    public static Pipeline fold(Pipeline pipeline, String id, boolean folded) {
        double[] place = corner(pipeline, List.of(id));
        return pipeline.withGroups(pipeline.groups().stream()
                .map(g -> !g.id().equals(id) ? g : folded && !g.folded() ? g.withFolded(true).at(place[0], place[1]) : g.withFolded(folded)).toList());
    }

    public static Pipeline label(Pipeline pipeline, String id, String label) {
        return pipeline.withGroups(pipeline.groups().stream().map(g -> g.id().equals(id) ? g.withLabel(label) : g).toList());
    }

    /** The group that a node or group is a member of. */
    public static Optional<Group> parent(Pipeline pipeline, String id) {
        return pipeline.groups().stream().filter(g -> g.members().contains(id)).findFirst();
    }

    /** All nodes and groups in a group, near or far; nothing for a node. */
    public static SequencedSet<String> within(Pipeline pipeline, String id) {
        var found = new LinkedHashSet<String>();
        pipeline.group(id).ifPresent(g -> {
            for (String m : g.members()) {
                found.add(m);
                found.addAll(within(pipeline, m));
            }
        });
        return found;
    }

    /** The nodes in a group, near or far, in the order they were placed. */
    public static List<Node> nodes(Pipeline pipeline, String id) {
        Set<String> within = within(pipeline, id);
        return pipeline.nodes().stream().filter(n -> within.contains(n.id())).toList();
    }

    /** What is seen in place of a node or group: the outermost folded group around it, else itself. */
    public static String shown(Pipeline pipeline, String id) {
        String shown = id;
        for (Optional<Group> g = parent(pipeline, id); g.isPresent(); g = parent(pipeline, g.get().id())) if (g.get().folded()) shown = g.get().id();
        return shown;
    }

    /**
     * The ports of a group: those of its nodes that a link joins to a node outside, inputs that lack a link, outputs that nothing reads, and
     * those of the own operator that it was made of. Nodes that can't be read show only those with links.
     */
    public static List<GroupPort> ports(Pipeline pipeline, String id, OperatorCatalogue operators) {
        var always = new HashSet<Origin.Place>();
        var alwaysOut = new HashSet<Origin.Place>();
        pipeline.group(id).flatMap(Group::origin).ifPresent(o -> {
            o.inputs().forEach(i -> o.place(i).ifPresent(always::add));
            o.outputs().forEach(i -> o.place(i).ifPresent(alwaysOut::add));
        });
        var inside = new HashSet<String>();
        nodes(pipeline, id).forEach(n -> inside.add(n.id()));
        return ports(pipeline, inside, operators, always, alwaysOut);
    }

    /** As {@link #ports(Pipeline, String, OperatorCatalogue)}, of nodes that need not be a group. */
    static List<GroupPort> ports(Pipeline pipeline, Set<String> inside, OperatorCatalogue operators, Set<Origin.Place> inputs, Set<Origin.Place> outputs) {
        var ports = new ArrayList<GroupPort>();
        for (Node n : pipeline.nodes()) {
            Optional<Operator<?>> operator = inside.contains(n.id()) ? operators.readable(n) : Optional.empty();
            if (operator.isEmpty()) continue;
            for (Port p : operator.get().inputs()) {
                List<Link> links = pipeline.into(n.id(), p.name());
                if (inputs.contains(new Origin.Place(n.id(), p.name())) || (links.isEmpty() ? !p.optional() : links.stream().anyMatch(l -> !inside.contains(l.fromNode())))) {
                    ports.add(new GroupPort(n.id(), p, true));
                }
            }
            for (Port p : operator.get().outputs()) {
                List<Link> links = pipeline.outOf(n.id()).stream().filter(l -> l.fromPort().equals(p.name())).toList();
                if (outputs.contains(new Origin.Place(n.id(), p.name())) || links.isEmpty() || links.stream().anyMatch(l -> !inside.contains(l.toNode()))) {
                    ports.add(new GroupPort(n.id(), p, false));
                }
            }
        }
        return List.copyOf(ports);
    }

    /** Upper left corner of nodes and groups. */
    static double[] corner(Pipeline pipeline, List<String> ids) {
        var all = new HashSet<>(ids);
        ids.forEach(id -> all.addAll(within(pipeline, id)));
        List<Node> nodes = pipeline.nodes().stream().filter(n -> all.contains(n.id())).toList();
        return new double[] {nodes.stream().mapToDouble(Node::x).min().orElse(0), nodes.stream().mapToDouble(Node::y).min().orElse(0)};
    }

    /** Groups left when nodes and groups are gone; one that has no members left is gone as well. */
    static List<Group> without(List<Group> groups, Set<String> gone) {
        var lost = new HashSet<>(gone);
        List<Group> rest = groups;
        for (boolean again = true; again; ) {
            var left = new ArrayList<Group>();
            for (Group g : rest) {
                if (lost.contains(g.id())) continue;
                List<String> members = g.members().stream().filter(m -> !lost.contains(m)).toList();
                if (members.isEmpty()) lost.add(g.id());
                else left.add(g.without(lost));
            }
            again = left.stream().anyMatch(g -> g.members().stream().anyMatch(lost::contains));
            rest = left;
        }
        return List.copyOf(rest);
    }
}
