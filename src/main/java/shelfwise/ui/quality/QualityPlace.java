package shelfwise.ui.quality;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import shelfwise.app.Workspace;
import shelfwise.ui.JobBoard;
import shelfwise.ui.Place;
import shelfwise.ui.Target;
import shelfwise.ui.UiContext;
import shelfwise.ui.kit.Command;
import shelfwise.ui.kit.Icons;

/** Quality: what is good and bad in a table. Reads {@code asset}, {@code column} and {@code alert} of a target. */
public final class QualityPlace implements Place {
    private final Workspace workspace;
    private final QualityViewModel model;
    private @Nullable JobBoard jobs;

    public QualityPlace(Workspace workspace) {
        this.workspace = workspace;
        model = new QualityViewModel(workspace);
    }

    @Override public String id() {
        return "quality";
    }

    @Override public Icons icon() {
        return Icons.QUALITY;
    }

    @Override public Node view(UiContext ui) {
        jobs = ui.jobs();
        return ui.load("quality", new QualityView(model, workspace, ui));
    }

    @Override public void shown(Target target) {
        if (jobs == null) return;
        model.show(target, jobs);
    }

    @Override public List<Command> commands(UiContext ui) {
        var all = new ArrayList<Command>();
        if (model.chosen().isEmpty()) return all;
        all.add(Command.of(ui.text("quality.again"), Icons.RESET, "Shortcut+R", () -> model.again(ui.jobs())));
        all.add(Command.of(ui.text("quality.open"), Icons.ASSETS, "Shortcut+O", () -> ui.go("assets", Target.of("asset", model.chosen()))));
        model.names().stream().filter(n -> !n.equals(model.chosen()))
                .forEach(n -> all.add(Command.of(ui.text("quality.of", n), Icons.QUALITY, () -> model.choose(n, ui.jobs()))));
        return all;
    }
}
