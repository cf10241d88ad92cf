package shelfwise.ui.lists;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import shelfwise.app.Workspace;
import shelfwise.ui.Place;
import shelfwise.ui.Target;
import shelfwise.ui.UiContext;
import shelfwise.ui.choice.ModelEntry;
import shelfwise.ui.choice.WayToResults;
import shelfwise.ui.kit.Command;
import shelfwise.ui.kit.Icons;
import shelfwise.ui.lists.ListsViewModel.Subject;

/** Recommendation lists with the reasons behind their rows. */
public final class ListsPlace implements Place {
    private final Workspace workspace;
    private @Nullable ListsViewModel model;
    private @Nullable ListsView view;

    public ListsPlace(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override public String id() {
        return "lists";
    }

    @Override public Icons icon() {
        return Icons.LISTS;
    }

    @Override public Node view(UiContext ui) {
        if (model == null) model = new ListsViewModel(workspace, ui.jobs());
        view = new ListsView(model, new WayToResults(workspace, ui), new ModelExport(workspace, ui), ui);
        return ui.load("lists", view);
    }

    @Override public void shown(Target target) {
        if (model != null) model.show(target);
    }

    @Override public List<Command> commands(UiContext ui) {
        ListsViewModel m = model;
        ListsView v = view;
        if (m == null || v == null || m.all.isEmpty()) return List.of();
        var commands = new ArrayList<Command>();
        commands.add(Command.of(ui.text("lists.search"), Icons.SEARCH, "Shortcut+F", v::focusSearch));
        commands.add(Command.of(ui.text("lists.next"), Icons.NEXT, "Alt+Down", () -> m.stepUser(1)));
        commands.add(Command.of(ui.text("lists.previous"), Icons.PREVIOUS, "Alt+Up", () -> m.stepUser(-1)));
        commands.add(Command.of(ui.text("lists.any"), Icons.RANDOM, "Shortcut+R", v::anyUser));
        commands.add(Command.of(ui.text("lists.show.users"), Icons.USER, "Shortcut+U", () -> m.chooseSubject(Subject.USER)));
        commands.add(Command.of(ui.text("lists.show.items"), Icons.ITEM, "Shortcut+I", () -> m.chooseSubject(Subject.ITEM)));
        commands.add(Command.of(ui.text("lists.toggle-seen"), Icons.FILTER, "Shortcut+B", () -> m.excludeSeen.set(!m.excludeSeen.get())));
        commands.add(Command.of(ui.text("lists.go.similarity"), Icons.SIMILARITY, "Shortcut+M", v::goSimilarity));
        commands.add(Command.of(ui.text("lists.export"), Icons.EXPORT, "Shortcut+Shift+E", v::exportModel));
        commands.add(Command.of(ui.text("lists.fold-history"), Icons.FOLD, "Shortcut+H", v::foldHistory));
        commands.add(Command.of(ui.text("lists.fold-why"), Icons.WHY, "Shortcut+Y", v::foldWhy));
        for (ModelEntry e : m.all) commands.add(Command.of(ui.text("lists.use", e.name()), Icons.MODEL, () -> m.chooseModel(e)));
        for (ModelEntry e : m.all) if (!e.equals(m.model.get())) commands.add(Command.of(ui.text("lists.compare", e.name()), Icons.COMPARE, () -> m.chooseSecond(e)));
        if (m.second.get() != null) commands.add(Command.of(ui.text("lists.compare.end"), Icons.CLOSE, () -> m.chooseSecond(null)));
        return commands;
    }
}
