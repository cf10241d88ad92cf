package shelfwise.ui.pipelines.look;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import shelfwise.app.look.PortContent;
import shelfwise.app.look.PortContent.UserRows;
import shelfwise.ui.UiContext;
import shelfwise.ui.kit.Column;

/** Lists: the first customers, and the list of the one chosen. */
final class ListsPreview extends BorderPane {
    private static final double SIDE = 108, ROOMY = 480, ROW = 28;
    private final ListView<UserRows> users = new ListView<>();
    private final TableView<PortContent.Row> rows = new TableView<>();

    ListsPreview(PortContent.Ranked lists, UiContext ui) {
        users.getItems().setAll(lists.first());
        users.setPrefWidth(SIDE);
        users.setMinWidth(SIDE);
        users.setFixedCellSize(ROW);
        users.getStyleClass().addAll("look-users", "mono");
        users.setAccessibleText(ui.text("look.lists.users"));
        users.setCellFactory(_ -> new UserCell());
        rows.getStyleClass().add("short-table");
        rows.setFixedCellSize(ROW);
        rows.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN);
        rows.getColumns().add(Column.amount("#", 36, r -> ui.numbers().count(rows.getItems().indexOf(r) + 1L), _ -> Optional.empty()));
        rows.getColumns().add(Column.text(ui.text("look.product"), 0, r -> r.item().title()));
        rows.getColumns().add(roomy(Column.id(ui.text("look.id"), 84, r -> r.item().id())));
        rows.getColumns().add(Column.number(ui.text("look.score"), 84, PortContent.Row::score, ui.numbers()));
        rows.getColumns().add(roomy(Column.text(ui.text("look.from"), 108, r -> ui.text(r.filled() ? "look.from.popular" : "look.from.model"))));
        users.getSelectionModel().selectedItemProperty().subscribe(u -> {
            if (u != null) rows.getItems().setAll(u.rows());
        });
        users.getSelectionModel().selectFirst();
        var note = new Label(ui.text("look.lists.note", ui.numbers().count(lists.users()), ui.numbers().count(lists.different()), ui.numbers().count(lists.items()),
                ui.numbers().percent(lists.filled())));
        note.setWrapText(true);
        note.getStyleClass().addAll("caption", "look-note");
        setTop(note);
        setLeft(users);
        setCenter(new VBox(rows));
        VBox.setVgrow(rows, javafx.scene.layout.Priority.ALWAYS);
    }

    private <T> TableColumn<T, T> roomy(TableColumn<T, T> column) {
        column.visibleProperty().bind(rows.widthProperty().greaterThan(ROOMY));
        return column;
    }

    /** Called with the customer and the row chosen, now and later. */
    void onChoose(java.util.function.BiConsumer<String, PortContent.Row> action) {
        Consumer<PortContent.Row> tell = row -> {
            UserRows user = users.getSelectionModel().getSelectedItem();
            if (row != null && user != null) action.accept(user.user(), row);
        };
        rows.getSelectionModel().selectedItemProperty().addListener((_, _, row) -> tell.accept(row));
        users.getSelectionModel().selectedItemProperty().addListener((_, _, _) -> rows.getSelectionModel().selectFirst());
        rows.getSelectionModel().selectFirst();
    }

    private static final class UserCell extends ListCell<UserRows> {
        @Override protected void updateItem(UserRows user, boolean empty) {
            super.updateItem(user, empty);
            setText(empty || user == null ? null : user.user());
        }
    }
}
