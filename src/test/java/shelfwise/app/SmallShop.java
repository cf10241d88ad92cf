package shelfwise.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import shelfwise.base.Progress;
import shelfwise.data.Role;
import shelfwise.ingest.ImportOptions;
import shelfwise.model.torch.FitTransformer;
import shelfwise.pipeline.Link;
import shelfwise.pipeline.Node;
import shelfwise.pipeline.OperatorCatalogue;
import shelfwise.pipeline.Pipeline;

/**
 * A shop of 24 customers and 12 products: customers with an even number (c00, c02, …) buy for the kitchen, the others for the garden; each
 * misses two of the six products of their kind. Its pipeline trains four models.
 */
public final class SmallShop {
    private static final List<String> KITCHEN = List.of("Red kettle", "Blue kettle", "Tea towel", "Egg cup", "Cake stand", "Bread bin");
    private static final List<String> GARDEN = List.of("Watering can", "Plant label", "Bird table", "Garden twine", "Rose spade", "Seed tin");
    private static final int CUSTOMERS = 24;

    private SmallShop() { }

    /** The project with its orders imported and its pipeline run. */
    public static Workspace trained(Path folder) {
        Workspace workspace = create(folder);
        Pipeline pipeline = pipeline(workspace.operators());
        workspace.pipelines().write(pipeline);
        var report = workspace.runs().run(pipeline, Progress.NONE, _ -> { });
        if (!report.problems().isEmpty()) throw new AssertionError(report.problems().toString());
        return workspace;
    }

    /** The project with its orders imported and nothing else. */
    static Workspace create(Path folder) {
        Workspace workspace = Workspace.create(folder);
        Path file = writeOrders(folder.resolveSibling("orders.csv"));
        workspace.imports().importFile(file, ImportOptions.DETECT.withName("orders").withRoles(Map.of("customer", Role.USER, "product", Role.ITEM,
                "time", Role.TIMESTAMP, "title", Role.TITLE, "kind", Role.CATEGORY, "price", Role.PRICE)), Progress.NONE);
        return workspace;
    }

    /** The same with two models more: "interests" on the vectors of ALS, and "near" on those of texts. */
    public static Workspace withInterests(Path folder) {
        Workspace workspace = trained(folder);
        Pipeline p = pipeline(workspace.operators());
        for (String n : List.of("vectors.items taken", "vectors.text texts", "model.interests interests", "model.vectors near")) {
            p = p.add(node(workspace.operators(), n.split(" ")[0], n.split(" ")[1]));
        }
        p = p.link(new Link("als", "model", "taken", "model")).link(new Link("catalogue", "catalogue", "texts", "catalogue"))
                .link(new Link("split", "split", "interests", "split")).link(new Link("taken", "vectors", "interests", "vectors"))
                .link(new Link("catalogue", "catalogue", "interests", "catalogue"))
                .link(new Link("split", "split", "near", "split")).link(new Link("texts", "vectors", "near", "vectors"));
        workspace.pipelines().write(p);
        var report = workspace.runs().run(p, Progress.NONE, _ -> { });
        if (!report.problems().isEmpty()) throw new AssertionError(report.problems().toString());
        return workspace;
    }

    /** The same with a sequential network, "order", hardly trained. */
    public static Workspace withSequences(Path folder) {
        Workspace workspace = create(folder);
        var s = new FitTransformer().defaults();
        var small = new FitTransformer.Setup(8, 2, 2, 3, false, 1, 8, 0.01, 0, 0, 5, s.objective(), 8, 0, false, 0, 0, s.processor(), 1);
        Pipeline p = pipeline(workspace.operators()).add(Node.of("order", new FitTransformer()).withSettings(small)).link(new Link("split", "split", "order", "split"));
        workspace.pipelines().write(p);
        var report = workspace.runs().run(p, Progress.NONE, _ -> { });
        if (!report.problems().isEmpty()) throw new AssertionError(report.problems().toString());
        return workspace;
    }

    /** The orders as a file to import: 96 rows. */
    public static Path writeOrders(Path file) {
        var rows = new StringBuilder("customer,product,title,kind,price,time\n");
        for (int c = 0; c < CUSTOMERS; c++) {
            List<String> titles = c % 2 == 0 ? KITCHEN : GARDEN;
            for (int i = 0; i < titles.size(); i++) {
                if (i == c / 2 % 6 || i == (c / 2 + 2 + c / 12) % 6) continue;
                rows.append("c%02d,%s%d,%s,%s,%d.5,2024-01-%02d 10:%02d:00%n".formatted(c, c % 2 == 0 ? "k" : "g", i, titles.get(i), c % 2 == 0 ? "Kitchen" : "Garden",
                        i + 2, 1 + (c + i * 3) % 28, i));
            }
        }
        try {
            return Files.writeString(file, rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Pipeline pipeline(OperatorCatalogue operators) {
        Pipeline p = Pipeline.empty("shop");
        List<String> nodes = List.of("source.asset orders", "prepare.interactions purchases", "prepare.catalogue catalogue", "split.leave-last-out split",
                "model.popularity popular", "model.item-knn item-knn", "model.user-knn user-knn", "model.als als",
                "evaluate.ranking judge", "lists.top-n lists-item-knn");
        for (String n : nodes) p = p.add(node(operators, n.split(" ")[0], n.split(" ")[1]));
        p = p.link(new Link("orders", "table", "purchases", "table")).link(new Link("orders", "table", "catalogue", "table"))
                .link(new Link("purchases", "interactions", "split", "interactions"));
        for (String m : List.of("popular", "item-knn", "user-knn", "als")) p = p.link(new Link("split", "split", m, "split")).link(new Link(m, "model", "judge", "model"));
        p = p.link(new Link("split", "split", "judge", "split")).link(new Link("item-knn", "model", "lists-item-knn", "model"));
        return p;
    }

    private static Node node(OperatorCatalogue operators, String operator, String id) {
        var op = operators.operator(operator);
        Record settings = operator.equals("source.asset") ? new shelfwise.ingest.AssetSource.Setup("orders", 0) : op.defaults();
        return new Node(id, operator, op.version(), settings, "", 0, 0);
    }
}
