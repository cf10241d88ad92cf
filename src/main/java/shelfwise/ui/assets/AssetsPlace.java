package shelfwise.ui.assets;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import shelfwise.app.Workspace;
import shelfwise.ui.Place;
import shelfwise.ui.Target;
import shelfwise.ui.UiContext;
import shelfwise.ui.kit.Command;
import shelfwise.ui.kit.Icons;

/** Assets: what tables there are, what their columns mean, and the import of files. A target's fact {@code file} opens its import. */
public final class AssetsPlace implements Place {
    private final AssetsViewModel model;
    private final ImportViewModel importing;
    private @Nullable UiContext ui;

    public AssetsPlace(Workspace workspace) {
        model = new AssetsViewModel(workspace);
        importing = new ImportViewModel(workspace.imports());
    }

    @Override public String id() {
        return "assets";
    }

    @Override public Icons icon() {
        return Icons.ASSETS;
    }

    @Override public Node view(UiContext context) {
        ui = context;
        return context.load("assets", new AssetsView(model, acts(context), context));
    }

    private AssetActs acts(UiContext context) {
        return new AssetActs(model, importing, context, this::tell);
    }

    /** In the window as it is now: its language may have changed since the work began. */
    private void tell(Throwable cause) {
        if (ui != null) ui.tell(cause);
    }

    @Override public void shown(Target target) {
        if (ui == null) return;
        UiContext now = ui;
        target.get("asset").ifPresent(asset -> model.choose(asset, now.jobs()));
        model.refresh(now.jobs());
        target.get("file").ifPresent(file -> acts(now).importFiles(List.of(Path.of(file))));
    }

    @Override public List<Command> commands(UiContext context) {
        AssetActs acts = acts(context);
        var all = new ArrayList<Command>();
        all.add(Command.of(context.text("assets.import.title"), Icons.IMPORT, "Shortcut+I", acts::chooseFiles));
        model.open().get().ifPresent(o -> {
            all.add(Command.of(context.text("assets.pipeline.of", o.info().name()), Icons.PIPELINES, "Shortcut+T", acts::makePipeline));
            all.add(Command.of(context.text("assets.quality.of", o.info().name()), Icons.QUALITY, "Shortcut+U", () -> context.go("quality", Target.of("asset", o.info().name()))));
            all.add(Command.of(context.text("assets.describe"), Icons.EDIT, "Shortcut+D", acts::describe));
            all.add(Command.of(context.text("assets.rename"), Icons.EDIT, "F2", acts::rename));
            all.add(Command.of(context.text("assets.delete"), Icons.REMOVE, "Shortcut+Delete", acts::delete));
        });
        return all;
    }
}
