package shelfwise.pipeline.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import shelfwise.pipeline.Link;

/**
 * Deals boxes out to columns, each right of those it takes values from, and gives every link that goes past a column a lane there. Where
 * steps follow each other one by one they stand below each other, so that a long preparation does not make a picture wider than a window.
 */
final class Columns {
    private static final int LONGEST = 8, PULLS = 4;

    private final List<String> boxes;
    private final List<Link> links;
    private final Map<String, List<Link>> in = new HashMap<>(), out = new HashMap<>();
    private final Map<String, Integer> depths = new LinkedHashMap<>();
    private final List<List<Vertex>> columns = new ArrayList<>();
    private final Map<String, Vertex> vertices = new HashMap<>();

    private Columns(List<String> boxes, List<Link> links) {
        this.boxes = boxes;
        this.links = links;
        for (Link l : links) {
            out.computeIfAbsent(l.fromNode(), _ -> new ArrayList<>()).add(l);
            in.computeIfAbsent(l.toNode(), _ -> new ArrayList<>()).add(l);
        }
    }

    /** @param boxes each after those that links lead to it from */
    static List<List<Vertex>> of(List<String> boxes, List<Link> links) {
        var columns = new Columns(boxes, links);
        columns.deepen();
        columns.stack();
        columns.layLanes();
        return columns.columns;
    }

    /** The longest way from a box without inputs; then to the right as far as that makes links shorter. */
    private void deepen() {
        for (String b : boxes) depths.put(b, into(b).stream().mapToInt(l -> depth(l.fromNode()) + 1).max().orElse(0));
        for (int i = 0; i < PULLS; i++) {
            for (String b : boxes.reversed()) {
                if (outOf(b).size() > into(b).size()) outOf(b).stream().mapToInt(l -> depth(l.toNode()) - 1).min().ifPresent(d -> depths.put(b, d));
            }
        }
    }

    private List<Link> into(String box) {
        return in.getOrDefault(box, List.of());
    }

    private List<Link> outOf(String box) {
        return out.getOrDefault(box, List.of());
    }

    private int depth(String box) {
        return depths.getOrDefault(box, 0);
    }

    private void stack() {
        var layers = new TreeMap<Integer, List<String>>();
        depths.forEach((box, depth) -> layers.computeIfAbsent(depth, _ -> new ArrayList<>()).add(box));
        var stack = new ArrayList<String>();
        for (List<String> layer : layers.values()) {
            if (layer.size() > 1 || !continues(stack, layer.getFirst())) endStack(stack);
            if (layer.size() == 1) stack.addAll(layer);
            else column(layer.stream().map(List::of).toList());
        }
        endStack(stack);
    }

    /** Whether the box may stand below the stack: only the last one may lead to it, or links would run behind boxes. */
    private boolean continues(List<String> stack, String box) {
        if (stack.isEmpty() || stack.size() >= LONGEST) return false;
        Set<String> others = new HashSet<>(stack.subList(0, stack.size() - 1));
        return into(box).stream().anyMatch(l -> l.fromNode().equals(stack.getLast())) && into(box).stream().noneMatch(l -> others.contains(l.fromNode()));
    }

    private void endStack(List<String> stack) {
        if (!stack.isEmpty()) column(List.of(List.copyOf(stack)));
        stack.clear();
    }

    private void column(List<List<String>> stacks) {
        var column = new ArrayList<Vertex>();
        for (List<String> s : stacks) {
            var vertex = new Vertex(s, columns.size());
            column.add(vertex);
            for (String box : s) vertices.put(box, vertex);
        }
        columns.add(column);
    }

    /** Links of one output share their lanes as far as they go the same way. */
    private void layLanes() {
        var lanes = new HashMap<String, List<Vertex>>();
        for (Link l : links) {
            Vertex from = vertex(l.fromNode()), to = vertex(l.toNode());
            if (from == to) continue;
            List<Vertex> own = lanes.computeIfAbsent(l.from(), _ -> new ArrayList<>());
            while (from.column + own.size() + 1 < to.column) own.add(lane(from, l.fromNode(), own));
            int past = to.column - from.column - 1;
            if (past == 0) Vertex.join(from, from.offset(l.fromNode()), to, to.offset(l.toNode()));
            else Vertex.join(own.get(past - 1), 0, to, to.offset(l.toNode()));
        }
    }

    private Vertex lane(Vertex from, String box, List<Vertex> before) {
        var lane = new Vertex(List.of(), from.column + before.size() + 1);
        columns.get(lane.column).add(lane);
        if (before.isEmpty()) Vertex.join(from, from.offset(box), lane, 0);
        else Vertex.join(before.getLast(), 0, lane, 0);
        return lane;
    }

    private Vertex vertex(String box) {
        Vertex v = vertices.get(box);
        if (v == null) throw new IllegalArgumentException("a link to " + box + ", which is no box");
        return v;
    }
}
