package shelfwise.ui.similarity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import shelfwise.app.Workspace;
import shelfwise.inspect.Measure;
import shelfwise.ui.Place;
import shelfwise.ui.Target;
import shelfwise.ui.UiContext;
import shelfwise.ui.choice.WayToResults;
import shelfwise.ui.kit.Command;
import shelfwise.ui.kit.Icons;

/** How alike the products of a customer's list and history are. */
public final class SimilarityPlace implements Place {
    private final Workspace workspace;
    private @Nullable SimilarityViewModel model;
    private @Nullable SimilarityView view;

    public SimilarityPlace(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override public String id() {
        return "similarity";
    }

    @Override public Icons icon() {
        return Icons.SIMILARITY;
    }

    @Override public Node view(UiContext ui) {
        if (model == null) model = new SimilarityViewModel(workspace, ui.jobs());
        view = new SimilarityView(model, new WayToResults(workspace, ui), ui);
        return ui.load("similarity", view);
    }

    @Override public void shown(Target target) {
        if (model != null) model.show(target);
    }

    @Override public List<Command> commands(UiContext ui) {
        SimilarityViewModel m = model;
        SimilarityView v = view;
        if (m == null || v == null || m.all.isEmpty()) return List.of();
        var commands = new ArrayList<Command>();
        commands.add(Command.of(ui.text("similarity.search"), Icons.SEARCH, "Shortcut+F", v::focusSearch));
        commands.add(Command.of(ui.text("similarity.next"), Icons.NEXT, "Alt+Down", () -> m.stepUser(1)));
        commands.add(Command.of(ui.text("similarity.previous"), Icons.PREVIOUS, "Alt+Up", () -> m.stepUser(-1)));
        commands.add(Command.of(ui.text("similarity.matrix"), Icons.SIMILARITY, "Shortcut+M", v.map().map()::requestFocus));
        commands.add(Command.of(ui.text("similarity.order"), Icons.SORT, "Shortcut+O", () -> m.ordered.set(!m.ordered.get())));
        for (Measure how : Measure.values()) {
            commands.add(Command.of(ui.text("similarity.measure-by", ui.text("measure." + how.name().toLowerCase(Locale.ROOT))), Icons.SETTINGS, () -> m.measure.set(how)));
        }
        commands.add(Command.of(ui.text("similarity.zoom-in"), Icons.ZOOM_IN, "Shortcut+Plus", v.map().map()::zoomIn));
        commands.add(Command.of(ui.text("similarity.zoom-out"), Icons.ZOOM_OUT, "Shortcut+Minus", v.map().map()::zoomOut));
        commands.add(Command.of(ui.text("similarity.zoom-all"), Icons.ZOOM_FIT, "Shortcut+0", v.map().map()::zoomToAll));
        commands.add(Command.of(ui.text("similarity.go.lists"), Icons.LISTS, "Shortcut+L", v::goLists));
        return commands;
    }
}
