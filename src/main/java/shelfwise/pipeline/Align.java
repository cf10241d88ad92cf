package shelfwise.pipeline;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lines nodes up. All boxes are of one size, so that edges and middles line up together. */
public enum Align {
    LEFT, RIGHT, TOP, BOTTOM,
    /** The middles on one upright line. */
    CENTRE,
    /** The middles on one level line. */
    MIDDLE,
    /** The same gap between them from left to right; the outer two stay. */
    SPREAD_ACROSS,
    /** The same gap between them from top to bottom; the outer two stay. */
    SPREAD_DOWN;

    /** @param ids of nodes; others are passed over */
    public Pipeline apply(Pipeline pipeline, Collection<String> ids) {
        List<Node> nodes = pipeline.nodes().stream().filter(n -> ids.contains(n.id())).toList();
        if (nodes.size() < 2) return pipeline;
        Map<String, double[]> places = places(nodes);
        return pipeline.withNodes(pipeline.nodes().stream().map(n -> places.containsKey(n.id()) ? n.at(places.get(n.id())[0], places.get(n.id())[1]) : n).toList());
    }

    private Map<String, double[]> places(List<Node> nodes) {
        double left = nodes.stream().mapToDouble(Node::x).min().orElseThrow(), right = nodes.stream().mapToDouble(Node::x).max().orElseThrow();
        double top = nodes.stream().mapToDouble(Node::y).min().orElseThrow(), bottom = nodes.stream().mapToDouble(Node::y).max().orElseThrow();
        var places = new HashMap<String, double[]>();
        switch (this) {
            case LEFT -> nodes.forEach(n -> places.put(n.id(), new double[] {left, n.y()}));
            case RIGHT -> nodes.forEach(n -> places.put(n.id(), new double[] {right, n.y()}));
            case CENTRE -> nodes.forEach(n -> places.put(n.id(), new double[] {Math.rint((left + right) / 2), n.y()}));
            case TOP -> nodes.forEach(n -> places.put(n.id(), new double[] {n.x(), top}));
            case BOTTOM -> nodes.forEach(n -> places.put(n.id(), new double[] {n.x(), bottom}));
            case MIDDLE -> nodes.forEach(n -> places.put(n.id(), new double[] {n.x(), Math.rint((top + bottom) / 2)}));
            case SPREAD_ACROSS -> spread(nodes.stream().sorted(Comparator.comparingDouble(Node::x)).toList(), left, right, true, places);
            case SPREAD_DOWN -> spread(nodes.stream().sorted(Comparator.comparingDouble(Node::y)).toList(), top, bottom, false, places);
        }
        return places;
    }

    private static void spread(List<Node> sorted, double from, double to, boolean across, Map<String, double[]> places) {
        for (int i = 0; i < sorted.size(); i++) {
            Node n = sorted.get(i);
            double at = Math.rint(from + (to - from) * i / (sorted.size() - 1));
            places.put(n.id(), across ? new double[] {at, n.y()} : new double[] {n.x(), at});
        }
    }
}
