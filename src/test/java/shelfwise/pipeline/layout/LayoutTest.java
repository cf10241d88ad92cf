package shelfwise.pipeline.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import shelfwise.pipeline.Link;
import shelfwise.pipeline.Node;
import shelfwise.pipeline.Pipeline;

class LayoutTest {
    private record NoSettings() { }

    @Test void placesOfTheFileAreKept() {
        Pipeline p = pipeline("a b", "a>b").move("a", 10, 20).move("b", 400, 20);
        assertEquals(Map.of("a", new Spot(10, 20), "b", new Spot(400, 20)), Layout.of(p));
    }

    @Test void aBoxPutOnAnotherLeavesAllWhereTheyStand() {
        Pipeline p = pipeline("a b c", "a>b b>c").move("a", 10, 20).move("b", 14, 24).move("c", 400, 20);
        assertEquals(Map.of("a", new Spot(10, 20), "b", new Spot(14, 24), "c", new Spot(400, 20)), Layout.of(p));
    }

    @Test void boxesWithoutAPlaceAreLaidOutApart() {
        Pipeline p = pipeline("a b c d e f", "a>b a>c b>d c>d d>e a>f");
        var spots = List.copyOf(Layout.of(p).values());
        for (Spot s : spots) {
            for (Spot t : spots) {
                assertTrue(s.equals(t) || Math.abs(s.x() - t.x()) >= Layout.WIDTH || Math.abs(s.y() - t.y()) >= Layout.HEIGHT, s + " on " + t);
            }
        }
        assertEquals(6, spots.stream().distinct().count());
    }

    @Test void aStepStandsAfterThoseItReads() {
        var spots = Layout.tidy(pipeline("a b c d", "a>b b>c b>d"));
        assertEquals(spots.get("a").x(), spots.get("b").x(), "a chain runs down");
        assertTrue(spots.get("a").y() < spots.get("b").y());
        assertTrue(spots.get("b").x() < spots.get("c").x());
        assertEquals(spots.get("c").x(), spots.get("d").x());
    }

    @Test void arrowsLeadToTheNearestThatWay() {
        var spots = Map.of("a", new Spot(0, 0), "b", new Spot(0, 100), "c", new Spot(300, 100), "d", new Spot(600, 0));
        assertEquals("b", Way.DOWN.next(spots, "a"));
        assertEquals("c", Way.RIGHT.next(spots, "b"));
        assertEquals("b", Way.LEFT.next(spots, "c"));
        assertEquals("a", Way.UP.next(spots, "a"));
        assertTrue(spots.containsKey(Way.UP.next(spots, "")));
    }

    private static Pipeline pipeline(String nodes, String links) {
        Pipeline p = Pipeline.empty("toy");
        for (String n : nodes.split(" ")) p = p.add(new Node(n, "toy.step", 1, new NoSettings(), "", 0, 0));
        for (String l : links.split(" ")) p = p.link(new Link(l.split(">")[0], "out", l.split(">")[1], "in"));
        return p;
    }
}
