package shelfwise.pipeline.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import shelfwise.pipeline.Groups;
import shelfwise.pipeline.Link;
import shelfwise.pipeline.Node;
import shelfwise.pipeline.OperatorCatalogue;
import shelfwise.pipeline.Pipeline;
import shelfwise.pipeline.PortType;

class PortsTest {
    private record NoSettings() { }

    private static final OperatorCatalogue NONE = new OperatorCatalogue(List.of());

    private static Pipeline linked() {
        return Pipeline.empty("toy").add(new Node("a", "toy.step", 1, new NoSettings(), "", 0, 0)).add(new Node("b", "toy.step", 1, new NoSettings(), "", 0, 0))
                .link(new Link("a", "out", "b", "in"));
    }

    @Test void aLinkSidewaysGoesFromTheRightEdgeToTheLeft() {
        Ports ports = Ports.of(linked(), NONE, Map.of("a", new Spot(0, 0), "b", new Spot(300, 0)));
        assertEquals(new PortPlace("a", "out", false, Optional.empty(), Side.RIGHT, 172, 34), ports.find("a", "out", false).orElseThrow());
        assertEquals(new PortPlace("b", "in", true, Optional.empty(), Side.LEFT, 300, 34), ports.find("b", "in", true).orElseThrow());
        LinkCurve curve = ports.curve(new Link("a", "out", "b", "in")).orElseThrow();
        assertEquals(new LinkCurve(172, 34, 236, 34, 236, 34, 300, 34), curve);
        assertEquals(new Spot(236, 34), curve.at(0.5));
    }

    @Test void aLinkToABoxBelowGoesDown() {
        Ports ports = Ports.of(linked(), NONE, Map.of("a", new Spot(0, 0), "b", new Spot(10, 100)));
        assertEquals(Side.BOTTOM, ports.find("a", "out", false).orElseThrow().side());
        assertEquals(new Spot(96, 100), new Spot(ports.find("b", "in", true).orElseThrow().x(), ports.find("b", "in", true).orElseThrow().y()));
        assertEquals(1, ports.of("a").size());
    }

    @Test void anOutputThatLeadsBothWaysStaysOnTheRight() {
        Pipeline p = linked().add(new Node("c", "toy.step", 1, new NoSettings(), "", 0, 0)).link(new Link("a", "out", "c", "in"));
        Ports ports = Ports.of(p, NONE, Map.of("a", new Spot(0, 0), "b", new Spot(0, 100), "c", new Spot(300, 0)));
        assertEquals(Side.RIGHT, ports.find("a", "out", false).orElseThrow().side());
        assertEquals(Side.TOP, ports.find("b", "in", true).orElseThrow().side());
    }

    @Test void everyTypeHasAShapeAndAColourOfItsOwn() {
        assertEquals(PortType.values().length, Arrays.stream(PortType.values()).map(PortShape::of).distinct().count());
        assertEquals(PortType.values().length, Arrays.stream(PortType.values()).map(PortShape::category).collect(Collectors.toSet()).size());
        for (PortShape s : PortShape.values()) {
            for (Spot c : s.corners()) assertTrue(Math.abs(c.x()) < 1.5 && Math.abs(c.y()) < 1.5, s + " " + c);
        }
    }

    @Test void aFoldedGroupHasThePortsThatLeadOutOfIt() {
        Pipeline p = linked().add(new Node("c", "toy.step", 1, new NoSettings(), "", 0, 0)).link(new Link("b", "out", "c", "in"));
        Pipeline folded = Groups.fold(Groups.make(p, Set.of("a", "b"), "early", "Early"), "early", true);
        Map<String, Spot> spots = Layout.tidy(folded);
        assertEquals(Set.of("early", "c"), spots.keySet());
        Ports ports = Ports.of(folded, NONE, spots);
        assertEquals(List.of("b.out"), ports.of("early").stream().map(PortPlace::port).toList());
        assertEquals("early", ports.find("b", "out", false).orElseThrow().node());
        assertTrue(ports.curve(new Link("a", "out", "b", "in")).isEmpty(), "inside the group");
        assertEquals(Set.of(new Link("b", "out", "c", "in")), Routes.of(ports, spots, folded.links()).paths().keySet());
    }

    @Test void whatIsInAFoldedGroupMovesWithIt() {
        Pipeline p = linked().move("a", 500, 500).move("b", 900, 520).add(new Node("c", "toy.step", 1, new NoSettings(), "", 0, 0)).link(new Link("b", "out", "c", "in"));
        Pipeline tidied = Layout.tidied(Groups.fold(Groups.make(p, Set.of("a", "b"), "early", "Early"), "early", true));
        assertEquals(400, tidied.node("b").x() - tidied.node("a").x());
        assertEquals(tidied.group("early").orElseThrow().x(), tidied.node("a").x());
    }
}
