package shelfwise.ui.pipelines;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import shelfwise.app.Workspace;
import shelfwise.model.torch.FitTransformer;
import shelfwise.model.torch.Objective;
import shelfwise.model.torch.Processor;
import shelfwise.pipeline.Link;
import shelfwise.pipeline.Node;
import shelfwise.pipeline.Overrides;
import shelfwise.pipeline.Pipeline;
import shelfwise.pipeline.Replace;

/** Shops with work that goes on until it is cancelled. */
final class SlowShop {
    static final List<String> NAMES = List.of(ShopProject.NAME, "autumn", "spring");
    static final String NETWORK = "network";

    private SlowShop() { }

    /** The shop with three pipelines, the first of which does not end by itself. */
    static Workspace make(Path folder) {
        Workspace workspace = ShopProject.make(folder);
        Pipeline quick = ShopProject.pipeline(workspace, "orders");
        NAMES.stream().skip(1).forEach(n -> workspace.pipelines().write(quick.withName(n)));
        Pipeline slow = Replace.node(quick, workspace.operators(), "item-knn", workspace.operators().operator("model.als")).pipeline();
        workspace.pipelines().write(Overrides.apply(slow, List.of("item-knn.iterations=500", "item-knn.factors=512", "item-knn.tolerance=0"), workspace.operators()));
        return workspace;
    }

    /** The shop with a pipeline whose network, {@link #NETWORK}, trains for hours in epochs of milliseconds. */
    static Workspace training(Path folder) {
        Workspace workspace = ShopProject.make(folder);
        var small = new FitTransformer.Setup(8, 1, 1, 20, false, 10_000, 8, 0.01, 0.1, 0, 5, Objective.SOFTMAX, 16, 0, false, 0, 0, Processor.CPU, 1);
        Pipeline p = workspace.pipelines().read(ShopProject.NAME).add(Node.of(NETWORK, new FitTransformer()).withSettings(small));
        for (Link l : new Link[] {new Link("split", "split", NETWORK, "split"), new Link(NETWORK, "model", "judge", "model")}) p = p.link(l);
        workspace.pipelines().write(p);
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
