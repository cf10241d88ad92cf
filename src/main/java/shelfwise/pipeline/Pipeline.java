package shelfwise.pipeline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import shelfwise.base.Checks;
import shelfwise.base.Problem;

/**
 * Nodes and links without a cycle, with what helps people to read and set them: notes, groups and parameters. It never changes: each edit
 * gives another pipeline and costs one copy of its lists, so that undoing is going back to the pipeline before. What needs to know the
 * operators (types of ports, single inputs) is checked by {@link LinkRules}.
 *
 * @param name       shown to people
 * @param nodes      in the order they were placed
 * @param links      in the order they were drawn, which is the order of the values at an input that takes several
 * @param notes      the later ones lie above
 * @param groups     in the order they were made
 * @param parameters in the order they were made
 * @param unread     what a newer program wrote into the file besides, a JSON object; empty for nothing
 */
public record Pipeline(String name, List<Node> nodes, List<Link> links, List<Note> notes, List<Group> groups, List<Parameter> parameters, String unread) {
    /**
     * @throws shelfwise.base.ProblemException if two nodes, notes or groups have one id, a link's end is no node, a link comes twice, there is
     *         a cycle, a member of a group is not there or in two groups, or a parameter has a name or setting of another
     */
    public Pipeline {
        Checks.notBlank("name", name);
        nodes = List.copyOf(nodes);
        links = List.copyOf(links);
        notes = List.copyOf(notes);
        groups = List.copyOf(groups);
        parameters = List.copyOf(parameters);
        Objects.requireNonNull(unread, "unread");
        Set<String> ids = PipelineChecks.check(nodes, notes, groups, parameters);
        PipelineChecks.links(ids, links);
        Order.of(nodes, links);
    }

    public Pipeline(String name, List<Node> nodes, List<Link> links) {
        this(name, nodes, links, List.of(), List.of(), List.of(), "");
    }

    public static Pipeline empty(String name) {
        return new Pipeline(name, List.of(), List.of());
    }

    public Optional<Node> find(String id) {
        return nodes.stream().filter(n -> n.id().equals(id)).findFirst();
    }

    /** @throws shelfwise.base.ProblemException if there is no such node, naming those there are */
    public Node node(String id) {
        return find(id).orElseThrow(() -> Problem.of("pipeline.unknown-node", id, nodes.stream().map(Node::id).toList()).asException());
    }

    public Optional<Note> note(String id) {
        return notes.stream().filter(n -> n.id().equals(id)).findFirst();
    }

    public Optional<Group> group(String id) {
        return groups.stream().filter(g -> g.id().equals(id)).findFirst();
    }

