package shelfwise.ui.pipelines;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.ObservableList;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import shelfwise.ui.UiContext;
import shelfwise.ui.kit.Icons;

/** A list of texts picked from what there is: each chosen one can be taken out, others can be picked or typed. */
final class PicksEditor implements Editor {
    private final FlowPane chosen = new FlowPane(4, 4);
    private final ComboBox<String> more;
    private final VBox box;
    private final Taker taker;
    private final UiContext ui;
    private List<String> values = List.of();

    PicksEditor(ObservableList<String> offers, UiContext ui, Taker taker) {
        this.taker = taker;
        this.ui = ui;
        more = new ComboBox<>(offers);
        more.setEditable(true);
        more.setPromptText(ui.text("pipelines.pick.add"));
        more.setMaxWidth(Double.MAX_VALUE);
        more.getEditor().addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ENTER) add(more.getEditor().getText());
        });
        more.addEventHandler(ComboBox.ON_HIDDEN, _ -> {
            if (more.getValue() != null) add(more.getValue());
        });
        more.addEventFilter(ActionEvent.ACTION, ActionEvent::consume);
        box = new VBox(4, chosen, more);
    }

    private void add(String text) {
        String name = text.strip();
        more.setValue(null);
        more.getEditor().clear();
        if (name.isEmpty() || values.contains(name)) return;
        var now = new ArrayList<>(values);
        now.add(name);
        take(now);
    }

    private void take(List<String> now) {
        show(now);
        taker.chosen(now);
    }

    @Override public Node control() {
        return box;
    }

    @Override public void show(Object value) {
        values = ((List<?>) value).stream().map(Object::toString).toList();
        chosen.getChildren().setAll(values.stream().map(this::chip).toList());
        chosen.setManaged(!values.isEmpty());
    }

    private Button chip(String name) {
        var chip = new Button(name, Icons.CLOSE.icon());
        chip.getStyleClass().addAll("small", "chip");
        chip.setAccessibleText(ui.text("pipelines.pick.remove", name));
        chip.setOnAction(_ -> take(values.stream().filter(v -> !v.equals(name)).toList()));
        return chip;
    }

    @Override public void focus() {
        more.requestFocus();
    }
}
