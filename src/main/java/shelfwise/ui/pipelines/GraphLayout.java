package shelfwise.ui.pipelines;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import shelfwise.pipeline.Link;
import shelfwise.pipeline.Node;
import shelfwise.pipeline.Pipeline;

/** Where each node stands: as its file says, or from top to bottom in rows where boxes of the file would lie on each other. */
final class GraphLayout {
    /** The upper left corner of a node's box. */
    record Spot(double x, double y) { }

    static final double WIDTH = 200, HEIGHT = 60;
    private static final double GAP_X = 32, GAP_Y = 44, LEAST_GAP = 8;
    private static final int ROUNDS = 4;

    private GraphLayout() { }

    static Map<String, Spot> of(Pipeline pipeline) {
        return overlap(pipeline.nodes()) ? rows(pipeline) : asFiled(pipeline);
    }

    private static Map<String, Spot> asFiled(Pipeline pipeline) {
        var spots = new LinkedHashMap<String, Spot>();
        for (Node n : pipeline.nodes()) spots.put(n.id(), new Spot(n.x(), n.y()));
        return spots;
    }

    private static boolean overlap(List<Node> nodes) {
        for (int i = 0; i < nodes.size(); i++) {
            for (Node b : nodes.subList(i + 1, nodes.size())) {
                Node a = nodes.get(i);
                if (Math.abs(a.x() - b.x()) < WIDTH + LEAST_GAP && Math.abs(a.y() - b.y()) < HEIGHT + LEAST_GAP) return true;
            }
        }
        return false;
    }

    /** Each node in the row below its lowest predecessor; within a row near those it is linked to. */
    static Map<String, Spot> rows(Pipeline pipeline) {
        SequencedMap<Integer, List<String>> rows = new TreeMap<>();
        depths(pipeline).forEach((id, depth) -> rows.computeIfAbsent(depth, _ -> new ArrayList<>()).add(id));
        var places = new HashMap<String, Double>();
        rows.values().forEach(row -> place(row, places));
        for (int i = 0; i < ROUNDS; i++) {
            for (List<String> row : i % 2 == 0 ? rows.values() : rows.reversed().values()) {
                row.sort(Comparator.comparingDouble(id -> wish(pipeline, id, places)));
                place(row, places);
            }
        }
        var spots = new LinkedHashMap<String, Spot>();
        rows.forEach((depth, row) -> row.forEach(id -> spots.put(id, new Spot(Math.round(places.getOrDefault(id, 0.0) * (WIDTH + GAP_X)), depth * (HEIGHT + GAP_Y)))));
        return spots;
    }

    /** The longest way from a node without inputs; a source stands right above the first that reads it. */
    private static Map<String, Integer> depths(Pipeline pipeline) {
        var depths = new LinkedHashMap<String, Integer>();
        for (Node n : pipeline.order()) {
            depths.put(n.id(), pipeline.into(n.id()).stream().mapToInt(l -> depths.getOrDefault(l.fromNode(), 0) + 1).max().orElse(0));
        }
        for (Node n : pipeline.order().reversed()) {
            if (pipeline.into(n.id()).isEmpty()) {
                pipeline.outOf(n.id()).stream().mapToInt(l -> depths.getOrDefault(l.toNode(), 1) - 1).min().ifPresent(d -> depths.put(n.id(), d));
            }
        }
        return depths;
    }

    /** Side by side around the middle. */
    private static void place(List<String> row, Map<String, Double> places) {
        for (int i = 0; i < row.size(); i++) places.put(row.get(i), i - (row.size() - 1) / 2.0);
    }

    private static double wish(Pipeline pipeline, String id, Map<String, Double> places) {
        var near = new ArrayList<Double>();
        for (Link l : pipeline.into(id)) near.add(places.getOrDefault(l.fromNode(), 0.0));
        for (Link l : pipeline.outOf(id)) near.add(places.getOrDefault(l.toNode(), 0.0));
        return near.stream().mapToDouble(Double::doubleValue).average().orElse(places.getOrDefault(id, 0.0));
    }

    /** Which way an arrow key leads. */
    enum Way { LEFT, RIGHT, UP, DOWN }

    /** The nearest node that way, sideways counting double; {@code from} where there is none, the first of all where {@code from} is not there. */
    static String next(Map<String, Spot> spots, String from, Way way) {
        Spot here = spots.get(from);
        if (here == null) return spots.keySet().stream().findFirst().orElse("");
        String best = from;
        double nearest = Double.POSITIVE_INFINITY;
        for (var e : spots.entrySet()) {
            double dx = e.getValue().x() - here.x(), dy = e.getValue().y() - here.y();
            double along = switch (way) {
                case LEFT -> -dx;
                case RIGHT -> dx;
                case UP -> -dy;
                case DOWN -> dy;
            };
            double aside = Math.abs(way == Way.LEFT || way == Way.RIGHT ? dy : dx);
            if (along < 1 || aside > 2 * along + WIDTH) continue;
            double far = along + 2 * aside;
            if (far < nearest) {
                nearest = far;
                best = e.getKey();
            }
        }
        return best;
    }
}
