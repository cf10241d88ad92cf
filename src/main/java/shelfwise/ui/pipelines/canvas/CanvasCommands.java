package shelfwise.ui.pipelines.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.geometry.Point2D;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;
import shelfwise.pipeline.Align;
import shelfwise.ui.kit.Command;
import shelfwise.ui.kit.Icons;

/** All that can be done on the canvas, once: for the palette of commands, the menus of the bar, and the menus under the pointer. */
public final class CanvasCommands {
    /** Where an act stands in the bar. */
    public enum Menu { EDIT, ARRANGE, VIEW }

    /** @param key message key of its text, after "canvas.act." @param keys empty for none @param can whether it can be done now */
    private record Act(Menu menu, String key, Icons icon, String keys, BooleanSupplier can, Runnable run, boolean startsGroup) { }

    private final GraphCanvas canvas;
    private final List<Act> acts = new ArrayList<>();
    private boolean nextStarts;

    CanvasCommands(GraphCanvas canvas) {
        this.canvas = canvas;
        edit(canvas.acts(), canvas.steps());
        arrange(canvas.acts());
        view();
    }

    private void add(Menu menu, String key, Icons icon, String keys, BooleanSupplier can, Runnable run) {
        acts.add(new Act(menu, key, icon, keys, can, run, nextStarts));
        nextStarts = false;
    }

    private boolean some() {
        return canvas.canEdit() && !canvas.selection().isEmpty();
    }

    private boolean items() {
        return canvas.canEdit() && !canvas.selection().items().isEmpty();
    }

    private boolean several() {
        return canvas.canEdit() && canvas.acts().nodes().size() > 1;
    }

    private boolean node() {
        return canvas.canEdit() && canvas.selection().last().flatMap(canvas.scenery().pipeline()::find).isPresent();
    }

    private boolean box() {
        return canvas.canEdit() && canvas.selection().last().filter(canvas.scenery().items()::contains).isPresent();
    }

    private boolean oneLink() {
        return canvas.canEdit() && canvas.chosenLinks().size() == 1 && canvas.selection().items().isEmpty();
    }

    private void edit(Acts acts, Steps steps) {
        add(Menu.EDIT, "add", Icons.ADD, "A", canvas::canEdit, steps::askHere);
        add(Menu.EDIT, "goto", Icons.SEARCH, "Shortcut+F", () -> !canvas.scenery().items().isEmpty(), steps::askWhereToGo);
        add(Menu.EDIT, "link", Icons.LINK, "L", this::box, steps::askToLink);
        add(Menu.EDIT, "links", Icons.LINK, "Shift+L", this::box, steps::askWhichLink);
        add(Menu.EDIT, "insert", Icons.ADD, "I", this::oneLink, () -> steps.askToInsert(canvas.chosenLinks().getFirst()));
        add(Menu.EDIT, "replace", Icons.REPLACE, "R", this::node, steps::askToReplace);
        add(Menu.EDIT, "rename", Icons.EDIT, "F2", this::items, acts::rename);
        add(Menu.EDIT, "toggle", Icons.SWITCH, "Shortcut+E", () -> canvas.canEdit() && !acts.nodes().isEmpty(), acts::toggle);
        nextStarts = true;
        add(Menu.EDIT, "cut", Icons.CUT, "Shortcut+X", this::items, acts::cut);
        add(Menu.EDIT, "copy", Icons.COPY, "Shortcut+C", () -> !canvas.selection().items().isEmpty(), acts::copy);
        add(Menu.EDIT, "paste", Icons.PASTE, "Shortcut+V", canvas::canEdit, acts::paste);
        add(Menu.EDIT, "duplicate", Icons.COPY, "Shortcut+D", this::items, acts::duplicate);
        add(Menu.EDIT, "remove", Icons.REMOVE, "Delete", this::some, acts::remove);
        nextStarts = true;
        add(Menu.EDIT, "all", Icons.SELECT, "Shortcut+A", () -> true, acts::all);
        add(Menu.EDIT, "up", Icons.SELECT, "U", () -> !acts.nodes().isEmpty(), () -> acts.along(true));
        add(Menu.EDIT, "down", Icons.SELECT, "D", () -> !acts.nodes().isEmpty(), () -> acts.along(false));
    }

