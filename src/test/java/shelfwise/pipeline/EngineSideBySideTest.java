package shelfwise.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import shelfwise.base.MemoryProblemException;
import shelfwise.base.Problem;
import shelfwise.base.Progress;
import shelfwise.pipeline.ToyOperators.Add;

/** Steps that do not depend on each other. */
class EngineSideBySideTest {
    private final ToyOperators toys = new ToyOperators();
    private final OperatorCatalogue operators = toys.catalogue();
    private final MemoryBudget memory = new MemoryBudget(100);
    private final List<NodeEvent> events = new ArrayList<>();

    private Engine engine(int atOnce) {
        return new Engine(operators, new MemoryArtefacts(), (_, _) -> ToyOperators.numbers(-4, 0, 3), new Capacity(atOnce, memory));
    }

    private Node node(String id, String operator) {
        return Node.of(id, operators.operator("toy." + operator));
    }

    /** read -> a, b, c, each of which calls; all of them -> total. */
    private Pipeline branches() {
        Pipeline p = Pipeline.empty("branches").add(node("read", "numbers")).add(node("total", "total"));
        for (String id : List.of("a", "b", "c")) {
            p = p.add(node(id, "call")).link(new Link("read", "table", id, "table")).link(new Link(id, "table", "total", "tables"));
        }
        return p;
    }

    private RunResult run(Engine engine) {
        return engine.run(branches(), Progress.NONE, events::add);
    }

    /** How many of the calls were under way at the same time, at most. */
    private int mostAtOnce(int atOnce) {
        var now = new AtomicInteger();
        var most = new AtomicInteger();
        toys.work = (_, _) -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            now.decrementAndGet();
        };
        assertTrue(run(engine(atOnce)).complete());
        return most.get();
    }

    @Test void twoBranchesAreUnderWayAtTheSameTime() {
        var both = new CountDownLatch(2);
        toys.work = (_, _) -> {
            both.countDown();
            if (toys.ran.size() < 4) await(both); // the third comes when one of them has ended
        };
        assertTrue(run(engine(2)).complete());
        assertEquals(List.of("read", "total"), List.of(toys.ran.getFirst(), toys.ran.getLast()));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test void oneLaneRunsThemInThePipelinesOrder() {
        assertEquals(1, mostAtOnce(1));
        assertEquals(List.of("read", "a", "b", "c", "total"), toys.ran);
    }

    @Test void stepsThatWouldNotFitIntoTheMemoryTogetherRunOneAfterAnother() {
        toys.memory = 51;
        assertEquals(1, mostAtOnce(3));
        assertEquals(0, memory.taken(), "all is given back");
    }

    @Test void aStepLargerThanTheBudgetRunsAlone() {
        toys.memory = 1_000;
        assertEquals(1, mostAtOnce(3));
    }

    @Test void aStepThatRanOutOfMemoryBesideOthersIsTriedOnceMoreAlone() {
        var underWay = ConcurrentHashMap.<String>newKeySet();
        var both = new CountDownLatch(2);
        var refused = new AtomicInteger();
        toys.work = (node, _) -> {
            if (!node.equals("b")) {
                underWay.add(node);
                both.countDown();
                if (node.equals("a")) await(both);
                underWay.remove(node);
                return;
            }
            both.countDown();
            if (refused.getAndIncrement() == 0) throw new MemoryProblemException(Problem.of("model.too-little-memory", node, 9, 3));
            assertEquals(List.of(), List.copyOf(underWay), "now it is alone");
        };
        RunResult result = run(engine(2));
        assertEquals(List.of(), result.problems());
        assertEquals(2, toys.ran.stream().filter("b"::equals).count());
    }

    @Test void alonePoorInMemoryIsAFailureThatIsNotTriedAgain() {
        toys.work = (node, _) -> {
            if (node.equals("b")) throw new OutOfMemoryError();
        };
        assertEquals(List.of("pipeline.out-of-memory"), run(engine(1)).problems().stream().map(Problem::key).toList());
        assertEquals(1, toys.ran.stream().filter("b"::equals).count());
        assertEquals(0, memory.taken());
    }

    /** Sixty steps linked at random: whatever runs beside what, hashes and the order of the results stay. */
    @Test void resultsAreTheSameHoweverManyRunAtOnce() {
        var random = new Random(7);
        Pipeline p = Pipeline.empty("many").add(node("n0", "numbers"));
        for (int i = 1; i < 60; i++) {
            p = p.add(node("n" + i, random.nextBoolean() ? "add" : "sign")).link(new Link("n" + random.nextInt(i), "table", "n" + i, "table"));
            if (p.node("n" + i).settings() instanceof Add.Setup) p = p.set("n" + i, new Add.Setup(random.nextInt(3), "value"));
        }
        RunResult one = engine(1).run(p, Progress.NONE, _ -> { }), three = engine(3).run(p, Progress.NONE, _ -> { });
        assertEquals(one.nodes().stream().map(n -> n.node().id() + " " + n.key()).toList(), three.nodes().stream().map(n -> n.node().id() + " " + n.key()).toList());
        for (Node n : p.nodes()) assertEquals(one.hash(n.id(), "table"), three.hash(n.id(), "table"));
    }

    @Test void ofTwoFailuresBeforeItTheFirstLinkTellsWhyAStepIsSkipped() {
        var failed = new CountDownLatch(1);
        toys.work = (node, _) -> {
            if (node.equals("a")) await(failed);
            if (node.equals("b")) failed.countDown();
            if (!node.equals("c")) throw new IllegalStateException(node);
        };
        assertEquals(new NodeEvent.Skipped("total", "a"), run(engine(2)).node("total").orElseThrow().end());
    }

    @Test void aCancelReachesEveryStepThatIsUnderWay() {
        var cancelled = new AtomicBoolean();
        var both = new CountDownLatch(2);
        var reached = new AtomicInteger();
        toys.work = (_, progress) -> {
            both.countDown();
            await(both);
            cancelled.set(true);
            try {
                while (true) progress.check();
            } catch (CancellationException e) {
                reached.incrementAndGet();
                throw e;
            }
        };
        assertThrows(CancellationException.class, () -> engine(2).run(branches(), (_, _) -> {
            if (cancelled.get()) throw new CancellationException();
        }, events::add));
        assertEquals(2, reached.get());
        assertEquals(List.of("a", "b", "c", "total"), events.stream().filter(NodeEvent.Cancelled.class::isInstance).map(NodeEvent::node).sorted().toList());
        assertEquals(0, memory.taken());
    }

    @Test void aSelectionRunsWithWhatItNeeds() {
        RunResult result = engine(2).runTo(branches(), List.of("c", "a"), Progress.NONE, events::add);
        assertEquals(List.of("read", "a", "c"), result.nodes().stream().map(n -> n.node().id()).toList());
        assertTrue(result.complete());
    }
}
