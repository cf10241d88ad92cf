package shelfwise.ui.kit;

import java.util.List;
import javafx.application.Platform;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import shelfwise.base.Messages;

/** All that can be done, found by some letters: arrows choose, Enter does it. */
public final class CommandPalette extends VBox {
    private final TextField search = new TextField();
    private final ListView<Command> found = new ListView<>();
    private final List<Command> all;
    private final Runnable close;

    /** @param close takes the palette away; called before the chosen command runs */
    public CommandPalette(List<Command> all, Messages messages, Runnable close) {
        this.all = List.copyOf(all);
        this.close = close;
        getStyleClass().add("command-palette");
        search.setPromptText(messages.text("ui.palette.prompt"));
        search.textProperty().subscribe(this::show);
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        found.setFocusTraversable(false);
        found.setCellFactory(_ -> new CommandCell());
        found.setPlaceholder(new Label(messages.text("ui.palette.nothing")));
        found.setOnMouseClicked(_ -> run());
        getChildren().addAll(search, found);
        VBox.setVgrow(found, Priority.ALWAYS);
        sceneProperty().subscribe(_ -> Platform.runLater(search::requestFocus));
    }

    private void show(String wanted) {
        found.getItems().setAll(Fuzzy.search(all, Command::text, wanted));
        found.getSelectionModel().selectFirst();
        found.scrollTo(0);
    }

    private void onKey(KeyEvent event) {
        int step = event.getCode() == KeyCode.DOWN ? 1 : event.getCode() == KeyCode.UP ? -1 : 0;
        if (step != 0) {
            int to = Math.clamp(found.getSelectionModel().getSelectedIndex() + step, 0, Math.max(0, found.getItems().size() - 1));
            found.getSelectionModel().select(to);
            found.scrollTo(to);
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            run();
            event.consume();
        }
    }

    private void run() {
        Command chosen = found.getSelectionModel().getSelectedItem();
        if (chosen == null) return;
        close.run();
        chosen.act().run();
    }

    private static final class CommandCell extends ListCell<Command> {
        @Override protected void updateItem(Command command, boolean empty) {
            super.updateItem(command, empty);
            if (empty || command == null) {
                setGraphic(null);
                return;
            }
            var gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            var key = new Label(command.key().map(KeyCombination::getDisplayText).orElse(""));
            key.getStyleClass().add("key");
            key.setVisible(command.key().isPresent());
            var line = new HBox(command.icon().icon(), new Label(command.text()), gap, key);
            line.getStyleClass().add("line");
            setGraphic(line);
        }
    }
}
