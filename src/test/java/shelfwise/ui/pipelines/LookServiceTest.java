package shelfwise.ui.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shelfwise.app.Workspace;
import shelfwise.app.look.PortContent;
import shelfwise.app.look.PortFacts;
import shelfwise.app.look.Product;
import shelfwise.base.Progress;
import shelfwise.pipeline.Pipeline;
import shelfwise.pipeline.PortType;
import shelfwise.pipeline.RunResult;

/** What the service tells of each output of the shop: thirty customers with six events each. */
class LookServiceTest {
    @TempDir Path folder;

    @Test void factsAndContentsAreThoseOfTheRun() {
        try (Workspace w = ShopProject.make(folder.resolve("shop"))) {
            Pipeline pipeline = w.pipelines().read(ShopProject.NAME);
            RunResult result = w.runs().run(pipeline, Progress.NONE, _ -> { }).result();
            var table = assertInstanceOf(PortFacts.OfTable.class, w.looks().facts(product(w, pipeline, result, "sales", "table", PortType.TABLE)).orElseThrow());
            assertEquals(180, table.rows());
            assertEquals(4, table.schema().size());
            var split = assertInstanceOf(PortFacts.OfSplit.class, w.looks().facts(product(w, pipeline, result, "split", "split", PortType.SPLIT)).orElseThrow());
            assertEquals(180, split.train() + split.validation() + split.test());
            Product events = product(w, pipeline, result, "purchases", "interactions", PortType.INTERACTIONS);
            var content = assertInstanceOf(PortContent.Events.class, w.looks().content(events, Optional.empty(), Progress.NONE).orElseThrow());
            assertEquals(180, content.profile().events());
            assertEquals(30, content.profile().users());
            assertEquals(6, content.profile().perUser().max());
            assertEquals(1, content.tail().events()[content.tail().events().length - 1], 1e-12);
            var lists = assertInstanceOf(PortContent.Ranked.class,
                    w.looks().content(product(w, pipeline, result, "top", "lists", PortType.LISTS), Optional.empty(), Progress.NONE).orElseThrow());
            Product model = product(w, pipeline, result, "item-knn", "model", PortType.MODEL);
            PortContent.Row row = lists.first().getFirst().rows().stream().filter(r -> !r.filled()).findFirst().orElseThrow();
            assertTrue(!w.looks().why(model, Optional.empty(), lists.first().getFirst().user(), row.item().id()).isEmpty());
            assertEquals(Optional.of(model), w.looks().earlier(ShopProject.NAME, "item-knn", "model", PortType.MODEL));
            assertEquals(Optional.empty(), w.looks().facts(new Product("sales", "table", PortType.TABLE, "prepare.filter", "gone")));
        }
    }

    private static Product product(Workspace w, Pipeline pipeline, RunResult result, String node, String port, PortType type) {
        return new Product(node, port, type, w.operators().operator(pipeline.node(node)).id(), result.key(node, port).orElseThrow());
    }
}
