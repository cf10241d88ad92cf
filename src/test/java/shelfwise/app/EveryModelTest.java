package shelfwise.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import shelfwise.base.Progress;
import shelfwise.model.Recommendations.Fallback;
import shelfwise.pipeline.Link;
import shelfwise.pipeline.Node;
import shelfwise.pipeline.Operator;
import shelfwise.pipeline.Pipeline;
import shelfwise.pipeline.Port;

/** Every model there is, in one pipeline of a small shop: run, kept, judged, listed and explained. A new one is tested by standing in the list. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryModelTest {
    static final List<String> MODELS = Operators.ALL.stream().filter(Operator.Fit.class::isInstance).map(Operator::id).toList();
    /** It says the same to everybody, so that there is nothing of the customer in it. */
    private static final Set<String> UNEXPLAINED = Set.of("model.popularity");
    @TempDir static Path folder;
    private Workspace shop;
    private RunReport report;

    @BeforeAll void runAll() {
        shop = SmallShop.trained(folder.resolve("shop"));
        report = shop.runs().run(pipeline(), Progress.NONE, _ -> { });
    }

    @AfterAll void close() {
        shop.close();
    }

    private Pipeline pipeline() {
        return pipeline(shop);
    }

    /** The shop's own with every model, each judged and listed. */
    static Pipeline pipeline(Workspace shop) {
        Pipeline p = SmallShop.pipeline(shop.operators());
        p = set(shop, p, "split", "validation", true);
        p = p.add(node(shop, "vectors.text", "texts")).link(new Link("catalogue", "catalogue", "texts", "catalogue"));
        for (String id : MODELS) {
            p = p.add(node(shop, id, name(id)));
            if (id.equals("model.association")) p = set(shop, p, name(id), "gap", 1_000_000); // nobody buys two things at once in this shop
            if (id.equals("model.two-tower")) p = set(shop, p, name(id), "userColumns", List.of("kind"));
            for (Port in : shop.operators().operator(id).inputs()) p = link(p, name(id), in);
            p = p.link(new Link(name(id), "model", "judge", "model"));
            p = p.add(node(shop, "lists.top-n", "lists-" + name(id))).link(new Link(name(id), "model", "lists-" + name(id), "model"));
        }
        return p;
    }

    private static Pipeline set(Workspace shop, Pipeline p, String node, String setting, Object value) {
        return p.set(node, shop.operators().form(p.node(node)).with(p.node(node).settings(), setting, value));
    }

    private static Pipeline link(Pipeline p, String node, Port in) {
        return switch (in.type()) {
            case SPLIT -> p.link(new Link("split", "split", node, in.name()));
            case CATALOGUE -> p.link(new Link("catalogue", "catalogue", node, in.name()));
            case VECTORS -> p.link(new Link("texts", "vectors", node, in.name()));
            case TABLE -> in.optional() ? p.link(new Link("orders", "table", node, in.name())) : p;
            case MODEL -> in.optional() ? p : in.many() ? p.link(new Link("item-knn", "model", node, in.name())).link(new Link("als", "model", node, in.name()))
                    : p.link(new Link("als", "model", node, in.name()));
            default -> throw new IllegalStateException("nothing for " + in);
        };
    }

    private static Node node(Workspace shop, String operator, String id) {
        Operator<?> op = shop.operators().operator(operator);
        return new Node(id, operator, op.version(), op.defaults(), "", 0, 0);
    }

    private static String name(String operator) {
        return "of-" + operator.replace('.', '-');
    }

    @Test void theRunIsWhole() {
        assertTrue(MODELS.size() > 25, "only " + MODELS);
        assertEquals(List.of(), report.problems());
        assertTrue(report.result().complete() && report.snapshot().isPresent());
    }

    @ParameterizedTest @FieldSource("MODELS")
    void isJudgedWithIntervals(String id) {
        var row = report.metrics().stream().filter(r -> r.model().equals(name(id)) && r.overall() && r.metric().equals("ndcg") && r.k() == 10).findFirst().orElseThrow();
        assertTrue(row.value() >= 0 && row.value() <= 1 && row.low() <= row.value() && row.value() <= row.high(), row.toString());
        assertTrue(shop.runs().evaluation(report.run()).comparisons().stream().anyMatch(c -> c.first().equals(name(id)) || c.second().equals(name(id))), "compared with the others");
    }

    @ParameterizedTest @FieldSource("MODELS")
    void listsItsRowsWithReasons(String id) {
        var list = shop.lists().forUser(name(id), "c03", 5, true, true);
        assertEquals(5, list.rows().size());
        assertEquals(5, list.rows().stream().map(r -> r.item().id()).distinct().count());
        var said = list.rows().stream().filter(r -> r.fallback() == Fallback.NONE).toList();
        assertFalse(said.isEmpty(), "the model had nothing to say");
        if (!UNEXPLAINED.contains(id)) assertTrue(said.stream().anyMatch(r -> r.reasons().stream().anyMatch(why -> !why.all().isEmpty())), said.toString());
    }

    @ParameterizedTest @FieldSource("MODELS")
    void tellsWhatIsLikeAProduct(String id) {
        for (var similar : shop.lists().similar(name(id), "g1", 3)) assertFalse(similar.item().id().equals("g1"));
    }
}
