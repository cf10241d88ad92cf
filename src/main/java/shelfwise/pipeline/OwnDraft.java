package shelfwise.pipeline;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import shelfwise.base.Problem;

/**
 * Steps of a pipeline about to be kept as an own operator. Steps of a group that was made of one have the ids they have there, so that other
 * groups made of it can take the newer one.
 *
 * @param steps    as the operator will hold them: without parameters and notes, which are the pipeline's
 * @param ids      the id in the pipeline of each node and group, by its id in {@code steps}
 * @param origin   of the group that is kept, if it was made of an own operator
 * @param settings all there are, in the order of the steps
 */
public record OwnDraft(Pipeline steps, SequencedMap<String, String> ids, List<String> inputs, List<String> outputs, Optional<Origin> origin, List<Setting> settings) {
    /** A setting that may be offered. @param proposed because it has not its default, follows a parameter, or was offered before */
    public record Setting(String step, String name, boolean proposed) {
        public String written() {
            return step + "." + name;
        }
    }

    public OwnDraft {
        ids = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(ids));
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        settings = List.copyOf(settings);
    }

    /**
     * @param chosen ids of nodes and groups; of a single group what is in it
     * @throws shelfwise.base.ProblemException if there are no nodes among them, or one that can't be read
     */
    public static OwnDraft of(Pipeline pipeline, OperatorCatalogue operators, SequencedSet<String> chosen) {
        Optional<Group> group = chosen.size() == 1 ? pipeline.group(chosen.getFirst()) : Optional.empty();
        var kept = new HashSet<String>();
        for (String id : chosen) {
            kept.addAll(Groups.within(pipeline, id));
            if (group.isEmpty()) kept.add(id);
        }
        kept.removeIf(id -> pipeline.note(id).isPresent());
        Optional<Origin> origin = group.flatMap(Group::origin);
        SequencedMap<String, String> ids = ids(pipeline, kept, origin);
        for (Node n : pipeline.nodes()) if (kept.contains(n.id()) && n.settings() instanceof Unread u) throw u.problem().asException();
        Map<String, String> names = new HashMap<>();
        ids.forEach((step, id) -> names.put(id, step));
        Pipeline steps = steps(pipeline, kept, id -> names.getOrDefault(id, id));
        if (steps.nodes().isEmpty()) throw Problem.of("own.no-steps", "").asException();
        var inputs = new ArrayList<String>();
        var outputs = new ArrayList<String>();
        var nodes = new HashSet<String>();
        pipeline.nodes().stream().map(Node::id).filter(kept::contains).forEach(nodes::add);
        for (var p : group.map(g -> Groups.ports(pipeline, g.id(), operators)).orElseGet(() -> Groups.ports(pipeline, nodes, operators, Set.of(), Set.of()))) {
            (p.input() ? inputs : outputs).add(names.get(p.node()) + "." + p.port().name());
        }
        return new OwnDraft(steps, ids, inputs, outputs, origin, settings(pipeline, operators, steps, ids, origin));
    }

    private static SequencedMap<String, String> ids(Pipeline pipeline, Set<String> kept, Optional<Origin> origin) {
        var ids = new LinkedHashMap<String, String>();
        origin.ifPresent(o -> o.steps().forEach((step, id) -> {
            if (kept.contains(id)) ids.put(step, id);
        }));
        var all = new ArrayList<String>();
        pipeline.nodes().forEach(n -> all.add(n.id()));
        pipeline.groups().forEach(g -> all.add(g.id()));
        for (String id : all) {
            if (!kept.contains(id) || ids.containsValue(id)) continue;
            String step = id;
            for (int i = 2; ids.containsKey(step) || !step.equals(id) && kept.contains(step); i++) step = id + "-" + i;
            ids.put(step, id);
        }
        return ids;
    }

    private static Pipeline steps(Pipeline pipeline, Set<String> kept, UnaryOperator<String> named) {
        double[] corner = Groups.corner(pipeline, List.copyOf(kept));
        return new Pipeline("steps", pipeline.nodes().stream().filter(n -> kept.contains(n.id())).map(n -> n.withId(named.apply(n.id())).at(n.x() - corner[0], n.y() - corner[1])).toList(),
                pipeline.links().stream().filter(l -> kept.contains(l.fromNode()) && kept.contains(l.toNode()))
                        .map(l -> new Link(named.apply(l.fromNode()), l.fromPort(), named.apply(l.toNode()), l.toPort())).toList(), List.of(),
                pipeline.groups().stream().filter(g -> kept.contains(g.id())).map(g -> g.renamed(named).withId(named.apply(g.id())).at(g.x() - corner[0], g.y() - corner[1])).toList(), List.of(), "");
    }

    private static List<Setting> settings(Pipeline pipeline, OperatorCatalogue operators, Pipeline steps, Map<String, String> ids, Optional<Origin> origin) {
        var settings = new ArrayList<Setting>();
        for (Node n : steps.order()) {
            SettingsForm form = operators.form(n);
            for (SettingSpec s : form.specs()) {
                boolean changed = !form.get(n.settings(), s.name()).equals(s.initial());
                boolean follows = Parameters.of(pipeline, ids.getOrDefault(n.id(), ""), s.name()).isPresent();
                settings.add(new Setting(n.id(), s.name(), origin.map(o -> o.offered().contains(n.id() + "." + s.name())).orElse(changed || follows)));
            }
        }
        return settings;
    }

    /**
     * The operator, in its first version.
     *
     * @throws shelfwise.base.ProblemException if its name can't be a file's name, or one of that name is among its own steps
     */
    public OwnOperator own(String name, String description, List<String> offered) {
        var own = new OwnOperator(name, description, 1, steps, inputs, outputs, settings.stream().map(Setting::written).filter(offered::contains).toList());
        if (own.within().contains(name)) throw Problem.of("own.in-itself", name).asException();
        return own;
    }
}
