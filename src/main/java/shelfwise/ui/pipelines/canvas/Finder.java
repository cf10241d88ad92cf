package shelfwise.ui.pipelines.canvas;

import java.util.List;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import shelfwise.ui.kit.Icons;

/** A field with a list under it, at a point of the canvas: typing finds, arrows choose, Enter takes, Esc or a click elsewhere closes. */
final class Finder extends VBox {
    /** What can be taken. @param group style of the icon's colour, may be empty @param note a line under the name, weaker */
    record Entry(Icons icon, String group, String name, String note, Runnable act) { }

    private static final double WIDTH = 380, ROW = 44;
    private static final int ROWS = 7;
    private final TextField search = new TextField();
    private final ListView<Entry> found = new ListView<>();
    private final Function<String, List<Entry>> find;
    private final Runnable close;

    /** @param close takes it away; called before what was chosen is done */
    Finder(String title, String prompt, String nothing, Function<String, List<Entry>> find, Runnable close) {
        this.find = find;
        this.close = close;
        setManaged(false);
        setId("finder");
        getStyleClass().add("finder");
        var heading = new Label(title);
        heading.getStyleClass().add("caption");
        search.setId("finder-search");
        search.setPromptText(prompt);
        search.setAccessibleText(title);
        search.textProperty().subscribe(this::show);
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        found.setId("finder-found");
        found.setFocusTraversable(false);
        found.setFixedCellSize(ROW);
        found.setCellFactory(_ -> new EntryCell());
        found.setPlaceholder(new Label(nothing));
        found.setOnMouseClicked(_ -> take());
        getChildren().addAll(heading, search, found);
        VBox.setVgrow(found, Priority.ALWAYS);
        search.focusedProperty().addListener((_, _, focused) -> {
            if (!focused) Platform.runLater(() -> {
                if (getScene() != null && !isFocusWithin()) close.run();
            });
        });
    }

    private boolean isHere() {
        return getScene() != null;
    }

    /** Where it fits, as near to the point as can be; the keyboard goes to the field. */
    void open(double x, double y, double width, double height) {
        double tall = Math.min(92 + ROWS * ROW, Math.max(160, height - 16));
        resize(Math.min(WIDTH, width - 16), tall);
        relocate(Math.clamp(x, 8, Math.max(8, width - getWidth() - 8)), Math.clamp(y, 8, Math.max(8, height - tall - 8)));
        search.requestFocus();
    }

    private void show(String wanted) {
        found.getItems().setAll(find.apply(wanted.strip()));
        found.getSelectionModel().selectFirst();
        found.scrollTo(0);
    }

    private void onKey(KeyEvent e) {
        int step = e.getCode() == KeyCode.DOWN ? 1 : e.getCode() == KeyCode.UP ? -1 : e.getCode() == KeyCode.PAGE_DOWN ? ROWS : e.getCode() == KeyCode.PAGE_UP ? -ROWS : 0;
        if (step != 0) {
            int to = Math.clamp(found.getSelectionModel().getSelectedIndex() + step, 0, Math.max(0, found.getItems().size() - 1));
            found.getSelectionModel().select(to);
            found.scrollTo(Math.max(0, to - ROWS / 2));
        } else if (e.getCode() == KeyCode.ENTER) take();
        else if (e.getCode() == KeyCode.ESCAPE) close.run();
        else return;
        e.consume();
    }

    private void take() {
        @Nullable Entry chosen = found.getSelectionModel().getSelectedItem();
        if (chosen == null || !isHere()) return;
        close.run();
        chosen.act().run();
    }

    private static final class EntryCell extends ListCell<Entry> {
        @Override protected void updateItem(@Nullable Entry entry, boolean empty) {
            super.updateItem(entry, empty);
            if (empty || entry == null) {
                setGraphic(null);
                return;
            }
            var name = new Label(entry.name(), entry.icon().icon());
            name.getStyleClass().add("finder-name");
            var note = new Label(entry.note());
            note.getStyleClass().add("finder-note");
            var text = new VBox(name, note);
            text.setMaxWidth(WIDTH - 48);
            HBox.setHgrow(text, Priority.ALWAYS);
            var band = new javafx.scene.layout.Region();
            band.getStyleClass().add("node-band");
            var line = new HBox(band, text);
            line.getStyleClass().addAll("finder-line", "group-" + entry.group());
            setGraphic(line);
            setAccessibleText(entry.name() + ", " + entry.note());
        }
    }
}
