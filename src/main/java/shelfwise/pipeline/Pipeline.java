package shelfwise.pipeline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import shelfwise.base.Checks;
import shelfwise.base.Problem;

/**
 * Nodes and links without a cycle. It never changes: each edit gives another pipeline and costs one copy of two lists, so that undoing is
 * going back to the pipeline before. What needs to know the operators (types of ports, single inputs) is checked by {@link LinkRules}.
 *
 * @param name  shown to people
 * @param nodes in the order they were placed
 * @param links in the order they were drawn, which is the order of the values at an input that takes several
 */
public record Pipeline(String name, List<Node> nodes, List<Link> links) {
    /** @throws shelfwise.base.ProblemException if two nodes have one id, a link's end is no node, a link comes twice, or there is a cycle */
    public Pipeline {
        Checks.notBlank("name", name);
        nodes = List.copyOf(nodes);
        links = List.copyOf(links);
        var ids = new HashSet<String>();
        for (Node n : nodes) if (!ids.add(n.id())) throw Problem.of("pipeline.two-nodes-one-id", n.id()).asException();
        var seen = new HashSet<Link>();
        for (Link l : links) {
            for (String end : List.of(l.fromNode(), l.toNode())) {
                if (!ids.contains(end)) throw Problem.of("pipeline.no-such-node", l.toString(), end).asException();
            }
            if (!seen.add(l)) throw Problem.of("pipeline.link-twice", l.toString()).asException();
        }
        Order.of(nodes, links);
    }

    public static Pipeline empty(String name) {
        return new Pipeline(name, List.of(), List.of());
    }

    public Optional<Node> find(String id) {
        return nodes.stream().filter(n -> n.id().equals(id)).findFirst();
    }

    /** @throws shelfwise.base.ProblemException if there is no such node, naming those there are */
    public Node node(String id) {
        return find(id).orElseThrow(() -> Problem.of("pipeline.unknown-node", id, String.join(", ", nodes.stream().map(Node::id).toList())).asException());
    }

    /** The links into {@code node}, in the order they were drawn. */
    public List<Link> into(String node) {
        return links.stream().filter(l -> l.toNode().equals(node)).toList();
    }

    /** The links into one input, in the order they were drawn. */
    public List<Link> into(String node, String port) {
        return links.stream().filter(l -> l.toNode().equals(node) && l.toPort().equals(port)).toList();
    }

    public List<Link> outOf(String node) {
        return links.stream().filter(l -> l.fromNode().equals(node)).toList();
    }

    /** All nodes, each after those it takes values from; otherwise in the order they were placed. */
    public List<Node> order() {
        return Order.of(nodes, links);
    }

    /** {@code id} and every node it takes values from, near or far, in the order of {@link #order}. */
    public List<Node> upTo(String id) {
        return upTo(List.of(id));
    }

    /** These nodes and every node that one of them takes values from, near or far, in the order of {@link #order}. */
    public List<Node> upTo(Collection<String> ids) {
        ids.forEach(this::node);
        var needed = new HashSet<>(ids);
        for (Node n : order().reversed()) {
            if (needed.contains(n.id())) into(n.id()).forEach(l -> needed.add(l.fromNode()));
        }
        return order().stream().filter(n -> needed.contains(n.id())).toList();
    }

    /** {@code wish} if no node has that id, else the first free of {@code wish-2}, {@code wish-3}, … */
    public String freeId(String wish) {
        if (find(wish).isEmpty()) return wish;
        for (int i = 2; ; i++) if (find(wish + "-" + i).isEmpty()) return wish + "-" + i;
    }

    public Pipeline withName(String newName) {
        return new Pipeline(newName, nodes, links);
    }

    public Pipeline add(Node node) {
        return new Pipeline(name, Stream.concat(nodes.stream(), Stream.of(node)).toList(), links);
    }

    /** Without the node and every link at it. */
    public Pipeline remove(String id) {
        node(id);
        return new Pipeline(name, nodes.stream().filter(n -> !n.id().equals(id)).toList(),
                links.stream().filter(l -> !l.fromNode().equals(id) && !l.toNode().equals(id)).toList());
    }

    public Pipeline move(String id, double x, double y) {
        return change(id, n -> n.at(x, y));
    }

    public Pipeline set(String id, Record settings) {
        return change(id, n -> n.withSettings(settings));
    }

    public Pipeline label(String id, String label) {
        return change(id, n -> n.withLabel(label));
    }

    /** Draws a link last; {@link LinkRules#refusal} says beforehand whether it may be. */
    public Pipeline link(Link link) {
        return new Pipeline(name, nodes, Stream.concat(links.stream(), Stream.of(link)).toList());
    }

    public Pipeline unlink(Link link) {
        var rest = new ArrayList<>(links);
        Checks.that(rest.remove(link), "no such link: " + link);
        return new Pipeline(name, nodes, rest);
    }

    private Pipeline change(String id, UnaryOperator<Node> edit) {
        node(id);
        return new Pipeline(name, nodes.stream().map(n -> n.id().equals(id) ? edit.apply(n) : n).toList(), links);
    }
}
