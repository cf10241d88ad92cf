package shelfwise.ui.pipelines.canvas;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import shelfwise.base.Problem;
import shelfwise.pipeline.Group;
import shelfwise.pipeline.Groups;
import shelfwise.pipeline.Link;
import shelfwise.pipeline.Node;
import shelfwise.pipeline.Pipeline;
import shelfwise.pipeline.layout.PortPlace;
import shelfwise.ui.UiContext;
import shelfwise.ui.kit.Icons;

/** What the canvas says of its parts, to eyes and to a screen reader. */
final class CanvasTexts {
    private final UiContext ui;
    private final Function<Node, NodeLook> looks;
    private Pipeline pipeline = Pipeline.empty("empty");

    CanvasTexts(UiContext ui, Function<Node, NodeLook> looks) {
        this.ui = ui;
        this.looks = looks;
    }

    void show(Pipeline now) {
        pipeline = now;
    }

    String text(String key, Object... args) {
        return ui.text(key, args);
    }

    /** How a folded group is shown. */
    NodeLook look(Group group) {
        String steps = ui.text("canvas.group.steps", Groups.nodes(pipeline, group.id()).size());
        return new NodeLook(group.label(), group.origin().map(_ -> ui.text("own.kind")).orElse(ui.text("canvas.group")), "group", Icons.GROUP, steps, "group", Icons.PIPELINES, "muted", -1);
    }

    NodeLook look(Node node) {
        return looks.apply(node);
    }

    String name(String node) {
        return pipeline.find(node).map(n -> looks.apply(n).name()).or(() -> pipeline.group(node).map(Group::label)).orElse(node);
    }

    /** The canvas itself; while one link is chosen, that link. */
    String canvas(Selection chosen) {
        if (chosen.items().isEmpty() && chosen.links().size() == 1) return link(chosen.links().iterator().next());
        return ui.text(pipeline.nodes().isEmpty() ? "canvas.told.empty" : "canvas.told.canvas", pipeline.nodes().size());
    }

    /** Name, id, operator, state and what it is linked to. */
    String node(String item) {
        Node node = pipeline.find(item).orElse(null);
        if (node == null) return pipeline.group(item).map(g -> ui.text("canvas.told.folded", g.label(), Groups.nodes(pipeline, item).size())).orElse(item);
        NodeLook look = looks.apply(node);
        String operator = look.name().equals(look.operator()) ? "" : look.operator();
        String from = names(pipeline.into(item).stream().map(Link::fromNode).distinct().toList()), to = names(pipeline.outOf(item).stream().map(Link::toNode).distinct().toList());
        return joined(look.name(), node.id(), operator, node.enabled() ? look.state() : ui.text("canvas.off"), from.isEmpty() ? "" : ui.text("canvas.node.from", from), to.isEmpty() ? "" : ui.text("canvas.node.to", to));
    }

    private String joined(String... parts) {
        return java.util.Arrays.stream(parts).filter(p -> !p.isEmpty()).collect(Collectors.joining(ui.text("canvas.told.between")));
    }

    private String names(List<String> nodes) {
        return ui.list(nodes.stream().map(this::name));
    }

    /** What it is and what is linked to it: "Input split (Split), from Split". */
    String port(PortPlace place) {
        List<Link> links = place.input() ? pipeline.into(place.endNode(), place.endPort())
                : pipeline.outOf(place.endNode()).stream().filter(l -> l.fromPort().equals(place.endPort())).toList();
        String others = names(links.stream().map(l -> place.input() ? l.fromNode() : l.toNode()).toList());
        String what = ui.text(place.input() ? "canvas.port.input" : "canvas.port.output", place.inner() ? ui.text("canvas.port.inner", name(place.endNode()), place.endPort()) : place.port(), type(place));
        return others.isEmpty() ? ui.text("canvas.port.free", what) : ui.text(place.input() ? "canvas.port.from" : "canvas.port.to", what, others);
    }

    String type(PortPlace place) {
        return place.type().map(t -> ui.text(t.nameKey())).orElse(ui.text("canvas.port.unknown"));
    }

    /** "Split, split to Item-kNN, split". */
    String link(@Nullable Link link) {
        return link == null ? "" : ui.text("canvas.link", name(link.fromNode()), link.fromPort(), name(link.toNode()), link.toPort());
    }

    List<String> links(List<Link> links) {
        return links.stream().map(this::link).toList();
    }

    String problem(Problem problem) {
        return ui.text("problem." + problem.key(), problem.args().toArray());
    }

    Optional<String> find(String key) {
        return ui.messages().find(key);
    }
}
