package shelfwise.pipeline.layout;

import java.util.ArrayList;
import java.util.Collection;
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

/** Where each node stands: as its file says, or in columns from left to right where boxes of the file would lie on each other. */
public final class Layout {
    /** The size of every box. */
    public static final double WIDTH = 172, HEIGHT = 68;
    private static final double GAP_X = 36, GAP_Y = 24, LEAST_GAP = 8;
    private static final int ROUNDS = 4, LONGEST = 8;

    private Layout() { }

    public static Map<String, Spot> of(Pipeline pipeline) {
        return overlap(pipeline.nodes()) ? tidy(pipeline) : asFiled(pipeline);
    }

    private static Map<String, Spot> asFiled(Pipeline pipeline) {
        var spots = new LinkedHashMap<String, Spot>();
        for (Node n : pipeline.nodes()) spots.put(n.id(), new Spot(n.x(), n.y()));
        return spots;
    }

    /** Whether two boxes lie on each other, or nearly. */
    public static boolean overlap(List<Node> nodes) {
        for (int i = 0; i < nodes.size(); i++) {
            for (Node b : nodes.subList(i + 1, nodes.size())) {
                Node a = nodes.get(i);
                if (Math.abs(a.x() - b.x()) < WIDTH + LEAST_GAP && Math.abs(a.y() - b.y()) < HEIGHT + LEAST_GAP) return true;
            }
        }
        return false;
    }

    /**
     * Each node right of those it takes values from, within a column near those it is linked to. A chain of single steps runs down in one
     * column, so that a long preparation does not make a picture wider than a window.
     */
    public static Map<String, Spot> tidy(Pipeline pipeline) {
        List<List<String>> columns = columns(layers(pipeline));
        int tallest = columns.stream().mapToInt(List::size).max().orElse(1);
        var spots = new LinkedHashMap<String, Spot>();
        for (int c = 0; c < columns.size(); c++) {
            List<String> column = columns.get(c);
            for (int r = 0; r < column.size(); r++) {
                spots.put(column.get(r), new Spot(c * (WIDTH + GAP_X), Math.round((r + (tallest - column.size()) / 2.0) * (HEIGHT + GAP_Y))));
            }
        }
        return spots;
    }

    private static List<List<String>> columns(Collection<List<String>> layers) {
        var columns = new ArrayList<List<String>>();
        boolean chain = false;
        for (List<String> layer : layers) {
            if (chain && layer.size() == 1 && columns.getLast().size() < LONGEST) columns.getLast().addAll(layer);
            else columns.add(new ArrayList<>(layer));
            chain = layer.size() == 1;
        }
        return columns;
    }

    /** Nodes of one depth, in an order that keeps crossings few. */
    private static Collection<List<String>> layers(Pipeline pipeline) {
        SequencedMap<Integer, List<String>> layers = new TreeMap<>();
        depths(pipeline).forEach((id, depth) -> layers.computeIfAbsent(depth, _ -> new ArrayList<>()).add(id));
        var places = new HashMap<String, Double>();
        layers.values().forEach(layer -> place(layer, places));
        for (int i = 0; i < ROUNDS; i++) {
            for (List<String> layer : i % 2 == 0 ? layers.values() : layers.reversed().values()) {
                layer.sort(Comparator.comparingDouble(id -> wish(pipeline, id, places)));
                place(layer, places);
            }
        }
        return layers.values();
    }

    /** The longest way from a node without inputs; a source stands right before the first that reads it. */
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
    private static void place(List<String> layer, Map<String, Double> places) {
        for (int i = 0; i < layer.size(); i++) places.put(layer.get(i), i - (layer.size() - 1) / 2.0);
    }

    private static double wish(Pipeline pipeline, String id, Map<String, Double> places) {
        var near = new ArrayList<Double>();
        for (Link l : pipeline.into(id)) near.add(places.getOrDefault(l.fromNode(), 0.0));
        for (Link l : pipeline.outOf(id)) near.add(places.getOrDefault(l.toNode(), 0.0));
        return near.stream().mapToDouble(Double::doubleValue).average().orElse(places.getOrDefault(id, 0.0));
    }
}
