package shelfwise.pipeline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import shelfwise.base.Problem;
import shelfwise.base.ProblemException;
import shelfwise.base.Progress;
import shelfwise.data.Model;
import shelfwise.data.Table;
import shelfwise.data.TableValue;
import shelfwise.pipeline.ToyOperators.Add;
import shelfwise.pipeline.ToyOperators.Numbers;

class EngineTest {
    private final ToyOperators toys = new ToyOperators();
    private final OperatorCatalogue operators = toys.catalogue();
    private final Map<String, Table> assets = new HashMap<>(Map.of("orders", ToyOperators.numbers(-4, 0, 3)));
    private final MemoryArtefacts store = new MemoryArtefacts();
    private final Engine engine = new Engine(operators, store, (asset, version) -> {
        Table table = assets.get(asset);
        if (table == null) throw Problem.of("store.no-asset", asset, String.join(", ", assets.keySet())).asException();
        return table;
    });
    private final List<NodeEvent> events = new ArrayList<>();

    private Node node(String id, String operator) {
        return Node.of(id, operators.operator("toy." + operator));
    }

    private static Link link(String from, String to) {
        return new Link(from, from.equals("train") ? "model" : "table", to, to.equals("total") ? "tables" : "table");
    }

    /** read -> add -> sign -> total, and add -> train; placed so that the order of placing is not that of running. */
    private Pipeline shop() {
        return new Pipeline("shop", List.of(node("total", "total"), node("sign", "sign"), node("read", "numbers"), node("add", "add"), node("train", "train")),
                List.of(link("sign", "total"), link("add", "sign"), link("read", "add"), link("add", "train")));
    }

    private RunResult run(Pipeline pipeline) {
        toys.ran.clear();
        events.clear();
        return engine.run(pipeline, Progress.NONE, events::add);
    }

    private static Pipeline amount(Pipeline pipeline, int amount) {
        return pipeline.set("add", new Add.Setup(amount, "value"));
    }

    private static long[] values(RunResult result, String node) {
        return ToyOperators.values(result.value(node, "table", TableValue.class).orElseThrow().table());
    }

    private static List<String> ends(RunResult result) {
        return result.nodes().stream().map(n -> n.node().id() + " " + n.end().getClass().getSimpleName()).toList();
    }

    @Test void aNodeThatCannotBeReadFailsAloneAndWhatIsBehindItIsLeftOut() {
        var why = shelfwise.base.Problem.of("pipeline.unknown-operator", "sign", "toy.gone");
        RunResult result = run(shop().set("sign", new Unread("{}", why)));
        assertEquals(List.of("add Done", "read Done", "sign Failed", "total Skipped", "train Done"), ends(result).stream().sorted().toList());
        assertEquals(why, result.problems().getFirst());
    }

    @Test void nodesRunAfterThoseTheyTakeValuesFrom() {
        RunResult result = run(shop());
        assertEquals(List.of("read", "add", "train", "sign", "total").stream().sorted().toList(), toys.ran.stream().sorted().toList());
        for (Link l : shop().links()) assertTrue(toys.ran.indexOf(l.fromNode()) < toys.ran.indexOf(l.toNode()), l + " in " + toys.ran);
        assertTrue(result.complete());
        assertArrayEquals(new long[] {-3, 1, 4}, values(result, "add"));
        assertArrayEquals(new long[] {1}, values(result, "total")); // -1 + 1 + 1
        assertEquals(new ToyOperators.Sum("train", 2), result.value("train", "model", Model.class).orElseThrow());
        assertEquals(List.of(new RunResult.Output("train", "model")), result.outputs(PortType.MODEL));
    }

    @Test void theListenerHearsEachNodeWaitThenRunThenEnd() {
        run(shop());
        assertEquals(5, events.subList(0, 5).stream().filter(NodeEvent.Waiting.class::isInstance).count());
        for (Node n : shop().nodes()) {
            List<String> heard = events.stream().filter(e -> e.node().equals(n.id())).map(e -> e.getClass().getSimpleName()).toList();
            assertEquals(List.of("Waiting", "Running", "Done"), heard, n.id());
        }
        var done = (NodeEvent.Done) events.stream().filter(e -> e.node().equals("add") && e instanceof NodeEvent.Done).findFirst().orElseThrow();
        assertEquals(Map.of("table", 3L), done.rows());
    }

