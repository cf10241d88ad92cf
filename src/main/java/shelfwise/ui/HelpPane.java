package shelfwise.ui;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import shelfwise.base.Messages;
import shelfwise.ui.kit.Command;

/** What F1 shows: what the place is for, and its keys. */
final class HelpPane extends VBox {
    HelpPane(String help, List<Command> commands, Messages messages) {
        getStyleClass().add("help-pane");
        var text = new Label(help);
        text.setWrapText(true);
        var heading = new Label(messages.text("ui.keys"));
        heading.getStyleClass().add("caption");
        getChildren().addAll(text, heading, keys(commands));
    }

    private static GridPane keys(List<Command> commands) {
        var grid = new GridPane();
        grid.getStyleClass().add("keys");
        for (Command c : commands) {
            if (c.key().isEmpty()) continue;
            var key = new Label(c.key().map(KeyCombination::getDisplayText).orElse(""));
            key.getStyleClass().add("key");
            grid.addRow(grid.getRowCount(), key, new Label(c.text()));
        }
        return grid;
    }
}
