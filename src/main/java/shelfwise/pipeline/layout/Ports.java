package shelfwise.pipeline.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import shelfwise.pipeline.Link;
import shelfwise.pipeline.Node;
import shelfwise.pipeline.OperatorCatalogue;
import shelfwise.pipeline.Pipeline;
import shelfwise.pipeline.Port;
import shelfwise.pipeline.PortType;

/**
 * The places of all ports. An input is on the left edge, on the upper one if all its links come from above; an output is on the right, on the
 * lower edge if all its links lead down. Ports of one edge are spread evenly, in the operator's order.
 */
public final class Ports {
    private record End(String node, boolean input) { }

    private record Key(End end, String port) { }

    private final Map<String, Spot> spots;
    private final Map<End, SequencedMap<String, Optional<PortType>>> types = new LinkedHashMap<>();
    private final Map<Key, Boolean> down = new HashMap<>();
    private final Map<Key, PortPlace> places = new LinkedHashMap<>();

    private Ports(Map<String, Spot> spots) {
        this.spots = spots;
    }

    /** Costs time in proportion to nodes and links. @param spots of all boxes; a node without one has no ports here */
    public static Ports of(Pipeline pipeline, OperatorCatalogue operators, Map<String, Spot> spots) {
        var ports = new Ports(spots);
        for (Node n : pipeline.nodes()) {
            var operator = operators.find(n.operator());
            operator.ifPresent(o -> {
                for (Port p : o.inputs()) ports.typesOf(n.id(), true).put(p.name(), Optional.of(p.type()));
                for (Port p : o.outputs()) ports.typesOf(n.id(), false).put(p.name(), Optional.of(p.type()));
            });
        }
        for (Link l : pipeline.links()) {
            boolean down = leadsDown(spots.get(l.fromNode()), spots.get(l.toNode()));
            ports.add(new Key(new End(l.fromNode(), false), l.fromPort()), down);
            ports.add(new Key(new End(l.toNode(), true), l.toPort()), down);
        }
        ports.types.forEach(ports::spread);
        return ports;
    }

    private SequencedMap<String, Optional<PortType>> typesOf(String node, boolean input) {
        return types.computeIfAbsent(new End(node, input), _ -> new LinkedHashMap<>());
    }

    /** A port that only a link knows belongs to an operator that is not known. */
    private void add(Key port, boolean leadsDown) {
        typesOf(port.end().node(), port.end().input()).putIfAbsent(port.port(), Optional.empty());
        down.merge(port, leadsDown, Boolean::logicalAnd);
    }

    private static boolean leadsDown(@Nullable Spot from, @Nullable Spot to) {
        return from != null && to != null && to.y() >= from.y() + Layout.HEIGHT && Math.abs(to.x() - from.x()) < Layout.WIDTH;
    }

    private void spread(End end, SequencedMap<String, Optional<PortType>> ports) {
        Spot box = spots.get(end.node());
        if (box == null) return;
        Side across = end.input() ? Side.LEFT : Side.RIGHT, along = end.input() ? Side.TOP : Side.BOTTOM;
        var bySide = new LinkedHashMap<Side, List<String>>();
        ports.keySet().forEach(p -> bySide.computeIfAbsent(down.getOrDefault(new Key(end, p), false) ? along : across, _ -> new ArrayList<>()).add(p));
        bySide.forEach((side, names) -> {
            for (int i = 0; i < names.size(); i++) {
                double share = (i + 1.0) / (names.size() + 1);
                String name = names.get(i);
                places.put(new Key(end, name), new PortPlace(end.node(), name, end.input(), ports.getOrDefault(name, Optional.empty()), side, box.x() + x(side, share), box.y() + y(side, share)));
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

    /** Those of one node, inputs first. */
    public List<PortPlace> of(String node) {
        return Stream.of(true, false).flatMap(input -> typesOf(node, input).keySet().stream().map(p -> find(node, p, input)))
                .flatMap(Optional::stream).toList();
    }

    public Optional<PortPlace> find(String node, String port, boolean input) {
        return Optional.ofNullable(places.get(new Key(new End(node, input), port)));
    }

    /** Empty where an end has no place. */
    public Optional<LinkCurve> curve(Link link) {
        return find(link.fromNode(), link.fromPort(), false).flatMap(from -> find(link.toNode(), link.toPort(), true).map(to -> LinkCurve.between(from, to)));
    }

    public List<PortPlace> all() {
        return List.copyOf(places.values());
    }
}
