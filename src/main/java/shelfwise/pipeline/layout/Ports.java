package shelfwise.pipeline.layout;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import shelfwise.pipeline.Groups;
import shelfwise.pipeline.Link;
import shelfwise.pipeline.Node;
import shelfwise.pipeline.OperatorCatalogue;
import shelfwise.pipeline.Pipeline;
import shelfwise.pipeline.Port;
import shelfwise.pipeline.PortType;

/**
 * The places of all ports. An input is on the left edge, on the upper one if all its links come from above; an output is on the right, on the
 * lower edge if all its links lead down. Ports of one edge are spread evenly, in the operator's order. A folded group has the ports by which
 * its nodes are joined to others; they are called {@code node.port}.
 */
public final class Ports {
    private record End(String box, boolean input) { }

    private record Key(End end, String port) { }

    private final Map<String, Spot> spots;
    /** The folded group in which a node is not seen. */
    private final Map<String, String> folded = new HashMap<>();
    private final Map<End, SequencedMap<String, Optional<PortType>>> types = new LinkedHashMap<>();
    private final Map<Key, Boolean> down = new HashMap<>();
    private final Map<Key, PortPlace> places = new LinkedHashMap<>();
    private final Map<String, List<Link>> linksOf = new HashMap<>();

    private Ports(Map<String, Spot> spots) {
        this.spots = spots;
    }

    /** The ports of the same boxes, some of them elsewhere; costs time in proportion to the links of those. @param boxes that moved, and {@link #joined} to those */
    public Ports moved(Map<String, Spot> now, Set<String> boxes) {
        var moved = new Ports(now);
        moved.folded.putAll(folded);
        moved.types.putAll(types);
        moved.linksOf.putAll(linksOf);
        moved.down.putAll(down);
        moved.places.putAll(places);
        for (String box : boxes) moved.place(box);
        return moved;
    }

    private void place(String box) {
        for (boolean input : new boolean[] {true, false}) types.getOrDefault(new End(box, input), new LinkedHashMap<>()).keySet().forEach(p -> down.remove(new Key(new End(box, input), p)));
        for (Link l : linksOf.getOrDefault(box, List.of())) {
            Key from = key(l.fromNode(), l.fromPort(), false), to = key(l.toNode(), l.toPort(), true);
            down.merge(from.end().box().equals(box) ? from : to, leadsDown(spots.get(from.end().box()), spots.get(to.end().box())), Boolean::logicalAnd);
        }
        for (boolean input : new boolean[] {true, false}) spread(new End(box, input), types.getOrDefault(new End(box, input), new LinkedHashMap<>()));
    }

    /** These boxes and all that are linked with one of them. */
    public Set<String> joined(Collection<String> boxes) {
        var all = new LinkedHashSet<>(boxes);
        for (String box : boxes) {
            for (Link l : linksOf.getOrDefault(box, List.of())) all.addAll(List.of(folded.getOrDefault(l.fromNode(), l.fromNode()), folded.getOrDefault(l.toNode(), l.toNode())));
        }
        return all;
    }

    /** Whether an end of the link is at one of these boxes. */
    public boolean touches(Link link, Set<String> boxes) {
        return boxes.contains(folded.getOrDefault(link.fromNode(), link.fromNode())) || boxes.contains(folded.getOrDefault(link.toNode(), link.toNode()));
    }

    /** Costs time in proportion to nodes and links. @param spots of all boxes; one that has none there has no ports here */
    public static Ports of(Pipeline pipeline, OperatorCatalogue operators, Map<String, Spot> spots) {
        var ports = new Ports(spots);
        for (Node n : pipeline.nodes()) {
            String shown = pipeline.groups().isEmpty() ? n.id() : Groups.shown(pipeline, n.id());
            if (shown.equals(n.id())) operators.find(n.operator()).ifPresent(o -> ports.add(n.id(), o.inputs(), o.outputs()));
            else ports.folded.put(n.id(), shown);
        }
        for (String group : new LinkedHashSet<>(ports.folded.values())) {
            for (var p : Groups.ports(pipeline, group, operators)) ports.typesOf(group, p.input()).put(p.node() + "." + p.port().name(), Optional.of(p.port().type()));
        }
        for (Link l : pipeline.links()) ports.add(l);
        ports.types.forEach(ports::spread);
        return ports;
    }

