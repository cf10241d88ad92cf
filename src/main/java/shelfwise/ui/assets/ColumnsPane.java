package shelfwise.ui.assets;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import shelfwise.data.Field;
import shelfwise.data.Role;
import shelfwise.ui.UiContext;
import shelfwise.ui.kit.Icons;

/** The columns of the shown version with their roles, to be changed; choosing one brings it into sight. */
final class ColumnsPane extends VBox {
    /** What can be done with a column. */
    record Acts(BiConsumer<Field, Role> setRole, Consumer<Field> show, Consumer<Field> quality) { }

    private final ListView<Field> list = new ListView<>();
    private final Label note = new Label();
    private final UiContext ui;
    private final Acts acts;
    private boolean changeable;

    ColumnsPane(UiContext ui, Acts acts) {
        this.ui = ui;
        this.acts = acts;
        getStyleClass().add("columns-pane");
        var title = new Label(ui.text("assets.columns"));
        title.getStyleClass().add("section-title");
        note.getStyleClass().add("caption");
        note.setWrapText(true);
        note.setMinHeight(USE_PREF_SIZE);
        list.setId("column-roles");
        list.setAccessibleText(title.getText());
        list.getStyleClass().add("asset-list");
        list.setCellFactory(_ -> new Cell());
        list.getSelectionModel().selectedItemProperty().addListener((_, _, field) -> {
            if (field != null) acts.show().accept(field);
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(title, note, list);
    }

    void show(AssetsViewModel.Open open) {
        changeable = open.latest();
        note.setText(ui.text(changeable ? "assets.columns.help" : "assets.columns.old"));
        list.getItems().setAll(open.version().schema().fields());
    }

    /** Shows the role as it is: a change was refused. */
    void again() {
        list.refresh();
    }

    private final class Cell extends ListCell<Field> {
        private final Label name = new Label();
        private final Label type = new Label();
        private final ChoiceBox<Role> role = new ChoiceBox<>();
        private final VBox box;
        private boolean filling;

        Cell() {
            setPrefWidth(0);
            name.getStyleClass().add("asset-name");
            type.getStyleClass().add("caption");
            role.getItems().setAll(Role.values());
            role.setConverter(words(r -> ui.text(r.nameKey())));
            role.setMaxWidth(Double.MAX_VALUE);
            role.setAccessibleText(ui.text("assets.role"));
            role.valueProperty().addListener((_, _, chosen) -> {
                if (!filling && chosen != null && getItem() != null && chosen != getItem().role()) acts.setRole().accept(getItem(), chosen);
            });
            HBox.setHgrow(role, Priority.ALWAYS);
            var quality = new Button(null, Icons.QUALITY.icon());
            quality.getStyleClass().addAll("flat", "button-icon");
            quality.setTooltip(new Tooltip(ui.text("assets.column.quality")));
            quality.setOnAction(_ -> acts.quality().accept(getItem()));
            var gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            type.setMinWidth(USE_PREF_SIZE);
            var first = new HBox(name, gap, type);
            first.getStyleClass().add("line");
            var line = new HBox(role, quality);
            line.getStyleClass().add("line");
            box = new VBox(first, line);
            box.getStyleClass().add("asset-cell");
        }

        @Override protected void updateItem(Field field, boolean empty) {
            super.updateItem(field, empty);
            setGraphic(empty || field == null ? null : box);
            if (empty || field == null) return;
            filling = true;
            name.setText(field.name());
            type.setText(ui.text(field.type().nameKey()));
            role.setValue(field.role());
            role.setId("role-" + field.name());
            role.setDisable(!changeable);
            filling = false;
        }
    }

    static <T> StringConverter<T> words(Function<T, String> text) {
        return new StringConverter<>() {
            @Override public String toString(@Nullable T value) {
                return value == null ? "" : text.apply(value);
            }

            @Override public @Nullable T fromString(String words) {
                return null; // a choice box never asks
            }
        };
    }
}
