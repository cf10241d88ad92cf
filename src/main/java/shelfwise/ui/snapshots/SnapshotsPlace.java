package shelfwise.ui.snapshots;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import shelfwise.app.SnapshotService;
import shelfwise.app.Workspace;
import shelfwise.ui.JobBoard;
import shelfwise.ui.Place;
import shelfwise.ui.Target;
import shelfwise.ui.UiContext;
import shelfwise.ui.choice.ModelHues;
import shelfwise.ui.choice.WayToResults;
import shelfwise.ui.kit.Command;
import shelfwise.ui.kit.Icons;

/** Snapshots: read them, export them, delete them. */
public final class SnapshotsPlace implements Place {
    private final Workspace workspace;
    private final SnapshotsViewModel model;
    private @Nullable JobBoard jobs;

    public SnapshotsPlace(Workspace workspace) {
        this.workspace = workspace;
        model = new SnapshotsViewModel(workspace.snapshots(), new ModelHues(workspace.settings()));
    }

    @Override public String id() {
        return "snapshots";
    }

    @Override public Icons icon() {
        return Icons.SNAPSHOTS;
    }

    @Override public Node view(UiContext ui) {
        jobs = ui.jobs();
        return ui.load("snapshots", new SnapshotsView(model, new SnapshotActs(model, ui), new WayToResults(workspace, ui), ui));
    }

    @Override public void shown(Target target) {
        if (jobs != null) model.refresh(target.get("snapshot"), jobs);
    }

    @Override public List<Command> commands(UiContext ui) {
        if (model.open().get().isEmpty()) return List.of();
        var acts = new SnapshotActs(model, ui);
        var all = new ArrayList<Command>();
        for (SnapshotService.Format f : SnapshotService.Format.values()) {
            String text = ui.text("snapshots.export." + f.word());
            all.add(f == SnapshotService.Format.HTML ? Command.of(text, Icons.EXPORT, "Shortcut+E", () -> acts.export(f)) : Command.of(text, Icons.EXPORT, () -> acts.export(f)));
        }
        all.add(Command.of(ui.text("snapshots.delete"), Icons.REMOVE, acts::delete));
        return all;
    }
}
