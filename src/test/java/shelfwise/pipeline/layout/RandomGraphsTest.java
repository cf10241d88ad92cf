package shelfwise.pipeline.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import shelfwise.pipeline.Link;
import shelfwise.pipeline.Node;
import shelfwise.pipeline.OperatorCatalogue;
import shelfwise.pipeline.Pipeline;

/** What holds of the layout whatever the graph: sparse, dense, chains, in pieces, empty. */
class RandomGraphsTest {
    private record NoSettings() { }

    /** Boxes in an order that the links follow, and links. */
    record Graph(int seed, List<String> boxes, List<Link> links) {
        @Override public String toString() {
            return "seed " + seed + ": " + boxes.size() + " boxes, " + links.size() + " links";
        }
    }

    static List<Graph> graphs() {
        return IntStream.range(0, 120).mapToObj(seed -> graph(seed, seed % 40, (seed % 40) * (seed % 4))).toList();
    }

    static Graph graph(int seed, int boxes, int links) {
        var random = new Random(seed);
        List<String> names = IntStream.range(0, boxes).mapToObj(i -> "n" + i).toList();
        var drawn = new LinkedHashSet<Link>();
        int reach = 2 + random.nextInt(20);
        for (int i = 0; i < links && boxes > 1; i++) {
            int to = 1 + random.nextInt(boxes - 1), from = Math.max(0, to - 1 - random.nextInt(reach));
            drawn.add(new Link("n" + from, random.nextInt(4) == 0 ? "other" : "out", "n" + to, "in"));
        }
        return new Graph(seed, names, List.copyOf(drawn));
    }

    @ParameterizedTest @MethodSource("graphs") void noTwoBoxesOverlap(Graph g) {
        Map<String, Spot> spots = Layout.tidy(g.boxes(), g.links());
        assertEquals(g.boxes(), List.copyOf(spots.keySet()));
        assertFalse(Layout.overlap(spots.values()));
        assertTrue(spots.values().stream().allMatch(s -> s.x() >= 0 && s.y() >= 0 && s.y() % Layout.GRID == 0), spots.toString());
    }

    @ParameterizedTest @MethodSource("graphs") void everyLinkLeadsToTheRightOrDown(Graph g) {
        Map<String, Spot> spots = Layout.tidy(g.boxes(), g.links());
        for (Link l : g.links()) {
            Spot from = spots.get(l.fromNode()), to = spots.get(l.toNode());
            assertTrue(to.x() >= from.x() + Layout.WIDTH || to.x() == from.x() && to.y() == from.y() + Layout.HEIGHT + Layout.GAP_Y, l + " " + from + " " + to);
        }
    }

    @ParameterizedTest @MethodSource("graphs") void theSameGraphAlwaysLooksTheSame(Graph g) {
        assertEquals(Layout.tidy(g.boxes(), g.links()), Layout.tidy(new ArrayList<>(g.boxes()), List.copyOf(g.links())));
    }

    @ParameterizedTest @MethodSource("graphs") void noLinkRunsBehindABox(Graph g) {
        Map<String, Spot> spots = Layout.tidy(g.boxes(), g.links());
        Ports ports = Ports.of(pipeline(g), new OperatorCatalogue(List.of()), spots);
        Map<Link, LinkPath> paths = Routes.of(ports, spots, g.links()).paths();
        assertEquals(g.links().size(), paths.size());
        assertNoneBehind(paths, spots);
    }

    private static void assertNoneBehind(Map<Link, LinkPath> paths, Map<String, Spot> spots) {
        paths.forEach((link, path) -> spots.forEach((box, s) -> {
            if (box.equals(link.fromNode()) || box.equals(link.toNode())) return;
            for (double share = 0; share <= 1; share += 0.01) {
                Spot at = path.at(share);
                assertFalse(at.x() > s.x() && at.x() < s.x() + Layout.WIDTH && at.y() > s.y() && at.y() < s.y() + Layout.HEIGHT, link + " behind " + box + " at " + at);
            }
        }));
    }

    @ParameterizedTest @MethodSource("graphs") void waysAfterAMoveAvoidBoxesAndOnlyThoseConcernedAreOthers(Graph g) {
        if (g.boxes().isEmpty()) return;
        var spots = new LinkedHashMap<>(Layout.tidy(g.boxes(), g.links()));
        Ports before = Ports.of(pipeline(g), new OperatorCatalogue(List.of()), spots);
        Routes routes = Routes.of(before, Map.copyOf(spots), g.links());
        String box = g.boxes().get(g.boxes().size() / 2);
        Spot was = spots.get(box), next = Layout.free(spots.values(), was.plus(Layout.WIDTH + Layout.GAP_X, 40));
        spots.put(box, next);
        Set<String> joined = before.joined(List.of(box));
        Ports ports = before.moved(spots, joined);
        Map<Link, LinkPath> now = routes.moved(ports, spots, List.of(box), joined).paths();
        assertEquals(List.copyOf(routes.paths().keySet()), List.copyOf(now.keySet()));
        Map<Link, LinkPath> anew = Routes.of(ports, spots, g.links()).paths();
        anew.forEach((link, path) -> {
            if (path.pieces().size() == 1) assertEquals(path, now.get(link), link + " has nothing in its way");
        });
        var forward = new LinkedHashMap<>(now);
        forward.keySet().removeIf(l -> spots.get(l.toNode()).x() < spots.get(l.fromNode()).x() + 2 * Layout.WIDTH || !isLevel(ports, l));
        assertNoneBehind(inside(forward, spots), spots);
    }

