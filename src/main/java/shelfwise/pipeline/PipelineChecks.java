package shelfwise.pipeline;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import shelfwise.base.Problem;

/** What must hold of a pipeline's parts. */
final class PipelineChecks {
    private PipelineChecks() { }

    /** @return the ids of the nodes */
    static Set<String> check(List<Node> nodes, List<Note> notes, List<Group> groups, List<Parameter> parameters) {
        var ids = new HashSet<String>();
        for (Node n : nodes) once(ids, n.id());
        var all = new HashSet<>(ids);
        for (Note n : notes) once(all, n.id());
        for (Group g : groups) once(all, g.id());
        groups(ids, groups);
        parameters(ids, parameters);
        return ids;
    }

    private static void once(Set<String> ids, String id) {
        if (!ids.add(id)) throw Problem.of("pipeline.two-nodes-one-id", id).asException();
    }

    static void links(Set<String> nodes, List<Link> links) {
        var seen = new HashSet<Link>();
        for (Link l : links) {
            for (String end : List.of(l.fromNode(), l.toNode())) {
                if (!nodes.contains(end)) throw Problem.of("pipeline.no-such-node", l.toString(), end).asException();
            }
            if (!seen.add(l)) throw Problem.of("pipeline.link-twice", l.toString()).asException();
        }
    }

    /** Members are there, in one group at most, and no group is in itself. */
    private static void groups(Set<String> nodes, List<Group> groups) {
        Map<String, String> parent = new HashMap<>();
        var there = new HashSet<>(nodes);
        groups.forEach(g -> there.add(g.id()));
        for (Group g : groups) {
            for (String m : g.members()) {
                if (!there.contains(m)) throw Problem.of("pipeline.no-such-member", g.id(), m).asException();
                if (parent.put(m, g.id()) != null) throw Problem.of("pipeline.member-twice", g.id(), m).asException();
            }
        }
        for (Group g : groups) {
            String at = g.id();
            for (int steps = 0; at != null; steps++, at = parent.get(at)) {
                if (steps > groups.size()) throw Problem.of("pipeline.group-in-itself", g.id()).asException();
            }
        }
    }

    private static void parameters(Set<String> nodes, List<Parameter> parameters) {
        var names = new HashSet<String>();
        var settings = new HashSet<String>();
        for (Parameter p : parameters) {
            if (!names.add(p.name())) throw Problem.of("pipeline.parameter-twice", p.name()).asException();
            for (String s : p.settings()) {
                if (!nodes.contains(Parameter.nodeOf(s))) throw Problem.of("pipeline.parameter-node", p.name(), s).asException();
                if (!settings.add(s)) throw Problem.of("pipeline.setting-bound-twice", p.name(), s).asException();
            }
        }
    }
}