    @Test void aSecondRunTakesAllFromTheCache() {
        RunResult first = run(shop());
        RunResult second = run(shop());
        assertEquals(List.of(), toys.ran);
        assertTrue(second.nodes().stream().allMatch(n -> n.end() instanceof NodeEvent.Cached && n.seconds() == 0));
        assertTrue(second.complete());
        assertArrayEquals(values(first, "total"), values(second, "total"));
        assertEquals(first.hash("train", "model"), second.hash("train", "model"));
        assertEquals(new ToyOperators.Sum("train", 2), second.value("train", "model", Model.class).orElseThrow());
    }

    @Test void aChangedSettingRunsItsNodeAndThoseBelowAgain() {
        run(shop());
        RunResult result = run(amount(shop(), 5));
        assertEquals(List.of("add", "sign", "total", "train").stream().sorted().toList(), toys.ran.stream().sorted().toList());
        assertInstanceOf(NodeEvent.Cached.class, result.node("read").orElseThrow().end());
        assertArrayEquals(new long[] {1, 5, 8}, values(result, "add"));
        run(shop());
        assertEquals(List.of(), toys.ran, "the earlier results are still kept");
    }

    @Test void nodesBelowAnEqualOutputAreNotRunAgain() {
        run(amount(shop(), 5));
        run(amount(shop(), 6)); // 2, 6, 9: the signs stay
        assertEquals(List.of("add", "train", "sign").stream().sorted().toList(), toys.ran.stream().sorted().toList());
    }

    @Test void placeAndLabelDoNotMatterButAModelsNameDoes() {
        run(shop());
        run(shop().move("add", 40, 50).label("add", "Plus one").withName("other"));
        assertEquals(List.of(), toys.ran);
        var renamed = new Pipeline("shop", List.of(node("read", "numbers"), node("add", "add"), node("knn", "train")), List.of(link("read", "add"), link("add", "knn")));
        assertEquals("knn", run(renamed).value("knn", "model", Model.class).orElseThrow().name());
        assertEquals(List.of("knn"), toys.ran);
    }

    @Test void aChangedAssetRunsWhatReadsIt() {
        run(shop());
        assets.put("orders", ToyOperators.numbers(1));
        assertArrayEquals(new long[] {2}, values(run(shop()), "add"));
        assertEquals("read", toys.ran.getFirst());
    }

    @Test void valuesOfSeveralLinksComeInTheOrderOfTheLinks() {
        assets.put("views", ToyOperators.numbers(100));
        List<Node> nodes = List.of(node("a", "numbers"), node("b", "numbers").withSettings(new Numbers.Setup("views")), node("total", "total"));
        var pipeline = new Pipeline("two", nodes, List.of(link("b", "total"), link("a", "total")));
        assertArrayEquals(new long[] {100, -1}, values(run(pipeline), "total"));
        var swapped = new Pipeline("two", nodes, List.of(link("a", "total"), link("b", "total")));
        assertArrayEquals(new long[] {-1, 100}, values(run(swapped), "total"));
    }

    /** read -> call -> after, read -> add: what {@code call} does decides. */
    private Pipeline calling() {
        return new Pipeline("calling", List.of(node("read", "numbers"), node("call", "call"), node("after", "sign"), node("last", "add"), node("add", "add")),
                List.of(link("read", "call"), link("call", "after"), link("after", "last"), link("read", "add")));
    }

    @Test void aFailedNodeIsNamedAndOnlyThoseBehindItAreSkipped() {
        toys.call = () -> {
            throw new IllegalStateException("no such luck");
        };
        RunResult result = run(calling());
        assertEquals(List.of("read Done", "call Failed", "after Skipped", "last Skipped", "add Done").stream().sorted().toList(), ends(result).stream().sorted().toList());
        assertEquals(List.of(Problem.of("pipeline.node-failed", "call", "IllegalStateException: no such luck")), result.problems());
        assertEquals(new NodeEvent.Skipped("last", "call"), result.node("last").orElseThrow().end());
        assertFalse(result.complete());
        assertArrayEquals(new long[] {-3, 1, 4}, values(result, "add"));
        assertTrue(result.value("call", "table", TableValue.class).isEmpty());
        toys.call = null;
        assertTrue(run(calling()).complete());
        assertEquals(List.of("call", "after", "last"), toys.ran, "what had ended well is not run again");
    }

