package shelfwise.ui.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.ArrayList;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import javafx.collections.MapChangeListener;
import org.junit.jupiter.api.Test;
import shelfwise.base.Problem;
import shelfwise.pipeline.Link;
import shelfwise.pipeline.Node;
import shelfwise.pipeline.NodeEvent;
import shelfwise.pipeline.Pipeline;
import shelfwise.pipeline.Preflight;

class NodeStatesTest {
    private record Number(int value) { }

    private final NodeStates states = new NodeStates();

    @Test void ofManyWordsOfANodeOnlyTheLastIsShown() {
        var shown = new ArrayList<NodeEvent>();
        states.all().addListener((MapChangeListener<String, NodeEvent>) c -> shown.add(c.getValueAdded()));
        states.heard(List.of(new NodeEvent.Running("a", 1, 9), new NodeEvent.Running("a", 2, 9), new NodeEvent.Done("a", 1, Map.of())));
        assertEquals(List.of(new NodeEvent.Done("a", 1, Map.of())), shown);
    }

    @Test void anEditSetsBackTheNodeAndThoseBehindItAlone() {
        Pipeline before = pipeline(1);
        states.heard(List.of(new NodeEvent.Done("a", 1, Map.of()), new NodeEvent.Done("b", 1, Map.of()), new NodeEvent.Done("c", 1, Map.of())));
        states.edited(before, pipeline(2));
        assertInstanceOf(NodeEvent.Done.class, states.of("a"));
        assertInstanceOf(NodeEvent.Waiting.class, states.of("b"));
        assertInstanceOf(NodeEvent.Waiting.class, states.of("c"));
    }

    @Test void aNodeThatRunsSaysHowLongItStillTakes() {
        var clock = new long[] {5_000};
        var timed = new NodeStates(() -> Instant.ofEpochMilli(clock[0]));
        timed.begin(Map.of("b", 9.0));
        var a = new NodeEvent.Running("a", 1, 4);
        var b = new NodeEvent.Running("b", 0, 0);
        timed.heard(List.of(a, b));
        clock[0] = 7_000;
        assertEquals(OptionalLong.of(6_000), timed.leftMillis(a));
        assertEquals(OptionalLong.of(7_000), timed.leftMillis(b));
    }

    @Test void aRunGoesOnWithThePipelineAsItWasAndTellsOfUnchangedNodesAlone() {
        states.shown(pipeline(1));
        states.begin(pipeline(1), List.of());
        states.edited(pipeline(1), pipeline(2));
        states.heard(List.of(new NodeEvent.Done("a", 1, Map.of()), new NodeEvent.Done("b", 1, Map.of()), new NodeEvent.Running("c", 1, 2)));
        assertInstanceOf(NodeEvent.Done.class, states.of("a"));
        assertInstanceOf(NodeEvent.Waiting.class, states.of("b"));
        assertInstanceOf(NodeEvent.Waiting.class, states.of("c"));
        states.edited(pipeline(2), pipeline(1));
        assertInstanceOf(NodeEvent.Done.class, states.of("b"));
        assertEquals(new NodeEvent.Running("c", 1, 2), states.of("c"));
    }

    @Test void onlyTheStepsOfARunWaitForIt() {
        states.shown(pipeline(1));
        states.begin(pipeline(1), List.of("b"));
        assertEquals(List.of(true, true, false), List.of(states.live("a"), states.live("b"), states.live("c")));
        states.over();
        assertEquals(List.of(false, false, false), List.of(states.live("a"), states.live("b"), states.live("c")));
    }

    @Test void whatChangedBeforeAQueuedRunBeganIsNotItsOwn() {
        states.shown(pipeline(2));
        states.begin(pipeline(1), List.of());
        states.heard(List.of(new NodeEvent.Done("a", 1, Map.of()), new NodeEvent.Done("b", 1, Map.of())));
        assertInstanceOf(NodeEvent.Done.class, states.of("a"));
        assertInstanceOf(NodeEvent.Waiting.class, states.of("b"));
    }

    @Test void movingANodeKeepsItsState() {
        Pipeline before = pipeline(1);
        states.heard(List.of(new NodeEvent.Done("b", 1, Map.of())));
        states.edited(before, before.move("b", 500, 500));
        assertInstanceOf(NodeEvent.Done.class, states.of("b"));
    }

    @Test void findingsAreThoseOfTheLastLook() {
        states.found(List.of(new Preflight.Finding("a", Problem.of("pipeline.input-missing", "a")), new Preflight.Finding("b", Problem.of("pipeline.input-missing", "b"))));
        states.found(List.of(new Preflight.Finding("b", Problem.of("pipeline.input-missing", "b"))));
        assertEquals(Set.of("b"), states.findings().keySet());
    }

    /** a > b > c, with {@code value} set at b. */
    private static Pipeline pipeline(int value) {
        return Pipeline.empty("toy").add(node("a", 0)).add(node("b", value)).add(node("c", 0)).link(new Link("a", "out", "b", "in")).link(new Link("b", "out", "c", "in"));
    }

    private static Node node(String id, int value) {
        return new Node(id, "toy.step", 1, new Number(value), "", 0, 0);
    }
}