    private void arrange(Acts acts) {
        add(Menu.ARRANGE, "tidy", Icons.LAYOUT, "Shortcut+Shift+A", canvas::canEdit, acts::tidy);
        nextStarts = true;
        align(Align.LEFT, "Alt+Shift+Left");
        align(Align.RIGHT, "Alt+Shift+Right");
        align(Align.TOP, "Alt+Shift+Up");
        align(Align.BOTTOM, "Alt+Shift+Down");
        align(Align.CENTRE, "Alt+Shift+C");
        align(Align.MIDDLE, "Alt+Shift+M");
        align(Align.SPREAD_ACROSS, "Alt+Shift+H");
        align(Align.SPREAD_DOWN, "Alt+Shift+V");
        nextStarts = true;
        add(Menu.ARRANGE, "note", Icons.NOTE, "N", canvas::canEdit, () -> acts.note(canvas.middle()));
        add(Menu.ARRANGE, "frame", Icons.FRAME, "Shift+N", canvas::canEdit, acts::frame);
        nextStarts = true;
        add(Menu.ARRANGE, "group", Icons.GROUP, "Shortcut+G", this::items, acts::group);
        add(Menu.ARRANGE, "ungroup", Icons.GROUP, "Shortcut+Shift+G", this::items, acts::ungroup);
        add(Menu.ARRANGE, "fold", Icons.FOLD, "Shift+F", this::items, acts::fold);
        add(Menu.ARRANGE, "keep", Icons.SAVE, "Shortcut+Shift+K", () -> canvas.canEdit() && !acts.nodes().isEmpty(), () -> canvas.edits().own().keep(canvas.selection().items()));
    }

    private void align(Align how, String keys) {
        add(Menu.ARRANGE, "align-" + how.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'), Icons.ALIGN, keys, this::several, () -> canvas.acts().align(how));
    }

    private void view() {
        ViewChoices choices = canvas.choices();
        add(Menu.VIEW, "zoom-in", Icons.ZOOM_IN, "Shortcut+Equals", () -> true, canvas::zoomIn);
        add(Menu.VIEW, "zoom-out", Icons.ZOOM_OUT, "Shortcut+Minus", () -> true, canvas::zoomOut);
        add(Menu.VIEW, "life", Icons.ZOOM_IN, "Shortcut+Alt+0", () -> true, canvas::zoomToLife);
        add(Menu.VIEW, "fit", Icons.ZOOM_FIT, "Shortcut+0", () -> true, canvas::fit);
        add(Menu.VIEW, "zoom-chosen", Icons.ZOOM_FIT, "Z", () -> !canvas.selection().items().isEmpty(), canvas::zoomToSelection);
        nextStarts = true;
        add(Menu.VIEW, "palette", Icons.OPERATORS, "Shortcut+Shift+P", () -> true, () -> choices.showPalette(!choices.palette().get()));
        add(Menu.VIEW, "map", Icons.MAP, "M", () -> true, () -> flip(choices.map()));
        add(Menu.VIEW, "snap", Icons.GRID, "G", () -> true, () -> flip(choices.snap()));
    }

    private static void flip(javafx.beans.property.BooleanProperty choice) {
        choice.set(!choice.get());
    }

    /** What can be done now. */
    public List<Command> now() {
        return acts.stream().filter(a -> a.can().getAsBoolean())
                .map(a -> Command.of(canvas.texts().text("canvas.act." + a.key()), a.icon(), a.keys(), a.run())).toList();
    }

    /** The entries of a menu; those that can't be done now are grey. */
    public List<MenuItem> items(Menu menu) {
        var items = new ArrayList<MenuItem>();
        for (Act a : acts) {
            if (a.menu() != menu) continue;
            if (a.startsGroup()) items.add(new SeparatorMenuItem());
            items.add(item(a));
        }
        return items;
    }

    private MenuItem item(Act a) {
        String keys = KeyCombination.valueOf(a.keys()).getDisplayText();
        var item = new MenuItem(canvas.texts().text("canvas.act." + a.key()) + "  (" + keys + ")", a.icon().icon());
        item.setId("act-" + a.key());
        item.setDisable(!a.can().getAsBoolean());
        item.setOnAction(_ -> a.run().run());
        return item;
    }

    /** What can be done with what is chosen, else at this point of the canvas. */
    ContextMenu at(Point2D on) {
        var menu = new ContextMenu();
        List<String> keys = oneLink() ? List.of("insert", "remove") : !canvas.selection().items().isEmpty()
                ? List.of("link", "links", "add", "replace", "rename", "toggle", "|", "cut", "copy", "duplicate", "remove", "|", "up", "down", "|", "group", "ungroup", "fold", "keep", "frame", "tidy")
                : List.of("|", "paste", "all", "|", "frame", "tidy", "fit");
        if (canvas.selection().isEmpty()) {
            menu.getItems().add(plain("canvas.act.add", Icons.ADD, () -> canvas.steps().ask(on, Optional.empty())));
            menu.getItems().add(plain("canvas.act.note", Icons.NOTE, () -> canvas.acts().note(on)));
        }
        for (String key : keys) {
            if (key.equals("|")) menu.getItems().add(new SeparatorMenuItem());
            else acts.stream().filter(a -> a.key().equals(key) && a.can().getAsBoolean()).findFirst().ifPresent(a -> menu.getItems().add(item(a)));
        }
        return menu;
    }

    private MenuItem plain(String key, Icons icon, Runnable run) {
        var item = new MenuItem(canvas.texts().text(key), icon.icon());
        item.setDisable(!canvas.canEdit());
        item.setOnAction(_ -> run.run());
        return item;
    }
}
