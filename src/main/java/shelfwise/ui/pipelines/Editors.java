package shelfwise.ui.pipelines;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.WeakListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.util.StringConverter;

/** The plain controls of settings: text, yes or no, a choice, several choices, a text with offers. */
final class Editors {
    private Editors() { }

    /** Numbers, texts, and lists of them separated by commas. */
    static final class Text implements Editor {
        private final TextField field = new TextField();
        private final Function<Object, String> write;
        private boolean showing;

        Text(Function<Object, String> write, boolean number, Taker taker) {
            this.write = write;
            field.getStyleClass().add(number ? "setting-number" : "setting-text");
            field.textProperty().addListener((_, _, text) -> {
                if (!showing) taker.typed(text);
            });
        }

        @Override public Node control() {
            return field;
        }

        @Override public void show(Object value) {
            showText(write.apply(value));
        }

        @Override public void showText(String text) {
            showing = true;
            field.setText(text);
            showing = false;
        }
    }

    /**
     * A text that may be picked from what there is, or typed. The list of the box is its own: what is offered may come, change and go, as it
     * does when another node is chosen, and a box that loses what was picked in it would clear itself.
     */
    static final class Pick implements Editor {
        private final ComboBox<String> box;
        private final ObservableList<String> offers;
        private final ListChangeListener<String> offered = _ -> offer();
        private boolean showing;

        Pick(ObservableList<String> offers, String prompt, Taker taker) {
            this.offers = offers;
            box = new ComboBox<>(FXCollections.observableArrayList(offers));
            box.setEditable(true);
            box.setMaxWidth(Double.MAX_VALUE);
            box.setPromptText(prompt);
            box.getEditor().textProperty().addListener((_, _, text) -> {
                if (!showing) taker.typed(text);
            });
            offers.addListener(new WeakListChangeListener<>(offered));
        }

        private void offer() {
            String text = box.getEditor().getText();
            int caret = box.getEditor().getCaretPosition();
            showing = true;
            box.getItems().setAll(offers);
            put(text);
            showing = false;
            box.getEditor().positionCaret(caret);
        }

        private void put(String text) {
            box.setValue(text);
            box.getEditor().setText(text);
        }

        @Override public Node control() {
            return box;
        }

        @Override public void show(Object value) {
            showing = true;
            put(value.toString());
            showing = false;
        }
    }

    /** Yes or no; its text is the setting's name. */
    static final class Flag implements Editor {
        private final CheckBox box;

        Flag(String name, Taker taker) {
            box = new CheckBox(name);
            box.setWrapText(true);
            box.setOnAction(_ -> taker.chosen(box.isSelected()));
        }

        @Override public Node control() {
            return box;
        }

        @Override public void show(Object value) {
            box.setSelected((Boolean) value);
        }
    }

    /** One of an enumeration. */
    static final class Choice implements Editor {
        private final ChoiceBox<Object> box = new ChoiceBox<>();
        private boolean showing;

        Choice(Class<?> type, Function<Object, String> name, Taker taker) {
            box.getItems().setAll(type.getEnumConstants());
            box.setMaxWidth(Double.MAX_VALUE);
            box.setConverter(new StringConverter<>() {
                @Override public String toString(Object value) {
                    return value == null ? "" : name.apply(value);
                }

                @Override public Object fromString(String text) {
                    return text;
                }
            });
            box.valueProperty().addListener((_, _, value) -> {
                if (!showing && value != null) taker.chosen(value);
            });
            var whole = new Tooltip(); // a long one is cut in the box
            whole.textProperty().bind(box.valueProperty().map(name).orElse(""));
            box.setTooltip(whole);
        }

        @Override public Node control() {
            return box;
        }

        @Override public void show(Object value) {
            showing = true;
            box.setValue(value);
            showing = false;
        }
    }

    /** Any of an enumeration, in its order. */
    static final class Choices implements Editor {
        private final FlowPane pane = new FlowPane(8, 4);
        private final List<Object> values;
        private final List<CheckBox> boxes = new ArrayList<>();

        Choices(Class<?> type, Function<Object, String> name, Taker taker) {
            values = List.of(type.getEnumConstants());
            for (Object v : values) {
                var box = new CheckBox(name.apply(v));
                box.setOnAction(_ -> taker.chosen(values.stream().filter(o -> boxes.get(values.indexOf(o)).isSelected()).toList()));
                boxes.add(box);
            }
            pane.getChildren().setAll(boxes);
        }

        @Override public Node control() {
            return pane;
        }

        @Override public void show(Object value) {
            for (int i = 0; i < values.size(); i++) boxes.get(i).setSelected(((List<?>) value).contains(values.get(i)));
        }

        @Override public void focus() {
            if (!boxes.isEmpty()) boxes.getFirst().requestFocus();
        }
    }
}
