package shelfwise.pipeline.diff;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import shelfwise.pipeline.Link;
import shelfwise.pipeline.Node;
import shelfwise.pipeline.Pipeline;

/** Finds for the nodes of one pipeline those of another that are the same: by id, else by operator and place in the graph. */
final class Matching {
    private final Pipeline before, after;
    private final Map<String, String> found = new LinkedHashMap<>();
    private final Set<String> left = new LinkedHashSet<>(), free = new LinkedHashSet<>();

    private Matching(Pipeline before, Pipeline after) {
        this.before = before;
        this.after = after;
    }

    /** From ids of the first to ids of the second; a node without a counterpart is not there. */
    static Map<String, String> of(Pipeline before, Pipeline after) {
        var matching = new Matching(before, after);
        for (Node n : after.nodes()) if (before.find(n.id()).isEmpty()) matching.free.add(n.id());
        for (Node n : before.nodes()) {
            if (after.find(n.id()).isPresent()) matching.found.put(n.id(), n.id());
            else matching.left.add(n.id());
        }
        while (matching.join()) { }
        return matching.found;
    }

    /** Joins the pair that is most alike; a pair found makes its neighbours more alike. */
    private boolean join() {
        double best = 0;
        String from = "", to = "";
        for (String b : left) {
            for (String a : free) {
                double likeness = likeness(before.node(b), after.node(a));
                if (likeness <= best) continue;
                best = likeness;
                from = b;
                to = a;
            }
        }
        if (best == 0) return false;
        found.put(from, to);
        left.remove(from);
        free.remove(to);
        return true;
    }

    /** 0 for another operator, and where neither links nor settings nor the operator, if it is the only one, speak for it. */
    private double likeness(Node b, Node a) {
        if (!b.operator().equals(a.operator())) return 0;
        Set<String> was = links(before, b.id(), true), is = links(after, a.id(), false);
        long shared = was.stream().filter(is::contains).count();
        boolean only = left.stream().filter(id -> before.node(id).operator().equals(b.operator())).count() == 1
                && free.stream().filter(id -> after.node(id).operator().equals(a.operator())).count() == 1;
        double likeness = 2.0 * shared / Math.max(1, was.size() + is.size()) + (b.settings().equals(a.settings()) ? 0.5 : 0);
        return likeness > 0 ? likeness + (only ? 0.1 : 0) : only ? 0.1 : 0;
    }

    /** What a node is linked to, in ids of the second pipeline. */
    private Set<String> links(Pipeline pipeline, String id, boolean first) {
        Set<String> ends = new LinkedHashSet<>();
        for (Link l : pipeline.into(id)) ends.add(l.toPort() + " < " + l.fromPort() + " " + named(l.fromNode(), first));
        for (Link l : pipeline.outOf(id)) ends.add(l.fromPort() + " > " + l.toPort() + " " + named(l.toNode(), first));
        return ends;
    }

    private String named(String id, boolean first) {
        return first ? found.getOrDefault(id, "?" + id) : id;
    }
}