    private static boolean isLevel(Ports ports, Link l) {
        return ports.find(l.fromNode(), l.fromPort(), false).orElseThrow().side() == Side.RIGHT && ports.find(l.toNode(), l.toPort(), true).orElseThrow().side() == Side.LEFT;
    }

    /** Those past boxes that lie wholly between the ends: one that reaches over an end can't be passed. */
    private static Map<Link, LinkPath> inside(Map<Link, LinkPath> paths, Map<String, Spot> spots) {
        var inside = new LinkedHashMap<>(paths);
        inside.keySet().removeIf(l -> {
            double from = spots.get(l.fromNode()).x() + Layout.WIDTH, to = spots.get(l.toNode()).x();
            return spots.entrySet().stream().anyMatch(e -> !Set.of(l.fromNode(), l.toNode()).contains(e.getKey()) && e.getValue().x() < to && e.getValue().x() + Layout.WIDTH > from
                    && (e.getValue().x() <= from || e.getValue().x() + Layout.WIDTH >= to));
        });
        return inside;
    }

    @ParameterizedTest @MethodSource("graphs") void portsOfMovedBoxesAreThoseMadeAnew(Graph g) {
        var spots = new java.util.LinkedHashMap<>(Layout.tidy(g.boxes(), g.links()));
        Ports before = Ports.of(pipeline(g), new OperatorCatalogue(List.of()), spots);
        List<String> moved = g.boxes().stream().filter(b -> b.hashCode() % 3 == 0).toList();
        moved.forEach(b -> spots.computeIfPresent(b, (_, s) -> s.plus(-150, 333)));
        assertEquals(java.util.Set.copyOf(Ports.of(pipeline(g), new OperatorCatalogue(List.of()), spots).all()), java.util.Set.copyOf(before.moved(spots, before.joined(moved)).all()));
    }

    @ParameterizedTest @MethodSource("graphs") void crossingsAreCountedLikeOneByOneAndNeverGrow(Graph g) {
        List<List<Vertex>> columns = Columns.of(g.boxes(), g.links());
        long before = oneByOne(columns);
        columns.forEach(c -> { for (int i = 0; i < c.size(); i++) c.get(i).place = i; });
        assertEquals(before, Crossings.count(columns));
        Crossings.reduce(columns);
        assertEquals(oneByOne(columns), Crossings.count(columns));
        assertTrue(Crossings.count(columns) <= before);
    }

    private static long oneByOne(List<List<Vertex>> columns) {
        long crossings = 0;
        for (List<Vertex> column : columns) {
            var arcs = new ArrayList<Vertex.Arc>();
            for (Vertex v : column) arcs.addAll(v.out);
            for (Vertex.Arc a : arcs) {
                for (Vertex.Arc b : arcs) {
                    List<Vertex> next = columns.get(a.from().column + 1);
                    int from = compare(column, a.from(), a.fromOffset(), b.from(), b.fromOffset()), to = compare(next, a.to(), a.toOffset(), b.to(), b.toOffset());
                    if (from < 0 && to > 0) crossings++;
                }
            }
        }
        return crossings;
    }

    private static int compare(List<Vertex> column, Vertex a, double aOffset, Vertex b, double bOffset) {
        return a == b ? Double.compare(aOffset, bOffset) : Integer.compare(column.indexOf(a), column.indexOf(b));
    }

    @Test void levelsThatNeverFallAreTheNearest() {
        var random = new Random(7);
        for (int round = 0; round < 300; round++) {
            int n = 1 + random.nextInt(6);
            double[] wishes = random.doubles(n, -5, 5).toArray(), weights = random.doubles(n, 0.1, 3).toArray();
            double[] settled = Levels.increasing(wishes, weights);
            double best = miss(settled, wishes, weights);
            for (int i = 1; i < n; i++) assertTrue(settled[i] >= settled[i - 1]);
            for (int t = 0; t < 200; t++) {
                double[] other = random.doubles(n, -5, 5).sorted().toArray(); // any other that never falls is no nearer
                assertTrue(miss(other, wishes, weights) >= best - 1e-9);
            }
        }
    }

    private static double miss(double[] levels, double[] wishes, double[] weights) {
        return IntStream.range(0, levels.length).mapToDouble(i -> weights[i] * (levels[i] - wishes[i]) * (levels[i] - wishes[i])).sum();
    }

    @Test void threeHundredBoxesAndSixHundredLinksFindPlaces() {
        Graph g = graph(3, 300, 620);
        assertFalse(Layout.overlap(Layout.tidy(g.boxes(), g.links()).values()));
    }

    @Test void aFreePlaceIsTheWishOrTheNearestBesideOrBelow() {
        assertEquals(new Spot(8, 12), Layout.free(List.of(), new Spot(9, 11)));
        var taken = new ArrayList<Spot>();
        for (int i = 0; i < 30; i++) taken.add(Layout.free(taken, new Spot(0, 0)));
        assertFalse(Layout.overlap(taken));
        Collections.shuffle(taken, new Random(1));
        assertFalse(Layout.overlap(taken));
    }

    private static Pipeline pipeline(Graph g) {
        return new Pipeline("toy", g.boxes().stream().map(b -> new Node(b, "toy.step", 1, new NoSettings(), "", 0, 0)).toList(), g.links());
    }
}
