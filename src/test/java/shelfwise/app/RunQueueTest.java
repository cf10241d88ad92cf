package shelfwise.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import shelfwise.pipeline.Note;
import shelfwise.app.search.SearchMethod;
import shelfwise.app.search.SearchPlan;
import shelfwise.app.search.Space;
import shelfwise.pipeline.Pipeline;

class RunQueueTest {
    private final List<String> begun = new ArrayList<>();
    private final List<RunQueue.Line> told = new ArrayList<>();
    private final RunQueue queue = new RunQueue(e -> begun.add(e.ask().name()), told::add);

    @Test void oneRunsAndTheOthersWaitInTheOrderTheyWereAskedFor() {
        RunQueue.Entry a = add("a"), b = add("b"), c = add("c");
        assertEquals(List.of("a"), begun);
        assertEquals(List.of("b", "c"), waiting());
        queue.ended(a.id());
        queue.ended(b.id());
        assertEquals(List.of("a", "b", "c"), begun);
        queue.ended(c.id());
        assertEquals(RunQueue.Line.NONE, queue.line());
        assertEquals(RunQueue.Line.NONE, told.getLast());
    }

    @Test void aSearchWaitsLikeARunAndIsNone() {
        var plan = new SearchPlan(Pipeline.empty("a"), "als", new Space(List.of()), "ndcg", 10, SearchMethod.RANDOM, 3, 0, 1, false, 0);
        RunQueue.Entry search = queue.add(RunQueue.Ask.search("a", plan));
        assertEquals(List.of("a"), begun);
        assertFalse(queue.line().runs("a"), "the pipeline itself does not run");
        RunQueue.Entry run = add("a");
        assertEquals(List.of(run), queue.line().waiting("a"));
        assertSame(search, queue.add(RunQueue.Ask.search("a", plan)));
        queue.ended(search.id());
        assertTrue(queue.line().runs("a"));
    }

    @Test void whatComesWhileNothingRunsBeginsAtOnce() {
        queue.ended(add("a").id());
        add("b");
        assertEquals(List.of("a", "b"), begun);
    }

    @Test void thoseThatWaitCanBeMovedAsFarAsThereAreOthers() {
        add("a");
        RunQueue.Entry b = add("b");
        add("c");
        RunQueue.Entry d = add("d");
        assertTrue(queue.forward(d.id(), 1));
        assertEquals(List.of("b", "d", "c"), waiting());
        assertTrue(queue.forward(b.id(), -5));
        assertEquals(List.of("d", "c", "b"), waiting());
        assertFalse(queue.forward(d.id(), 1));
        assertFalse(queue.forward(b.id(), -1));
    }

    @Test void theOneThatRunsIsNotMovedOrTakenOut() {
        RunQueue.Entry a = add("a");
        add("b");
        assertFalse(queue.forward(a.id(), -1));
        assertFalse(queue.takeOut(a.id()));
        assertEquals(List.of("a"), begun);
    }

    @Test void whatIsTakenOutIsNotRun() {
        RunQueue.Entry a = add("a"), b = add("b");
        add("c");
        assertTrue(queue.takeOut(b.id()));
        assertFalse(queue.takeOut(b.id()));
        queue.ended(a.id());
        assertEquals(List.of("a", "c"), begun);
    }

    @Test void anEndThatIsToldTwiceBeginsOneRun() {
        RunQueue.Entry a = add("a");
        add("b");
        add("c");
        queue.ended(a.id());
        queue.ended(a.id());
        assertEquals(List.of("a", "b"), begun);
        assertEquals(List.of("c"), waiting());
    }

    @Test void theSameRunIsNotAskedForTwice() {
        RunQueue.Entry a = add("a"), b = add("b");
        assertSame(a, add("a"));
        assertSame(b, add("b"));
        assertEquals(List.of("b"), waiting());
        queue.add(new RunQueue.Ask("b", Pipeline.empty("b"), List.of("step")));
        queue.add(new RunQueue.Ask("b", edited(), List.of()));
        assertEquals(List.of("b", "b", "b"), waiting());
    }

    @Test void aRunTakesThePipelineAsItWasWhenItWasAskedFor() {
        RunQueue.Entry a = add("a");
        add("b");
        queue.add(new RunQueue.Ask("b", edited(), List.of()));
        queue.ended(a.id());
        assertEquals(Pipeline.empty("b"), queue.line().running().orElseThrow().ask().pipeline());
        assertEquals(edited(), queue.line().waiting("b").getFirst().ask().pipeline());
        assertTrue(queue.line().runs("b"));
        assertFalse(queue.line().runs("a"));
    }

    private static Pipeline edited() {
        return Pipeline.empty("b").add(new Note("note", Note.Kind.NOTE, "later", 0, 0, 100, 100));
    }

    private RunQueue.Entry add(String name) {
        return queue.add(new RunQueue.Ask(name, Pipeline.empty(name), List.of()));
    }

    private List<String> waiting() {
        return queue.line().waiting().stream().map(e -> e.ask().name()).toList();
    }
}
