package shelfwise.pipeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import shelfwise.base.Problem;

/** Edits that put own operators into pipelines. */
public final class OwnOperators {
    private OwnOperators() { }

    /** A pipeline with a new group. @param group its id @param steps the id in the pipeline of each step, by its id in the own operator */
    public record Placed(Pipeline pipeline, String group, Map<String, String> steps) { }

    /** Puts in a folded group of fresh steps, at (x, y). */
    public static Placed place(Pipeline into, OwnOperator own, double x, double y) {
        Fragment.Pasted pasted = Fragment.paste(into, own.steps(), x, y);
        SequencedMap<String, String> steps = new LinkedHashMap<>();
        own.steps().nodes().forEach(n -> steps.put(n.id(), pasted.names().getOrDefault(n.id(), n.id())));
        own.steps().groups().forEach(g -> steps.put(g.id(), pasted.names().getOrDefault(g.id(), g.id())));
        String id = pasted.pipeline().freeId(word(own.name()));
        Pipeline grouped = Groups.make(pasted.pipeline(), pasted.ids(), id, own.name());
        return new Placed(replace(grouped, id, g -> g.withFolded(true).at(x, y).withOrigin(origin(own, steps))), id, steps);
    }

    static Origin origin(OwnOperator own, SequencedMap<String, String> steps) {
        return new Origin(own.name(), own.version(), steps, own.inputs(), own.outputs(), own.offered());
    }

    /** An id made of a name. */
    private static String word(String name) {
        String word = name.strip().replaceAll("[^\\p{L}\\p{N}_]+", "-").replaceAll("^-+|-+$", "");
        return word.isEmpty() ? "own" : word.substring(0, Math.min(56, word.length()));
    }

    /**
     * As {@link #place}, linked to a port: the first of the own operator's ports that may be.
     *
     * @param node  of the pipeline
     * @param input whether the port is an input
     */
    public static Placed place(Pipeline into, OperatorCatalogue operators, OwnOperator own, LinkEnds.End node, boolean input, double x, double y) {
        Placed placed = place(into, own, x, y);
        for (OwnOperator.OwnPort p : own.ports(operators, !input)) {
            String step = placed.steps().getOrDefault(p.step(), p.step());
            Link link = input ? new Link(step, p.port().name(), node.node(), node.port()) : new Link(node.node(), node.port(), step, p.port().name());
            if (LinkRules.refusal(placed.pipeline(), link, operators).isEmpty()) return new Placed(placed.pipeline().link(link), placed.group(), placed.steps());
        }
        return placed;
    }

    /** As {@link #place}, in place of a link: between its two ends. @throws shelfwise.base.ProblemException if it does not take and give what flows there */
    public static Placed insert(Pipeline into, OperatorCatalogue operators, OwnOperator own, Link link, double x, double y) {
        Placed first = place(into.unlink(link), operators, own, new LinkEnds.End(link.fromNode(), link.fromPort()), false, x, y);
        for (OwnOperator.OwnPort p : own.ports(operators, false)) {
            Link out = new Link(first.steps().getOrDefault(p.step(), p.step()), p.port().name(), link.toNode(), link.toPort());
            boolean linked = first.pipeline().links().size() == into.links().size() + own.steps().links().size();
            if (linked && LinkRules.refusal(first.pipeline(), out, operators).isEmpty()) return new Placed(first.pipeline().link(out), first.group(), first.steps());
        }
        throw Problem.of("own.unfit", own.name()).asException();
    }

    /** A group in a step's place. @param lost links of the step that no port of the group takes */
    public record Replaced(Placed placed, List<Link> lost) { }

    /** As {@link #place}, in the place of a step: each of its links goes to the first port that may have it; those that find none are gone. */
    public static Replaced replace(Pipeline into, OperatorCatalogue operators, OwnOperator own, String node) {
        Node old = into.node(node);
        Placed placed = place(into.remove(node), own, old.x(), old.y());
        Pipeline now = placed.pipeline();
        var lost = new ArrayList<Link>();
        for (Link l : into.links()) {
            boolean in = l.toNode().equals(node);
            if (!in && !l.fromNode().equals(node)) continue;
            Pipeline before = now;
            Optional<Link> fit = own.ports(operators, in).stream().map(p -> moved(l, in, placed.steps().getOrDefault(p.step(), p.step()), p.port().name()))
                    .filter(link -> LinkRules.refusal(before, link, operators).isEmpty()).findFirst();
            if (fit.isPresent()) now = now.link(fit.get());
            else lost.add(l);
        }
        return new Replaced(new Placed(now, placed.group(), placed.steps()), List.copyOf(lost));
    }

    private static Link moved(Link link, boolean in, String step, String port) {
        return in ? new Link(link.fromNode(), link.fromPort(), step, port) : new Link(step, port, link.toNode(), link.toPort());
    }

    /** The type of a port that a new own operator may be linked to. @param input whether it is an input */
    public static boolean fits(OwnOperator own, OperatorCatalogue operators, PortType type, boolean input) {
        return own.ports(operators, !input).stream().anyMatch(p -> p.port().type() == type);
    }

    /**
     * Notes that steps were kept as an own operator: their group gets its name, and one is made where they are in none by themselves.
     *
     * @param chosen as given to {@link OwnDraft#of}
     */
    public static Placed kept(Pipeline pipeline, SequencedSet<String> chosen, OwnDraft draft, OwnOperator own) {
        boolean group = chosen.size() == 1 && pipeline.group(chosen.getFirst()).isPresent();
        String id = group ? chosen.getFirst() : pipeline.freeId(word(own.name()));
        Pipeline grouped = group ? pipeline : Groups.make(pipeline, Set.copyOf(chosen.stream().filter(c -> pipeline.note(c).isEmpty()).toList()), id, own.name());
        return new Placed(replace(grouped, id, g -> g.withLabel(own.name()).withOrigin(origin(own, draft.ids()))), id, draft.ids());
    }

    private static Pipeline replace(Pipeline pipeline, String group, java.util.function.UnaryOperator<Group> edit) {
        return pipeline.withGroups(pipeline.groups().stream().map(g -> g.id().equals(group) ? edit.apply(g) : g).toList());
    }

    /** A setting that the form of a group shows. @param written as its own operator has it */
    public record Offered(String written, Node node, SettingSpec spec) { }

    /** The settings that a group offers, of steps that are still in it and can be read. */
    public static List<Offered> offered(Pipeline pipeline, OperatorCatalogue operators, String group) {
        Set<String> inside = Groups.within(pipeline, group);
        Optional<Origin> origin = pipeline.group(group).flatMap(Group::origin);
        return origin.stream().flatMap(o -> o.offered().stream().flatMap(w -> o.place(w).stream()
                .filter(p -> inside.contains(p.node())).flatMap(p -> pipeline.find(p.node()).filter(n -> operators.readable(n).isPresent()).stream()
                        .flatMap(n -> operators.form(n).specs().stream().filter(s -> s.name().equals(p.name())).map(s -> new Offered(w, n, s)))))).toList();
    }
}
