package shelfwise.pipeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A part of a pipeline, itself a pipeline, to be copied, kept and put into another one. */
public final class Fragment {
    private Fragment() { }

    /** What pasting made. @param ids of the new nodes, notes and groups that lie in no other new group @param names the new id of each part */
    public record Pasted(Pipeline pipeline, SequencedSet<String> ids, Map<String, String> names) { }

    /** These nodes and notes, all that is in these groups, the links and groups among them, and the parameters that their settings follow. */
    public static Pipeline of(Pipeline pipeline, Set<String> ids) {
        var kept = new HashSet<>(ids);
        for (String id : ids) kept.addAll(Groups.within(pipeline, id));
        Set<String> gone = pipeline.ids();
        gone.removeAll(kept);
        for (Group g : pipeline.groups()) if (kept.containsAll(Groups.within(pipeline, g.id()))) gone.remove(g.id());
        var rest = new Pipeline(pipeline.name(), pipeline.nodes().stream().filter(n -> !gone.contains(n.id())).toList(),
                pipeline.links().stream().filter(l -> !gone.contains(l.fromNode()) && !gone.contains(l.toNode())).toList(),
                pipeline.notes().stream().filter(n -> !gone.contains(n.id())).toList(), Groups.without(pipeline.groups(), gone),
                Parameters.without(pipeline.parameters(), gone), "");
        return rest.withParameters(rest.parameters().stream().filter(p -> !p.settings().isEmpty()).toList());
    }

    /**
     * Puts a part into a pipeline, under ids that are free, moved by (dx, dy). A parameter of the part that the pipeline has too, with the same
     * value, is shared; one with another value comes under a free name.
     */
    public static Pasted paste(Pipeline into, Pipeline part, double dx, double dy) {
        Map<String, String> names = new HashMap<>();
        var taken = new HashSet<>(into.ids());
        for (String id : idsInOrder(part)) {
            String free = free(id, taken);
            names.put(id, free);
            taken.add(free);
        }
        UnaryOperator<String> named = id -> names.getOrDefault(id, id);
        var nodes = new ArrayList<>(into.nodes());
        part.nodes().forEach(n -> nodes.add(n.withId(named.apply(n.id())).at(n.x() + dx, n.y() + dy)));
        var links = new ArrayList<>(into.links());
        part.links().forEach(l -> links.add(new Link(named.apply(l.fromNode()), l.fromPort(), named.apply(l.toNode()), l.toPort())));
        var notes = new ArrayList<>(into.notes());
        part.notes().forEach(n -> notes.add(n.withId(named.apply(n.id())).at(n.x() + dx, n.y() + dy)));
        var groups = new ArrayList<>(into.groups());
        part.groups().forEach(g -> groups.add(g.renamed(named).withId(named.apply(g.id())).at(g.x() + dx, g.y() + dy)));
        var made = new LinkedHashSet<String>();
        idsInOrder(part).stream().filter(id -> Groups.parent(part, id).isEmpty()).forEach(id -> made.add(named.apply(id)));
        return new Pasted(new Pipeline(into.name(), nodes, links, notes, groups, parameters(into, Parameters.renamed(part.parameters(), named)), into.unread()), made, names);
    }

    private static List<String> idsInOrder(Pipeline part) {
        var ids = new ArrayList<String>();
        part.nodes().forEach(n -> ids.add(n.id()));
        part.notes().forEach(n -> ids.add(n.id()));
        part.groups().forEach(g -> ids.add(g.id()));
        return ids;
    }

    /** {@code knn-2} becomes {@code knn-3}, not {@code knn-2-2}. */
    static String free(String wish, Set<String> taken) {
        if (!taken.contains(wish)) return wish;
        String stem = wish.replaceFirst("-\\d{1,4}$", "");
        for (int i = 2; ; i++) if (!taken.contains(stem + "-" + i)) return stem + "-" + i;
    }

    private static List<Parameter> parameters(Pipeline into, List<Parameter> more) {
        var all = new ArrayList<>(into.parameters());
        for (Parameter p : more) {
            int same = -1;
            var names = new HashSet<String>();
            for (int i = 0; i < all.size(); i++) {
                names.add(all.get(i).name());
                if (all.get(i).name().equals(p.name()) && all.get(i).value().equals(p.value())) same = i;
            }
            if (same < 0) {
                all.add(p.withName(free(p.name(), names)));
                continue;
            }
            var settings = new ArrayList<>(all.get(same).settings());
            settings.addAll(p.settings());
            all.set(same, all.get(same).withSettings(settings));
        }
        return all;
    }
}
