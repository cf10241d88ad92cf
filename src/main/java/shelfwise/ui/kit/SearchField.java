package shelfwise.ui.kit;

import atlantafx.base.controls.CustomTextField;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.stage.Popup;
import org.jspecify.annotations.Nullable;

/** A field that finds while one types: what fits stands below; arrows choose, Enter takes it, or the words as they stand; Esc leaves all as it was. */
public final class SearchField extends CustomTextField {
    /** What fits. @param note stands beside the name, weaker; may be empty */
    public record Hit(String id, String name, String note) { }

    private static final int ROWS = 8;
    private static final double ROW = 28, BORDER = 2;
    private final Popup popup = new Popup();
    private final ListView<Hit> hits = new ListView<>();
    private Consumer<String> onSearch = _ -> { }, onChoose = _ -> { };
    private String value = "";
    private boolean setting, fresh;

    public SearchField(String prompt) {
        setPromptText(prompt);
        setLeft(Icons.SEARCH.icon());
        getStyleClass().add("search-field");
        hits.getStyleClass().add("search-hits");
        hits.setFixedCellSize(ROW);
        hits.setFocusTraversable(false);
        hits.setCellFactory(_ -> new HitCell());
        hits.setOnMouseClicked(_ -> take());
        popup.getContent().add(hits);
        popup.setAutoHide(true);
        popup.setHideOnEscape(false);
        textProperty().addListener((_, _, now) -> {
            if (!setting) onSearch.accept(now.strip());
        });
        focusedProperty().addListener((_, _, focused) -> {
            fresh = focused;
            if (focused) selectAll();
            else giveUp();
        });
        setOnMouseReleased(_ -> {
            if (fresh && getSelection().getLength() == 0) selectAll(); // the first click would only have put the caret somewhere
            fresh = false;
        });
        addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    }

    /** Called with the words typed, at each change. */
    public void onSearch(Consumer<String> action) {
        onSearch = action;
    }

    /** Called with the id chosen, or with the words typed where none was. */
    public void onChoose(Consumer<String> action) {
        onChoose = action;
    }

    /** Shows {@code text} as what is chosen now; searches for nothing. */
    public void show(String text) {
        value = text;
        setting = true;
        setText(text);
        setting = false;
        popup.hide();
    }

    /** What fits the words {@code of}; passed over if others stand there by now. */
    public void suggest(String of, List<Hit> found) {
        if (!getText().strip().equals(of) || !isFocused() || getScene() == null) return;
        hits.getItems().setAll(found);
        double height = ROW * Math.min(ROWS, found.size()) + BORDER;
        hits.setMinHeight(height);
        hits.setPrefHeight(height);
        hits.setMaxHeight(height);
        hits.setPrefWidth(Math.max(getWidth(), 320));
        if (found.isEmpty()) popup.hide();
        else if (!popup.isShowing()) {
            Bounds at = localToScreen(getBoundsInLocal());
            popup.show(this, at.getMinX(), at.getMaxY() + 4);
        }
    }

    private void onKey(KeyEvent e) {
        switch (e.getCode()) {
            case DOWN, UP -> {
                if (!popup.isShowing()) {
                    onSearch.accept(getText().strip());
                } else {
                    int to = hits.getSelectionModel().getSelectedIndex() + (e.getCode() == javafx.scene.input.KeyCode.DOWN ? 1 : -1);
                    hits.getSelectionModel().select(Math.clamp(to, 0, hits.getItems().size() - 1));
                    hits.scrollTo(hits.getSelectionModel().getSelectedIndex());
                }
            }
            case ENTER -> take();
            case ESCAPE -> {
                if (!popup.isShowing() && getText().equals(value)) return;
                giveUp();
            }
            default -> {
                return;
            }
        }
        e.consume();
    }

    private void take() {
        Hit hit = popup.isShowing() ? hits.getSelectionModel().getSelectedItem() : null;
        String words = getText().strip();
        popup.hide();
        if (hit != null) onChoose.accept(hit.id());
        else if (!words.isEmpty()) onChoose.accept(words);
    }

    private void giveUp() {
        popup.hide();
        if (!getText().equals(value)) show(value);
    }

    private static final class HitCell extends ListCell<Hit> {
        @Override protected void updateItem(@Nullable Hit hit, boolean empty) {
            super.updateItem(hit, empty);
            if (empty || hit == null) {
                setGraphic(null);
                return;
            }
            var name = new Label(hit.name());
            HBox.setHgrow(name, Priority.ALWAYS);
            name.setMaxWidth(Double.MAX_VALUE);
            var note = new Label(hit.note());
            note.getStyleClass().add("caption");
            note.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
            var line = new HBox(name, note);
            line.getStyleClass().add("line");
            line.setMaxWidth(getListView().getPrefWidth() - 24);
            setGraphic(line);
        }
    }
}
