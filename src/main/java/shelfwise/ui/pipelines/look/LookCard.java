package shelfwise.ui.pipelines.look;

import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import shelfwise.data.Field;
import shelfwise.data.Role;
import shelfwise.data.Schema;
import shelfwise.ui.UiContext;

/** What flows out of a port, on a card: type, size, columns, and whether it is of the present settings. */
final class LookCard extends VBox {
    private static final int COLUMNS = 10;
    private final UiContext ui;
    private final LookWords words;

    /** @param from the step's name */
    LookCard(PortLook look, String from, UiContext ui) {
        this.ui = ui;
        words = new LookWords(ui);
        getStyleClass().addAll("card", "look-card");
        setId("look-card");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        var title = new Label(words.type(look.type()), LookWords.icon(look.type()).icon());
        title.getStyleClass().add("look-card-title");
        var origin = caption(ui.text("look.card.from", from));
        getChildren().addAll(title, origin);
        look.facts().ifPresent(f -> {
            var size = new Label(words.size(f));
            size.getStyleClass().add("look-card-size");
            getChildren().add(size);
            words.more(f).forEach(line -> getChildren().add(caption(line)));
        });
        LookWords.schema(look).ifPresent(this::columns);
        var foot = new HBox(words.standing(look.standing()));
        foot.getStyleClass().add("line");
        getChildren().add(foot);
        setAccessibleText(text());
    }

    private void columns(Schema schema) {
        var grid = new GridPane();
        grid.getStyleClass().add("look-columns");
        for (Field f : schema.fields().stream().limit(COLUMNS).toList()) {
            String role = f.role() == Role.NONE ? "" : ui.text(f.role().nameKey());
            grid.addRow(grid.getRowCount(), new Label(f.name()), caption(ui.text(f.type().nameKey())), caption(role));
        }
        getChildren().add(grid);
        int more = schema.size() - COLUMNS;
        if (more > 0) getChildren().add(caption(ui.text("look.card.more", more)));
    }

    private String text() {
        var all = new StringBuilder();
        lookupAll(".label").forEach(n -> {
            if (n instanceof Label l && l.getText() != null && !l.getText().isEmpty()) all.append(all.isEmpty() ? "" : ", ").append(l.getText());
        });
        return all.toString();
    }

    private static Label caption(String text) {
        var label = new Label(text);
        label.getStyleClass().add("caption");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