    @Test void everyKindOfFailureIsToldWithItsNode() {
        Map<RuntimeException, Problem> told = Map.of(Problem.of("data.no-such-column", "price", "a, b").asException(), Problem.of("data.no-such-column", "call: price", "a, b"),
                Problem.of("prepare.no-columns", "call").asException(), Problem.of("prepare.no-columns", "call"),
                new IllegalArgumentException("k must be 1 to 9"), Problem.of("pipeline.node-refused", "call", "k must be 1 to 9"));
        told.forEach((thrown, problem) -> {
            toys.call = () -> {
                throw thrown;
            };
            assertEquals(List.of(problem), run(calling()).problems());
        });
        toys.call = () -> {
            throw new OutOfMemoryError();
        };
        assertEquals("pipeline.out-of-memory", run(calling()).problems().getFirst().key());
    }

    @Test void anInputWithoutALinkFailsItsNodeAlone() {
        RunResult result = run(new Pipeline("p", List.of(node("add", "add"), node("read", "numbers")), List.of()));
        assertEquals(List.of(Problem.of("pipeline.input-missing", "add", "table", PortType.TABLE)), result.problems());
        assertInstanceOf(NodeEvent.Done.class, result.node("read").orElseThrow().end());
    }

    @Test void aCancelledRunEndsTheNodesThatDidNotAndKeepsTheOthersResults() {
        var cancelled = new AtomicBoolean();
        toys.call = () -> cancelled.set(true);
        events.clear();
        assertThrows(CancellationException.class, () -> engine.run(calling(), (done, total) -> {
            if (cancelled.get()) throw new CancellationException();
        }, events::add));
        assertFalse(toys.ran.contains("after"));
        List<String> ended = events.stream().filter(NodeEvent.Cancelled.class::isInstance).map(NodeEvent::node).toList();
        assertTrue(ended.containsAll(List.of("call", "after", "last")) && !ended.contains("read"), ended.toString());
        toys.call = null;
        run(calling());
        assertFalse(toys.ran.contains("read"));
        assertTrue(toys.ran.contains("call"));
    }

    @Test void progressRisesToItsTotal() {
        var seen = new ArrayList<Long>();
        engine.run(calling(), (done, total) -> {
            if (done < 0) return;
            assertEquals(5_000, total);
            seen.add(done);
        }, events::add);
        assertEquals(seen.stream().sorted().toList(), seen);
        assertEquals(5_000L, seen.getLast());
        assertTrue(seen.stream().anyMatch(s -> s % 1_000 == 500), "call tells its halves: " + seen);
    }

    @Test void runToRunsOneNodeAndWhatItNeeds() {
        RunResult result = engine.runTo(shop(), "sign", Progress.NONE, events::add);
        assertEquals(List.of("read", "add", "sign"), toys.ran);
        assertTrue(result.complete());
        assertTrue(result.node("train").isEmpty());
        assertEquals("pipeline.unknown-node", assertThrows(ProblemException.class, () -> engine.runTo(shop(), "no", Progress.NONE, events::add)).problem().key());
    }

    @Test void whatIsKeptIsFoundWithoutRunning() {
        RunResult nothing = engine.kept(shop(), Progress.NONE);
        assertTrue(nothing.nodes().stream().allMatch(n -> n.end() instanceof NodeEvent.Waiting && !n.hasOutputs()));
        engine.runTo(shop(), "sign", Progress.NONE, events::add);
        toys.ran.clear();
        RunResult some = engine.kept(shop(), Progress.NONE);
        assertEquals(List.of("read Cached", "add Cached", "sign Cached", "total Waiting", "train Waiting").stream().sorted().toList(), ends(some).stream().sorted().toList());
        assertArrayEquals(new long[] {-1, 1, 1}, values(some, "sign"));
        assertEquals(List.of(), toys.ran);
        assets.clear();
        RunResult gone = engine.kept(shop(), Progress.NONE);
        assertEquals(List.of("store.no-asset"), gone.problems().stream().map(Problem::key).toList());
        assertEquals("read: orders", gone.problems().getFirst().where());
    }

    @Test void whatCanNotBeMadeAgainIsToldWithItsNode() {
        RunResult result = run(shop());
        String key = result.key("train", "model").orElseThrow();
        store.kept.put(key, new shelfwise.data.Bundle(Map.of("name", "train"), Map.of()));
        RunResult again = run(shop());
        Problem problem = assertThrows(ProblemException.class, () -> again.value("train", "model", Model.class)).problem();
        assertEquals(Problem.of("pipeline.broken-artefact", "train"), problem);
    }
}
