package shelfwise.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import shelfwise.base.Problem;
import shelfwise.base.Progress;
import shelfwise.data.Metrics;
import shelfwise.evaluate.EvaluateSweep;
import shelfwise.pipeline.Link;
import shelfwise.pipeline.Node;
import shelfwise.pipeline.NodeEvent;
import shelfwise.pipeline.Parameters;
import shelfwise.pipeline.Pipeline;
import shelfwise.pipeline.PortType;
import shelfwise.pipeline.Preflight;

/** Trying settings, and steps that are switched off, on the small shop. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SweepTest {
    @TempDir static Path folder;
    private Workspace shop;
    private final List<NodeEvent> events = new ArrayList<>();

    @BeforeAll void openShop() {
        shop = SmallShop.trained(folder.resolve("shop"));
    }

    @AfterAll void closeShop() {
        shop.close();
    }

    private Pipeline swept(EvaluateSweep.Varied... settings) {
        return SmallShop.pipeline(shop.operators()).add(Node.of("tried", shop.operators().operator("evaluate.sweep")))
                .link(new Link("judge", "metrics", "tried", "metrics")).set("tried", new EvaluateSweep.Setup(List.of(settings)));
    }

    private RunReport run(Pipeline pipeline) {
        events.clear();
        return shop.runs().run(pipeline, Progress.NONE, events::add);
    }

    private static EvaluateSweep.Varied varied(String setting, String values) {
        return new EvaluateSweep.Varied(setting, values);
    }

    @Test void eachCombinationIsMeasuredAsIfItHadBeenSetByHand() {
        RunReport report = run(swept(varied("item-knn.neighbours", "1, 3"), varied("item-knn.shrinkage", "0;5")));
        assertEquals(List.of(), report.problems());
        Metrics tried = report.result().value("tried", "metrics", Metrics.class).orElseThrow();
        assertEquals(List.of("item-knn neighbours=1, shrinkage=0", "item-knn neighbours=1, shrinkage=5", "item-knn neighbours=3, shrinkage=0", "item-knn neighbours=3, shrinkage=5"),
                tried.models());
        Pipeline byHand = SmallShop.pipeline(shop.operators());
        var form = shop.operators().form(byHand.node("item-knn"));
        byHand = byHand.set("item-knn", form.with(form.with(byHand.node("item-knn").settings(), "neighbours", 3), "shrinkage", 5.0));
        Metrics set = run(byHand).result().value("judge", "metrics", Metrics.class).orElseThrow();
        for (int k : List.of(5, 10)) {
            assertEquals(set.find("item-knn", "ndcg", k).value(), tried.find("item-knn neighbours=3, shrinkage=5", "ndcg", k).value());
        }
        assertTrue(report.metrics().stream().anyMatch(r -> r.model().equals("item-knn neighbours=1, shrinkage=5")), "they are among the run's metrics");
    }

    @Test void theCopiesAreToldAsTheSweepsProgressAndAreNoModelsOfTheRun() {
        RunReport report = run(swept(varied("item-knn.neighbours", "2, 4")));
        assertTrue(events.stream().noneMatch(e -> e.node().contains("__")), events.toString());
        assertTrue(events.stream().anyMatch(e -> e instanceof NodeEvent.Running r && r.node().equals("tried") && r.total() == 4_000));
        assertTrue(report.result().nodes().stream().noneMatch(n -> n.node().id().contains("__")));
        assertEquals(4, report.result().outputs(PortType.MODEL).size());
        run(swept(varied("item-knn.neighbours", "2, 4")));
        assertTrue(events.stream().noneMatch(NodeEvent.Done.class::isInstance), "all is kept");
    }

    @Test void aParameterIsTriedInAllStepsThatFollowIt() {
        Pipeline p = swept(varied("k", "2, 3"));
        p = Parameters.add(p, shop.operators(), "k", "", "item-knn", "neighbours");
        p = Parameters.bind(p, shop.operators(), "k", "user-knn", "neighbours");
        Metrics tried = run(p).result().value("tried", "metrics", Metrics.class).orElseThrow();
        assertEquals(List.of("item-knn k=2", "user-knn k=2", "item-knn k=3", "user-knn k=3"), tried.models().stream().sorted(java.util.Comparator.comparing((String m) -> m.substring(m.length() - 1)).thenComparing(m -> m)).toList());
    }

    @Test void whatCanNotBeTriedIsSaidBeforeTheRunAndFailsTheSweepAlone() {
        for (var wrong : List.of(List.of("item-knn.neighbours", "2, many"), List.of("lists-item-knn.n", "3"), List.of("nobody.n", "3"), List.of("item-knn.neighbours", " , "))) {
            Pipeline p = swept(varied(wrong.get(0), wrong.get(1)));
            var findings = new Preflight(shop.operators(), shop.assets()::read).check(p, Progress.NONE);
            assertEquals(List.of("tried"), findings.stream().map(Preflight.Finding::node).distinct().toList(), wrong.toString());
            RunReport report = run(p);
            assertEquals(1, report.problems().size());
            assertTrue(report.problems().getFirst().where().startsWith("tried"), report.problems().toString());
            assertInstanceOf(NodeEvent.Failed.class, report.result().node("tried").orElseThrow().end());
            assertTrue(report.result().node("judge").orElseThrow().hasOutputs());
        }
        assertEquals(List.of("pipeline.sweep-nothing"), run(swept()).problems().stream().map(Problem::key).toList());
        assertEquals(List.of("pipeline.sweep-elsewhere"), run(swept(varied("lists-item-knn.n", "3"))).problems().stream().map(Problem::key).toList());
    }

    @Test void aStepThatIsSwitchedOffLeavesOutWhatNeedsItAndTheRestGoesOn() {
        Pipeline p = SmallShop.pipeline(shop.operators());
        Pipeline off = new Pipeline(p.name(), p.nodes().stream().map(n -> n.id().equals("item-knn") ? n.withEnabled(false) : n).toList(), p.links());
        assertEquals(List.of(), new Preflight(shop.operators(), shop.assets()::read).check(off, Progress.NONE));
        RunReport report = run(off);
        assertEquals(List.of(), report.problems());
        assertTrue(report.result().complete());
        assertTrue(report.result().node("item-knn").isEmpty());
        assertEquals(new NodeEvent.Skipped("lists-item-knn", "item-knn"), report.result().node("lists-item-knn").orElseThrow().end());
        Metrics judged = report.result().value("judge", "metrics", Metrics.class).orElseThrow();
        assertTrue(judged.models().contains("als") && !judged.models().contains("item-knn"), judged.models().toString());
        assertEquals(new NodeEvent.Skipped("lists-item-knn", "item-knn"), shop.runs().kept(off, Progress.NONE).node("lists-item-knn").orElseThrow().end());
    }
}
