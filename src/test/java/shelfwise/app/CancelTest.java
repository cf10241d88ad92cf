package shelfwise.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shelfwise.base.Progress;
import shelfwise.data.Portable;
import shelfwise.pipeline.Node;
import shelfwise.pipeline.NodeEvent;
import shelfwise.pipeline.Pipeline;
import shelfwise.pipeline.PortType;
import shelfwise.store.Outcome;

/** A run of every operator that works on more than tables, cancelled in every state that a node can be in. */
class CancelTest {
    /** Looks after the cancel: one of each thread that is at work, as each ends at its next. */
    private static final int LOOKS = 64;
    @TempDir Path folder;
    private final AtomicInteger late = new AtomicInteger();

    /** Runs the pipeline, cancelled from the first event on that {@code when} is true of; the nodes that were told as cancelled. */
    private Set<String> cancelled(Workspace shop, Pipeline pipeline, Predicate<NodeEvent> when) {
        var cancelled = new AtomicBoolean();
        var told = ConcurrentHashMap.<String>newKeySet();
        late.set(0);
        Progress progress = (_, _) -> {
            if (!cancelled.get()) return;
            late.incrementAndGet();
            throw new CancellationException();
        };
        assertThrows(CancellationException.class, () -> shop.runs().run(pipeline, progress, event -> {
            if (when.test(event)) cancelled.set(true);
            if (event instanceof NodeEvent.Cancelled c) told.add(c.node());
        }));
        int looks = late.get();
        assertTrue(looks > 0 && looks <= LOOKS, "looked on " + looks + " times");
        assertEquals(looks, late.get(), "nothing goes on");
        return told;
    }

    @Test void everyOperatorEndsAtItsNextLookWhenItIsCancelledAsItRuns() {
        try (var shop = SmallShop.trained(folder.resolve("shop"))) {
            Pipeline pipeline = EveryModelTest.pipeline(shop);
            var reached = new HashSet<String>();
            Set<String> all = new HashSet<>(pipeline.nodes().stream().map(Node::id).toList());
            while (true) {
                var at = new AtomicBoolean();
                var done = new HashSet<String>();
                boolean ended = false;
                try {
                    Set<String> told = cancelled(shop, pipeline, e -> {
                        if (e instanceof NodeEvent.Done || e instanceof NodeEvent.Cached) done.add(e.node());
                        if (!(e instanceof NodeEvent.Running) || reached.contains(e.node()) || at.getAndSet(true)) return false;
                        return reached.add(e.node());
                    });
                    assertTrue(told.stream().noneMatch(done::contains), "what had ended is not told as cancelled");
                } catch (org.opentest4j.AssertionFailedError e) {
                    ended = !at.get(); // every node was cancelled once: the run went through
                    if (!ended) throw e;
                }
                if (ended) break;
            }
            assertTrue(reached.size() > 55, "only " + reached);
            assertTrue(all.containsAll(reached));
            assertEquals(List.of(), shop.runs().run(pipeline, Progress.NONE, _ -> { }).problems());
        }
    }

    @Test void aCancelWhileAllWaitRunsNothing() {
        try (var shop = SmallShop.trained(folder.resolve("shop"))) {
            Pipeline pipeline = EveryModelTest.pipeline(shop);
            assertEquals(pipeline.nodes().size(), cancelled(shop, pipeline, NodeEvent.Waiting.class::isInstance).size());
            assertEquals(Outcome.CANCELLED, shop.runs().list().getFirst().outcome());
        }
    }

    /** A step behind what an earlier run made reads that first. */
    @Test void aCancelWhileKeptResultsAreReadEndsAtTheNextLook() {
        try (var shop = SmallShop.trained(folder.resolve("shop"))) {
            Pipeline pipeline = SmallShop.pipeline(shop.operators());
            Node judge = pipeline.node("judge");
            Pipeline changed = pipeline.set("judge", shop.operators().form(judge).with(judge.settings(), "rounds", 7));
            Set<String> told = cancelled(shop, changed, e -> e instanceof NodeEvent.Running r && r.node().equals("judge"));
            assertEquals(Set.of("judge"), told);
            assertEquals(List.of(), shop.runs().run(changed, Progress.NONE, _ -> { }).problems());
        }
    }

    /** The run itself is whole: its results stay. */
    @Test void aCancelWhileTheListsAreFrozenLeavesNoSnapshot() {
        try (var shop = SmallShop.trained(folder.resolve("shop"))) {
            int before = shop.snapshots().ids().size();
            var ended = new AtomicInteger();
            Pipeline pipeline = SmallShop.pipeline(shop.operators());
            cancelled(shop, pipeline, e -> e instanceof NodeEvent.Cached && ended.incrementAndGet() == pipeline.nodes().size());
            assertEquals(before, shop.snapshots().ids().size());
            assertEquals(Outcome.DONE, shop.runs().list().getFirst().outcome());
        }
    }

    /** While it prepares, reads what is kept, works, keeps what it made, notes the run: whatever it was at, nothing half-made is found later. */
    @Test void aCancelAtAnyLookLeavesTheStoreWhole() {
        try (var whole = SmallShop.trained(folder.resolve("whole")); var shop = SmallShop.create(folder.resolve("cancelled"))) {
            Pipeline pipeline = SmallShop.pipeline(shop.operators());
            RunReport expected = whole.runs().run(pipeline, Progress.NONE, _ -> { });
            int ended = 0;
            for (int at = 1; ended == 0; at += 11) {
                var left = new AtomicInteger(at);
                Progress progress = (_, _) -> {
                    if (left.decrementAndGet() <= 0) throw new CancellationException();
                };
                try {
                    shop.runs().run(pipeline, progress, _ -> { });
                    ended++;
                } catch (CancellationException e) {
                    assertTrue(shop.snapshots().ids().isEmpty(), "no lists of a run that was cancelled");
                }
            }
            assertTrue(shop.runs().list().size() > 3, "cancelled only " + shop.runs().list().size());
            RunReport after = shop.runs().run(pipeline, Progress.NONE, _ -> { });
            assertEquals(hashes(expected), hashes(after));
        }
    }

    private static List<String> hashes(RunReport report) {
        return Stream.of(PortType.values()).flatMap(type -> report.result().outputs(type).stream())
                .map(o -> o + " " + report.result().value(o.node(), o.port(), Portable.class).orElseThrow().hash()).toList();
    }
}
