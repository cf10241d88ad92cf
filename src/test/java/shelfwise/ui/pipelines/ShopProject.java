package shelfwise.ui.pipelines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import shelfwise.app.Workspace;
import shelfwise.base.Progress;
import shelfwise.data.Role;
import shelfwise.ingest.AssetSource;
import shelfwise.ingest.ImportOptions;
import shelfwise.pipeline.Link;
import shelfwise.pipeline.Node;
import shelfwise.pipeline.Pipeline;

/** A project of thirty customers, each with six of twenty products, and a pipeline that trains and judges two models on them; nothing is run. */
final class ShopProject {
    static final String NAME = "two-models";

    private ShopProject() { }

    static Workspace make(Path folder) {
        Workspace workspace = Workspace.create(folder);
        workspace.imports().importFile(orders(folder.resolveSibling("orders.csv")), ImportOptions.DETECT.withName("orders").withRoles(
                Map.of("customer", Role.USER, "product", Role.ITEM, "time", Role.TIMESTAMP)), Progress.NONE);
        workspace.pipelines().write(pipeline(workspace, "orders"));
        return workspace;
    }

    static Pipeline pipeline(Workspace workspace, String asset) {
        Pipeline p = Pipeline.empty(NAME).add(node(workspace, "orders", "source.asset").withSettings(new AssetSource.Setup(asset, 0)));
        for (String n : new String[] {"sales prepare.filter", "purchases prepare.interactions", "split split.leave-last-out", "popular model.popularity",
                "item-knn model.item-knn", "judge evaluate.ranking", "top lists.top-n"}) {
            p = p.add(node(workspace, n.split(" ")[0], n.split(" ")[1]));
        }
        for (String l : new String[] {"orders.table sales.table", "sales.table purchases.table", "purchases.interactions split.interactions", "split.split popular.split",
                "split.split item-knn.split", "split.split judge.split", "popular.model judge.model", "item-knn.model judge.model", "item-knn.model top.model"}) {
            String[] ends = l.split("[ .]");
            p = p.link(new Link(ends[0], ends[1], ends[2], ends[3]));
        }
        return p;
    }

    private static Node node(Workspace workspace, String id, String operator) {
        return Node.of(id, workspace.operators().operator(operator));
    }

    private static Path orders(Path file) {
        var rows = new StringBuilder("customer,product,time,quantity\n");
        for (int c = 0; c < 30; c++) {
            for (int i = 0; i < 6; i++) rows.append("c%02d,p%02d,2024-01-%02d 10:00:00,%d%n".formatted(c, (c * 7 + i * i) % 20, 1 + i * 4, 1 + c % 3));
        }
        try {
            return Files.writeString(file, rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
