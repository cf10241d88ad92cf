package shelfwise.pipeline;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import shelfwise.base.Problem;
import shelfwise.base.ProblemException;

/** Puts one operator in the place of another, or between two. */
public final class Replace {
    private Replace() { }

    /**
     * What replacing came to.
     *
     * @param lost links that no port of the new operator takes
     */
    public record Replaced(Pipeline pipeline, List<Link> lost) { }

    /**
     * The node becomes one of {@code operator}, with the same id, place and label. Links go to the port of the same name and type, else to the
     * first of that type that is free. Settings of the same name and kind keep their values where the new operator takes them.
     */
    public static Replaced node(Pipeline pipeline, OperatorCatalogue operators, String id, Operator<?> operator) {
        Node before = pipeline.node(id);
        Optional<Operator<?>> old = operators.readable(before);
        var node = new Node(id, operator.id(), operator.version(), settings(before, old, operators, operator), before.label(), before.x(), before.y(), before.enabled());
        var links = new ArrayList<Link>();
        var lost = new ArrayList<Link>();
        Set<String> taken = new HashSet<>();
        for (Link l : pipeline.links()) {
            Optional<Link> fit = !l.toNode().equals(id) && !l.fromNode().equals(id) ? Optional.of(l) : l.toNode().equals(id)
                    ? port(old.map(Operator::inputs), l.toPort(), operator.inputs(), taken).map(p -> new Link(l.fromNode(), l.fromPort(), id, p.name()))
                    : port(old.map(Operator::outputs), l.fromPort(), operator.outputs(), Set.of()).map(p -> new Link(id, p.name(), l.toNode(), l.toPort()));
            fit.ifPresentOrElse(links::add, () -> lost.add(l));
            fit.filter(f -> f.toNode().equals(id)).ifPresent(f -> operator.inputs().stream().filter(p -> p.name().equals(f.toPort()) && !p.many()).forEach(p -> taken.add(p.name())));
        }
        Pipeline replaced = pipeline.withNodes(pipeline.nodes().stream().map(n -> n.id().equals(id) ? node : n).toList()).withLinks(links.stream().distinct().toList());
        var names = new HashSet<String>();
        operators.form(node).specs().forEach(s -> names.add(id + "." + s.name()));
        for (Parameter p : pipeline.parameters()) {
            for (String s : p.settings()) if (Parameter.nodeOf(s).equals(id) && !followed(operators, node, names, s, p)) replaced = Parameters.unbind(replaced, id, Parameter.settingOf(s));
        }
        return new Replaced(replaced, List.copyOf(lost));
    }

    private static boolean followed(OperatorCatalogue operators, Node node, Set<String> names, String setting, Parameter parameter) {
        if (!names.contains(setting)) return false;
        SettingsForm form = operators.form(node);
        String name = Parameter.settingOf(setting);
        return form.text(name, form.get(node.settings(), name)).equals(parameter.value());
    }

    private static Record settings(Node before, Optional<Operator<?>> old, OperatorCatalogue operators, Operator<?> operator) {
        Record settings = operator.defaults();
        if (old.isEmpty()) return settings;
        SettingsForm was = operators.form(before), is = SettingsForm.of(operator);
        for (SettingSpec s : is.specs()) {
            Optional<SettingSpec> same = was.specs().stream().filter(o -> o.name().equals(s.name()) && o.kind() == s.kind() && o.type() == s.type()).findFirst();
            if (same.isEmpty()) continue;
            try {
                settings = is.with(settings, s.name(), was.get(before.settings(), s.name()));
            } catch (ProblemException e) {
                continue; // out of the new operator's range: its default stays
            }
        }
        return settings;
    }

    private static Optional<Port> port(Optional<List<Port>> old, String name, List<Port> ports, Set<String> taken) {
        List<Port> free = ports.stream().filter(p -> !taken.contains(p.name())).toList();
        Optional<PortType> type = old.flatMap(o -> o.stream().filter(p -> p.name().equals(name)).findFirst()).map(Port::type);
        if (type.isEmpty()) return free.stream().filter(p -> p.name().equals(name)).findFirst();
        return free.stream().filter(p -> p.name().equals(name) && p.type() == type.get()).findFirst().or(() -> free.stream().filter(p -> p.type() == type.get()).findFirst());
    }

    /**
     * Puts a new node on a link: what came over it goes into the node's first input that takes it, and the node's first output of the type goes
     * where the link led, in its place.
     *
     * @throws ProblemException if the node takes or gives nothing of the link's type
     */
    public static Pipeline insert(Pipeline pipeline, OperatorCatalogue operators, Link link, Node node) {
        Operator<?> operator = operators.operator(node);
        PortType type = operators.operator(pipeline.node(link.fromNode())).outputs().stream().filter(p -> p.name().equals(link.fromPort())).findFirst().map(Port::type)
                .orElseThrow(() -> Problem.of("pipeline.no-such-port", link.from(), link.fromPort(), "").asException());
        Optional<Port> in = operator.inputs().stream().filter(p -> p.type() == type).findFirst(), out = operator.outputs().stream().filter(p -> p.type() == type).findFirst();
        if (in.isEmpty() || out.isEmpty()) throw Problem.of("pipeline.no-fit-on-link", node.id(), type).asException();
        var links = new ArrayList<Link>();
        for (Link l : pipeline.links()) links.add(l.equals(link) ? new Link(node.id(), out.get().name(), link.toNode(), link.toPort()) : l);
        links.add(new Link(link.fromNode(), link.fromPort(), node.id(), in.get().name()));
        return pipeline.add(node).withLinks(links);
    }
}
