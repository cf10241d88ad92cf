package shelfwise.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shelfwise.app.CacheService.Extent;
import shelfwise.base.ProblemException;
import shelfwise.base.Progress;
import shelfwise.data.TableValue;
import shelfwise.pipeline.NodeEvent;
import shelfwise.pipeline.Pipeline;

class CacheServiceTest {
    @TempDir Path folder;
    private Workspace shop;
    private Pipeline pipeline;

    @BeforeEach void train() {
        shop = SmallShop.trained(folder.resolve("shop"));
        pipeline = SmallShop.pipeline(shop.operators());
    }

    @AfterEach void close() {
        shop.close();
    }

    private RunReport run(Pipeline changed) {
        return shop.runs().run(changed, Progress.NONE, _ -> { });
    }

    private Pipeline with(String setting, Object value) {
        var node = pipeline.node("item-knn");
        return pipeline.set("item-knn", shop.operators().form(node).with(node.settings(), setting, value));
    }

    private static Set<String> cached(RunReport report) {
        return report.result().nodes().stream().filter(n -> n.end() instanceof NodeEvent.Cached).map(n -> n.node().id()).collect(Collectors.toSet());
    }

    private String problem(String model) {
        return assertThrows(ProblemException.class, () -> shop.lists().forUser(model, "c00", 3, true, false)).problem().key();
    }

    @Test void allThatTheFirstRunMadeIsNeeded() {
        CacheService.State state = shop.cache().state();
        assertEquals(state.usage().entries(), state.usage().stay());
        assertTrue(state.usage().bytes() > 0 && state.file() > state.usage().bytes());
        assertEquals(CacheService.DEFAULT_LIMIT, state.limit());
        assertEquals(new CacheService.Loss(0, 0, List.of()), shop.cache().loss(Extent.UNNEEDED));
    }

    @Test void whatALaterRunReplacedIsNotNeededAndClearsWhileTheResultsStay() {
        run(with("neighbours", 3));
        long clearable = shop.cache().state().usage().clearable();
        assertTrue(clearable > 0);
        CacheService.Cleared cleared = shop.cache().clear(Extent.UNNEEDED, Progress.NONE);
        assertEquals(clearable, cleared.bytes());
        assertEquals(3, cleared.entries()); // the model, its metrics and its lists
        assertEquals(10, cached(run(with("neighbours", 3))).size());
        assertTrue(shop.lists().forUser("item-knn", "c00", 3, true, false).rows().size() == 3);
        assertEquals(7, cached(run(pipeline)).size());
    }

    @Test void resultsStayThoughTheLimitIsZero() {
        assertEquals(0, shop.cache().limit(0, Progress.NONE).entries());
        run(with("neighbours", 3));
        CacheService.State state = shop.cache().state();
        assertEquals(state.usage().entries(), state.usage().stay());
        assertEquals(10, cached(run(with("neighbours", 3))).size());
        assertEquals(0, shop.cache().limit());
    }

    @Test void whatTheLatestRunDidNotGetToStays() {
        shop.runs().runTo(pipeline, "purchases", Progress.NONE, _ -> { });
        assertEquals(0, shop.cache().clear(Extent.UNNEEDED, Progress.NONE).entries());
        assertEquals(10, cached(run(pipeline)).size());
    }

    @Test void aModelThatThePipelineHasNoMoreIsNotNeededAndItsLossIsTold() {
        run(pipeline.remove("als"));
        assertEquals(List.of("als"), shop.cache().loss(Extent.UNNEEDED).models());
        shop.cache().clear(Extent.UNNEEDED, Progress.NONE);
        assertEquals("app.model-gone", problem("als"));
        assertEquals(List.of("als"), shop.models().gone().stream().map(ModelRef::name).toList());
        assertTrue(shop.models().list().stream().noneMatch(m -> m.name().equals("als")));
    }

    @Test void clearingTheResultsSaysWhatIsLostAndARunBringsItBack() {
        var before = shop.lists().forUser("item-knn", "c00", 5, true, true);
        assertEquals(Set.of("popular", "item-knn", "user-knn", "als"), Set.copyOf(shop.cache().loss(Extent.RESULTS).models()));
        shop.cache().clear(Extent.RESULTS, Progress.NONE);
        assertEquals(0, shop.cache().state().usage().entries());
        assertEquals(List.of(), shop.models().list());
        assertEquals("app.model-gone", problem("item-knn"));
        assertEquals(0, shop.runs().evaluation(1).byUser().size());
        assertTrue(!shop.runs().metrics(1).isEmpty());
        run(pipeline);
        assertEquals(before, shop.lists().forUser("item-knn", "c00", 5, true, true));
    }

    @Test void clearingInTheMiddleOfARunTakesNothingFromIt() {
        var report = shop.runs().run(with("neighbours", 4), Progress.NONE, event -> {
            if (event instanceof NodeEvent.Cached || event instanceof NodeEvent.Done) shop.cache().clear(Extent.RESULTS, Progress.NONE);
        });
        assertEquals(List.of(), report.problems());
        assertTrue(report.snapshot().isPresent());
        var orders = report.result().value("orders", "table", TableValue.class).orElseThrow().table();
        assertEquals(96, orders.slice(0, 1_000).rows());
        assertEquals(10, cached(run(with("neighbours", 4))).size());
    }

    @Test void theOldestGoesFirstWhenTheLimitIsLowered() {
        run(with("neighbours", 3));
        run(with("neighbours", 4));
        CacheService.State state = shop.cache().state();
        shop.cache().limit(state.usage().bytes() - 1, Progress.NONE);
        assertTrue(shop.cache().state().usage().bytes() < state.usage().bytes());
        assertEquals(10, cached(run(with("neighbours", 3))).size());
    }

    @Test void theLimitIsKeptWithTheProject() {
        shop.cache().limit(2_000_000_000, Progress.NONE);
        shop.close();
        shop = Workspace.open(folder.resolve("shop"));
        assertEquals(2_000_000_000, shop.cache().limit());
    }
}
