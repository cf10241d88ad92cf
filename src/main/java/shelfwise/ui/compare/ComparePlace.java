package shelfwise.ui.compare;

import java.util.List;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import shelfwise.app.Workspace;
import shelfwise.ui.JobBoard;
import shelfwise.ui.Place;
import shelfwise.ui.Target;
import shelfwise.ui.UiContext;
import shelfwise.ui.choice.ModelHues;
import shelfwise.ui.choice.WayToResults;
import shelfwise.ui.kit.Command;
import shelfwise.ui.kit.Icons;

/** Compare: models and their metrics with intervals. */
public final class ComparePlace implements Place {
    private final Workspace workspace;
    private final CompareViewModel model;
    private @Nullable JobBoard jobs;

    public ComparePlace(Workspace workspace) {
        this.workspace = workspace;
        model = new CompareViewModel(workspace.runs(), new ModelHues(workspace.settings()));
    }

    @Override public String id() {
        return "compare";
    }

    @Override public Icons icon() {
        return Icons.COMPARE;
    }

    @Override public Node view(UiContext ui) {
        jobs = ui.jobs();
        return ui.load("compare", new CompareView(model, new WayToResults(workspace, ui), ui));
    }

    @Override public void shown(Target target) {
        if (jobs == null) return;
        JobBoard board = jobs;
        target.get("run").map(Long::valueOf).ifPresentOrElse(run -> model.choose(run, board), () -> model.refresh(board));
    }

    @Override public List<Command> commands(UiContext ui) {
        return List.of(Command.of(ui.text("compare.next-metric"), Icons.COMPARE, "Shortcut+M", () -> nextMetric()));
    }

    private void nextMetric() {
        model.found().get().ifPresent(f -> {
            List<String> ids = f.metricIds();
            model.metric().set(ids.get((ids.indexOf(model.metric().get()) + 1) % ids.size()));
        });
    }
}
