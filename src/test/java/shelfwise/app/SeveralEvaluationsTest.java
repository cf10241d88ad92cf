package shelfwise.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shelfwise.base.Messages;
import shelfwise.base.Progress;
import shelfwise.data.Metrics;
import shelfwise.evaluate.Yardstick;
import shelfwise.pipeline.Link;
import shelfwise.pipeline.Node;
import shelfwise.pipeline.Overrides;
import shelfwise.pipeline.Pipeline;

/** A pipeline that judges the same models in two ways tells both. */
class SeveralEvaluationsTest {
    @TempDir Path folder;

    private static Pipeline twice(Workspace shop, String... settings) {
        Pipeline p = SmallShop.pipeline(shop.operators()).add(Node.of("again", shop.operators().operator("evaluate.ranking"))).set("again", SmallShop.pipeline(shop.operators()).node("judge").settings());
        for (Link l : SmallShop.pipeline(shop.operators()).into("judge")) p = p.link(new Link(l.fromNode(), l.fromPort(), "again", l.toPort()));
        return Overrides.apply(p, List.of(settings), shop.operators());
    }

    @Test void whatTheLaterOneFindsElseHasItsNameBehind() {
        try (Workspace shop = SmallShop.trained(folder.resolve("shop"))) {
            RunReport report = shop.runs().run(twice(shop, "again.excludeSeen=false"), Progress.NONE, _ -> { });
            Metrics first = report.result().value("judge", "metrics", Metrics.class).orElseThrow(), second = report.result().value("again", "metrics", Metrics.class).orElseThrow();
            Metrics told = shop.runs().evaluation(report.run());
            assertEquals(first.find("item-knn", "ndcg", 10).value(), told.find("item-knn", "ndcg", 10).value());
            assertEquals(second.find("item-knn", "ndcg", 10).value(), told.find("item-knn (again)", "ndcg", 10).value());
            assertNotEquals(first.find("item-knn", "ndcg", 10).value(), second.find("item-knn", "ndcg", 10).value());
            assertEquals(first.comparisons().size() + second.comparisons().size(), told.comparisons().size(), "each pair is told by the models it is of");
            assertEquals(told.rows(), report.metrics());
        }
    }

    @Test void whatBothFindAlikeStandsThereOnce() {
        try (Workspace shop = SmallShop.trained(folder.resolve("shop"))) {
            RunReport report = shop.runs().run(twice(shop, "again.ks=3, 10"), Progress.NONE, _ -> { });
            Metrics told = shop.runs().evaluation(report.run()), first = report.result().value("judge", "metrics", Metrics.class).orElseThrow();
            assertEquals(first.models(), told.models());
            assertEquals(1, told.rows().stream().filter(r -> r.overall() && r.model().equals("item-knn") && r.metric().equals("ndcg") && r.k() == 10).count());
            assertEquals(1, told.rows().stream().filter(r -> r.overall() && r.model().equals("item-knn") && r.metric().equals("ndcg") && r.k() == 3).count());
        }
    }

    @Test void theYardstickOfALaterOneIsOneToo() {
        assertEquals(new Yardstick(30), Yardstick.of("popularity:30 (again)").orElseThrow());
        assertEquals("Popularity of the last 30 days (again)", Yardstick.name("popularity:30 (again)", Messages.in(Locale.ENGLISH)));
    }
}
