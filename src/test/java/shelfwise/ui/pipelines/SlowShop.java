package shelfwise.ui.pipelines;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import shelfwise.app.Workspace;
import shelfwise.pipeline.Overrides;
import shelfwise.pipeline.Pipeline;
import shelfwise.pipeline.Replace;

/** The shop with three pipelines, the first of which runs until it is cancelled. */
final class SlowShop {
    static final List<String> NAMES = List.of(ShopProject.NAME, "autumn", "spring");

    private SlowShop() { }

    static Workspace make(Path folder) {
        Workspace workspace = ShopProject.make(folder);
        Pipeline quick = ShopProject.pipeline(workspace, "orders");
        NAMES.stream().skip(1).forEach(n -> workspace.pipelines().write(quick.withName(n)));
        Pipeline slow = Replace.node(quick, workspace.operators(), "item-knn", workspace.operators().operator("model.als")).pipeline();
        workspace.pipelines().write(Overrides.apply(slow, List.of("item-knn.iterations=500", "item-knn.factors=512", "item-knn.tolerance=0"), workspace.operators()));
        return workspace;
    }

    /** Asks for a run of each. */
    static void askAll(Consumer<String> show, Runnable run) {
        for (String name : NAMES) {
            show.accept(name);
            run.run();
        }
    }
}
