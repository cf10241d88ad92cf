package shelfwise.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shelfwise.base.Progress;
import shelfwise.pipeline.Operator;
import shelfwise.pipeline.Pipeline;
import shelfwise.pipeline.Port;
import shelfwise.pipeline.Volume;

/** The sizes told before a run, held against those of the run, for every model there is. */
class MemoryForecastTest {
    @TempDir Path folder;

    private static boolean within(Volume is, Volume most) {
        return is.rows() <= most.rows() && is.users() <= most.users() && is.items() <= most.items() && is.bytes() <= most.bytes();
    }

    /** A project whose asset is there and of which nothing was run. */
    private Workspace fresh() {
        Workspace shop = SmallShop.trained(folder.resolve("shop"));
        shop.cache().clear(CacheService.Extent.RESULTS, Progress.NONE);
        return shop;
    }

    @Test void whatComesOutIsNeverMoreThanWasTold() {
        try (Workspace shop = fresh()) {
            Pipeline pipeline = EveryModelTest.pipeline(shop);
            RunPlan plan = shop.runs().plan(pipeline, List.of(), Progress.NONE);
            assertEquals(List.of(), plan.findings());
            assertEquals(List.of(), plan.unknown());
            var result = shop.runs().run(pipeline, Progress.NONE, _ -> { }).result();
            var wrong = new ArrayList<String>();
            for (RunPlan.Planned step : plan.steps()) {
                assertFalse(step.kept());
                assertTrue(step.memory().isPresent(), step.node());
                Operator<?> operator = shop.operators().operator(pipeline.node(step.node()));
                for (Port port : operator.outputs()) {
                    Volume is = result.volume(step.node(), port.name()).orElseThrow(), most = step.most().get(port.name());
                    if (most == null || !within(is, most)) wrong.add(step.node() + ": " + is + ", told " + most);
                }
            }
            assertEquals(List.of(), wrong);
        }
    }

    @Test void afterARunSizesAreKnownAndNoBounds() {
        try (Workspace shop = SmallShop.trained(folder.resolve("shop"))) {
            Pipeline pipeline = SmallShop.pipeline(shop.operators());
            Pipeline changed = pipeline.set("als", shop.operators().form(pipeline.node("als")).with(pipeline.node("als").settings(), "factors", 8));
            for (RunPlan.Planned step : shop.runs().plan(changed, List.of(), Progress.NONE).steps()) {
                boolean als = step.node().equals("als"), behind = List.of("judge").contains(step.node());
                assertEquals(!als && !behind, step.kept(), step.node());
                assertEquals(behind, step.bound(), step.node());
            }
        }
    }
}
