package shelfwise.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shelfwise.app.look.PortContent;
import shelfwise.app.look.Product;
import shelfwise.base.Learning;
import shelfwise.base.Progress;
import shelfwise.data.LearningCurve;
import shelfwise.pipeline.NodeEvent;
import shelfwise.pipeline.PortType;

/** Models that learn in rounds tell of each round while they run, and keep what they told. */
class LearningCurvesTest {
    /** Each with the metric it is measured by and the rounds between two looks. */
    private static final Map<String, String> LEARN = Map.of("model.als", "ndcg", "model.bpr", "ndcg", "model.logistic-mf", "ndcg", "model.warp", "ndcg",
            "model.biased-mf", "rmse", "model.svd-plus-plus", "rmse", "model.nmf", "rmse");
    @TempDir Path folder;

    @Test void whatIsKeptIsWhatWasToldWhileItLearned() {
        try (Workspace shop = SmallShop.trained(folder.resolve("shop"))) {
            var pipeline = EveryModelTest.pipeline(shop);
            var told = new ConcurrentHashMap<String, List<Learning>>();
            var report = shop.runs().run(pipeline, Progress.NONE, e -> {
                if (e instanceof NodeEvent.Running r && !r.curve().isEmpty()) told.put(r.node(), new ArrayList<>(r.curve()));
            });
            assertEquals(List.of(), report.problems());
            LEARN.forEach((operator, metric) -> {
                String node = "of-" + operator.replace('.', '-');
                LearningCurve kept = curve(shop, report, node, operator);
                assertEquals(told.get(node), kept.points(), operator);
                assertEquals(List.of(metric), kept.metrics(), operator);
                assertFalse(kept.line(metric, false).isEmpty(), operator);
                assertEquals(kept.line(metric, false).stream().map(Learning::iteration).toList(), kept.line(metric, true).stream().map(Learning::iteration).toList(), operator);
                int[] rounds = kept.line(metric, true).stream().mapToInt(Learning::iteration).toArray();
                assertTrue(IntStream.range(1, rounds.length).allMatch(k -> rounds[k] > rounds[k - 1]), operator);
                assertTrue(kept.best() >= 1, operator);
            });
            assertEquals(LearningCurve.NONE, curve(shop, report, "of-model-ease", "model.ease"));
        }
    }

    private static LearningCurve curve(Workspace shop, RunReport report, String node, String operator) {
        var product = new Product(node, "model", PortType.MODEL, operator, report.result().key(node, "model").orElseThrow());
        return ((PortContent.Trained) shop.looks().content(product, Optional.empty(), Progress.NONE).orElseThrow()).curve();
    }

    /** The best by what was held back, where that decides when to end. */
    @Test void theBestIsTheHighestOfTheRoundsHeldBack() {
        try (Workspace shop = SmallShop.trained(folder.resolve("shop"))) {
            var pipeline = EveryModelTest.pipeline(shop);
            var report = shop.runs().runTo(pipeline, "of-model-bpr", Progress.NONE, _ -> { });
            LearningCurve bpr = curve(shop, report, "of-model-bpr", "model.bpr");
            double most = bpr.line("ndcg", true).stream().mapToDouble(Learning::value).max().orElseThrow();
            assertEquals(most, bpr.line("ndcg", true).stream().filter(p -> p.iteration() == bpr.best()).findFirst().orElseThrow().value());
            int last = bpr.line("ndcg", true).getLast().iteration();
            assertEquals(bpr.stoppedEarly(), last < 100);
        }
    }
}
