package shelfwise.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import shelfwise.ui.kit.Command;
import shelfwise.ui.kit.EmptyState;
import shelfwise.ui.kit.Icons;

/** A place with an empty state and a field whose text it keeps. */
final class ToyPlace implements Place {
    static final List<String> IDS = List.of("home", "assets", "quality", "pipelines", "lists", "similarity", "compare", "snapshots");
    final List<Target> shown = new ArrayList<>();
    private final javafx.beans.property.StringProperty typed = new javafx.beans.property.SimpleStringProperty("");
    private final String id;

    ToyPlace(String id) {
        this.id = id;
    }

    static List<Place> all() {
        return IDS.stream().<Place>map(ToyPlace::new).toList();
    }

    @Override public String id() {
        return id;
    }

    @Override public Icons icon() {
        return Icons.valueOf(id.toUpperCase(Locale.ROOT));
    }

    @Override public Node view(UiContext ui) {
        var field = new TextField();
        field.setId("typed-" + id);
        field.setMaxWidth(240);
        field.textProperty().bindBidirectional(typed);
        var empty = new EmptyState(icon(), ui.text("place." + id), ui.text("place." + id + ".help"))
                .button(ui.text("ui.palette.open"), () -> { }).link(ui.text("ui.help"), () -> { });
        VBox.setVgrow(empty, javafx.scene.layout.Priority.ALWAYS);
        return new VBox(empty, field);
    }

    @Override public void shown(Target target) {
        shown.add(target);
    }

    @Override public List<Command> commands(UiContext ui) {
        return List.of(Command.of("Toy of " + id, Icons.RUN, "Shortcut+T", () -> typed.set("done")));
    }
}
