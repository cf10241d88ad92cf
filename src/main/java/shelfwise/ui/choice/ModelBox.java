package shelfwise.ui.choice;

import java.util.ArrayList;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import shelfwise.base.Messages;

/** Chooses one of the models, each with its colour and its kind. */
public final class ModelBox extends ComboBox<ModelEntry> {
    private static final int HUES = 8;
    private final Messages messages;
    private final String none;
    private boolean following;

    /** @param none what stands for no model; blank where one must be chosen */
    public ModelBox(Messages messages, String none) {
        this.messages = messages;
        this.none = none;
        getStyleClass().add("model-box");
        setCellFactory(_ -> new Cell(true));
        setButtonCell(new Cell(false));
        setPromptText(none);
    }

    /** Shows these models, with an entry for none first if there may be none. */
    public void show(ObservableList<ModelEntry> models, @Nullable ModelEntry chosen) {
        var wanted = new ArrayList<@Nullable ModelEntry>();
        if (!none.isBlank()) wanted.add(null);
        wanted.addAll(models);
        following = true; // and nothing is set that is there already: this may be the answer to a choice still under way
        if (!getItems().equals(wanted)) getItems().setAll(wanted);
        if (!Objects.equals(getValue(), chosen)) setValue(chosen);
        following = false;
    }

    /** Called when a person chose another; null for none. */
    public void onChoose(Consumer<@Nullable ModelEntry> action) {
        valueProperty().addListener((_, _, now) -> {
            if (!following) action.accept(now);
        });
    }

    /** A dot in the colour of a model. */
    public static Node dot(int hue) {
        var dot = new Region();
        dot.getStyleClass().addAll("model-dot", hue >= 0 && hue < HUES ? "data-category-" + hue : "data-other");
        return dot;
    }

    private final class Cell extends ListCell<ModelEntry> {
        private final boolean whole;

        Cell(boolean whole) {
            this.whole = whole;
        }

        @Override protected void updateItem(@Nullable ModelEntry entry, boolean empty) {
            super.updateItem(entry, empty);
            boolean blank = empty && whole;
            setText(blank ? null : entry == null ? none : whole ? entry.name() + "  ·  " + kind(entry) : entry.name());
            setGraphic(entry == null ? null : dot(entry.hue()));
        }
    }

    private String kind(ModelEntry entry) {
        return messages.find("op." + entry.model().operator() + ".name").orElse(entry.model().operator());
    }
}