    public Optional<Parameter> parameter(String parameter) {
        return parameters.stream().filter(p -> p.name().equals(parameter)).findFirst();
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

    /** These nodes and every one they take values from, near or far, in the order of {@link #order}. */
    public List<Node> upTo(Collection<String> ids) {
        ids.forEach(this::node);
        var needed = new HashSet<>(ids);
        List<Node> order = order();
        for (Node n : order.reversed()) {
            if (needed.contains(n.id())) into(n.id()).forEach(l -> needed.add(l.fromNode()));
        }
        return order.stream().filter(n -> needed.contains(n.id())).toList();
    }

    /** {@code wish} if no node, note or group has that id, else the first free of {@code wish-2}, {@code wish-3}, … */
    public String freeId(String wish) {
        Set<String> ids = ids();
        if (!ids.contains(wish)) return wish;
        for (int i = 2; ; i++) if (!ids.contains(wish + "-" + i)) return wish + "-" + i;
    }

    /** Of all nodes, notes and groups. */
    Set<String> ids() {
        var ids = new HashSet<String>();
        nodes.forEach(n -> ids.add(n.id()));
        notes.forEach(n -> ids.add(n.id()));
        groups.forEach(g -> ids.add(g.id()));
        return ids;
    }

    public Pipeline withName(String newName) {
        return new Pipeline(newName, nodes, links, notes, groups, parameters, unread);
    }

    public Pipeline withNodes(List<Node> newNodes) {
        return new Pipeline(name, newNodes, links, notes, groups, parameters, unread);
    }

    Pipeline withLinks(List<Link> newLinks) {
        return new Pipeline(name, nodes, newLinks, notes, groups, parameters, unread);
    }

    Pipeline withNotes(List<Note> newNotes) {
        return new Pipeline(name, nodes, links, newNotes, groups, parameters, unread);
    }

    /** See {@link Groups} for the edits of groups. */
    public Pipeline withGroups(List<Group> newGroups) {
        return new Pipeline(name, nodes, links, notes, newGroups, parameters, unread);
    }

    Pipeline withParameters(List<Parameter> newParameters) {
        return new Pipeline(name, nodes, links, notes, groups, newParameters, unread);
    }

    public Pipeline add(Node node) {
        return withNodes(with(nodes, node));
    }

    public Pipeline add(Note note) {
        return withNotes(with(notes, note));
    }

    static <T> List<T> with(List<T> list, T more) {
        return Stream.concat(list.stream(), Stream.of(more)).toList();
    }

    /** Without the node and every link at it. */
    public Pipeline remove(String id) {
        node(id);
        return remove(Set.of(id));
    }

    /** Without these nodes and every link at them, these notes, and these groups with all that is in them. Ids that are not there count as gone. */
    public Pipeline remove(Set<String> ids) {
        var gone = new HashSet<>(ids);
        for (String id : ids) gone.addAll(Groups.within(this, id));
        return new Pipeline(name, nodes.stream().filter(n -> !gone.contains(n.id())).toList(),
                links.stream().filter(l -> !gone.contains(l.fromNode()) && !gone.contains(l.toNode())).toList(),
                notes.stream().filter(n -> !gone.contains(n.id())).toList(), Groups.without(groups, gone), Parameters.without(parameters, gone), unread);
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

    /** Puts another node in the place of the one with its id. */
    public Pipeline set(Node node) {
        return change(node.id(), _ -> node);
    }

    /** Puts another note in the place of the one with its id. */
    public Pipeline set(Note note) {
        return withNotes(notes.stream().map(n -> n.id().equals(note.id()) ? note : n).toList());
    }

    /** Whether these nodes take part in runs. */
    public Pipeline enable(Collection<String> ids, boolean enabled) {
        return withNodes(nodes.stream().map(n -> ids.contains(n.id()) ? n.withEnabled(enabled) : n).toList());
    }

    /** Moves nodes, notes and the boxes of groups. */
    public Pipeline moveBy(Collection<String> ids, double dx, double dy) {
        return new Pipeline(name, nodes.stream().map(n -> ids.contains(n.id()) ? n.at(n.x() + dx, n.y() + dy) : n).toList(), links,
                notes.stream().map(n -> ids.contains(n.id()) ? n.at(n.x() + dx, n.y() + dy) : n).toList(),
                groups.stream().map(g -> ids.contains(g.id()) ? g.at(g.x() + dx, g.y() + dy) : g).toList(), parameters, unread);
    }

    /** Draws a link last; {@link LinkRules#refusal} says beforehand whether it may be. */
    public Pipeline link(Link link) {
        return withLinks(with(links, link));
    }

    public Pipeline unlink(Link link) {
        var rest = new ArrayList<>(links);
        Checks.that(rest.remove(link), "no such link: " + link);
        return withLinks(rest);
    }

    /** Gives a node another id everywhere it is named; a model it trains is then called that. @throws shelfwise.base.ProblemException if the id is taken */
    public Pipeline rename(String id, String newId) {
        node(id);
        UnaryOperator<String> named = old -> old.equals(id) ? newId : old;
        return new Pipeline(name, nodes.stream().map(n -> n.id().equals(id) ? n.withId(newId) : n).toList(),
                links.stream().map(l -> new Link(named.apply(l.fromNode()), l.fromPort(), named.apply(l.toNode()), l.toPort())).toList(), notes,
                groups.stream().map(g -> g.renamed(named)).toList(), Parameters.renamed(parameters, named), unread);
    }

    Pipeline change(String id, UnaryOperator<Node> edit) {
        node(id);
        return withNodes(nodes.stream().map(n -> n.id().equals(id) ? edit.apply(n) : n).toList());
    }
}
