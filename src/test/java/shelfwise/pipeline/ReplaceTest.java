package shelfwise.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import shelfwise.base.ProblemException;

class ReplaceTest {
    private final OperatorCatalogue operators = new ToyOperators().catalogue();
    private final Pipeline pipeline = new Pipeline("p", List.of(node("read", "numbers"), node("step", "add"), node("after", "sign"), node("total", "total")),
            List.of(new Link("read", "table", "step", "table"), new Link("step", "table", "after", "table"), new Link("after", "table", "total", "tables")));

    private Node node(String id, String operator) {
        return Node.of(id, operators.operator("toy." + operator));
    }

    @Test void aReplacedNodeKeepsItsPlaceItsIdAndTheLinksThatFit() {
        Pipeline placed = pipeline.move("step", 30, 40).label("step", "Mine");
        Replace.Replaced replaced = Replace.node(placed, operators, "step", operators.operator("toy.sign"));
        Node now = replaced.pipeline().node("step");
        assertEquals("toy.sign", now.operator());
        assertEquals("Mine", now.label());
        assertEquals(30, now.x());
        assertEquals(placed.links(), replaced.pipeline().links());
        assertEquals(List.of(), replaced.lost());
    }

    @Test void linksThatNoPortTakesAreLostAndTold() {
        Replace.Replaced replaced = Replace.node(pipeline, operators, "after", operators.operator("toy.numbers"));
        assertEquals(List.of(new Link("step", "table", "after", "table")), replaced.lost());
        assertEquals(List.of(new Link("read", "table", "step", "table"), new Link("after", "table", "total", "tables")), replaced.pipeline().links());
    }

    @Test void aNodeOnALinkStandsBetweenItsEnds() {
        Pipeline inserted = Replace.insert(pipeline, operators, pipeline.links().get(1), node("new", "sign"));
        assertEquals(List.of("read", "step", "new", "after", "total"), inserted.order().stream().map(Node::id).toList());
        assertEquals(List.of(new Link("new", "table", "after", "table")), inserted.into("after"));
        assertEquals(List.of(new Link("step", "table", "new", "table")), inserted.into("new"));
        assertEquals("pipeline.no-fit-on-link",
                assertThrows(ProblemException.class, () -> Replace.insert(pipeline, operators, pipeline.links().get(1), node("new", "numbers"))).problem().key());
    }

    @Test void nodesLineUpByTheirEdgesAndSpreadEvenly() {
        Pipeline placed = pipeline.move("read", 10, 5).move("step", 50, 100).move("after", 110, 40);
        List<String> ids = List.of("read", "step", "after");
        assertEquals(List.of(10.0, 10.0, 10.0, 0.0), xs(Align.LEFT.apply(placed, ids)));
        assertEquals(List.of(60.0, 60.0, 60.0, 0.0), xs(Align.CENTRE.apply(placed, ids)));
        assertEquals(List.of(10.0, 60.0, 110.0, 0.0), xs(Align.SPREAD_ACROSS.apply(placed, ids)));
        assertEquals(List.of(5.0, 100.0, 52.0, 0.0), Align.SPREAD_DOWN.apply(placed, ids).nodes().stream().map(Node::y).toList());
        assertEquals(placed, Align.TOP.apply(placed, List.of("read")));
    }

    private static List<Double> xs(Pipeline p) {
        return p.nodes().stream().map(Node::x).toList();
    }
}