    private void add(String box, List<Port> inputs, List<Port> outputs) {
        for (Port p : inputs) typesOf(box, true).put(p.name(), Optional.of(p.type()));
        for (Port p : outputs) typesOf(box, false).put(p.name(), Optional.of(p.type()));
    }

    private void add(Link link) {
        Key from = key(link.fromNode(), link.fromPort(), false), to = key(link.toNode(), link.toPort(), true);
        if (from.end().box().equals(to.end().box())) return;
        for (Key end : List.of(from, to)) linksOf.computeIfAbsent(end.end().box(), _ -> new ArrayList<>()).add(link);
        boolean leadsDown = leadsDown(spots.get(from.end().box()), spots.get(to.end().box()));
        add(from, leadsDown);
        add(to, leadsDown);
    }

    private Key key(String node, String port, boolean input) {
        String group = folded.get(node);
        return group == null ? new Key(new End(node, input), port) : new Key(new End(group, input), node + "." + port);
    }

    private SequencedMap<String, Optional<PortType>> typesOf(String box, boolean input) {
        return types.computeIfAbsent(new End(box, input), _ -> new LinkedHashMap<>());
    }

    /** A port that only a link knows belongs to an operator that is not known. */
    private void add(Key port, boolean leadsDown) {
        typesOf(port.end().box(), port.end().input()).putIfAbsent(port.port(), Optional.empty());
        down.merge(port, leadsDown, Boolean::logicalAnd);
    }

    private static boolean leadsDown(@Nullable Spot from, @Nullable Spot to) {
        return from != null && to != null && to.y() >= from.y() + Layout.HEIGHT && Math.abs(to.x() - from.x()) < Layout.WIDTH;
    }

    private void spread(End end, SequencedMap<String, Optional<PortType>> ports) {
        Spot box = spots.get(end.box());
        if (box == null) return;
        Side across = end.input() ? Side.LEFT : Side.RIGHT, along = end.input() ? Side.TOP : Side.BOTTOM;
        var bySide = new LinkedHashMap<Side, List<String>>();
        ports.keySet().forEach(p -> bySide.computeIfAbsent(down.getOrDefault(new Key(end, p), false) ? along : across, _ -> new ArrayList<>()).add(p));
        bySide.forEach((side, names) -> {
            for (int i = 0; i < names.size(); i++) {
                double share = (i + 1.0) / (names.size() + 1);
                String name = names.get(i);
                places.put(new Key(end, name), new PortPlace(end.box(), name, end.input(), ports.getOrDefault(name, Optional.empty()), side, box.x() + x(side, share), box.y() + y(side, share)));
            }
        });
    }

    private static double x(Side side, double share) {
        return switch (side) {
            case LEFT -> 0;
            case RIGHT -> Layout.WIDTH;
            case TOP, BOTTOM -> share * Layout.WIDTH;
        };
    }

    private static double y(Side side, double share) {
        return switch (side) {
            case TOP -> 0;
            case BOTTOM -> Layout.HEIGHT;
            case LEFT, RIGHT -> share * Layout.HEIGHT;
        };
    }

    /** Those of one box, inputs first. */
    public List<PortPlace> of(String box) {
        return Stream.of(true, false).flatMap(input -> types.getOrDefault(new End(box, input), new LinkedHashMap<>()).keySet().stream()
                .map(p -> places.get(new Key(new End(box, input), p)))).filter(Objects::nonNull).toList();
    }

    /** The port of a node, at the border of the folded group that hides it if there is one; or, by the group's id, that of a folded group. */
    public Optional<PortPlace> find(String node, String port, boolean input) {
        return Optional.ofNullable(places.get(key(node, port, input)));
    }

    /** Empty where an end has no place, and inside a folded group. */
    public Optional<LinkCurve> curve(Link link) {
        Key from = key(link.fromNode(), link.fromPort(), false), to = key(link.toNode(), link.toPort(), true);
        PortPlace start = places.get(from), end = places.get(to);
        return start == null || end == null || from.end().box().equals(to.end().box()) ? Optional.empty() : Optional.of(LinkCurve.between(start, end));
    }

    public List<PortPlace> all() {
        return List.copyOf(places.values());
    }
}
