package shelfwise.ui.lists;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import shelfwise.app.ListService.SimilarItem;
import shelfwise.ui.UiContext;
import shelfwise.ui.choice.ModelBox;
import shelfwise.ui.choice.ModelEntry;
import shelfwise.ui.kit.Column;

/** The items most like one. */
final class SimilarTable extends VBox {
    private static final double ROOMY = 600;
    private final UiContext ui;
    private final HBox heading = new HBox();
    private final Label note = new Label();
    private final TableView<SimilarItem> table = new TableView<>();

    SimilarTable(UiContext ui, Consumer<SimilarItem> onChoose) {
        this.ui = ui;
        getStyleClass().add("group");
        heading.getStyleClass().add("line");
        note.getStyleClass().add("caption");
        table.setId("lists-similar");
        table.setAccessibleText(ui.text("lists.similar.name"));
        table.getStyleClass().add("short-table");
        table.setFixedCellSize(28);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN);
        table.getSelectionModel().selectedItemProperty().addListener((_, _, row) -> {
            if (row != null) onChoose.accept(row);
        });
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(heading, note, table);
    }

    void show(ModelEntry model, List<SimilarItem> rows) {
        var name = new Label(model.name());
        name.getStyleClass().add("section-title");
        heading.getChildren().setAll(ModelBox.dot(model.hue()), name);
        note.setText(ui.text("lists.similar.count", rows.size()));
        var placeholder = new Label(ui.text(model.model().operator().equals("model.popularity") ? "lists.similar.popularity" : "lists.similar.none"));
        placeholder.setWrapText(true);
        placeholder.getStyleClass().addAll("caption", "lists-placeholder");
        table.setPlaceholder(placeholder);
        table.getColumns().setAll(columns(rows));
        table.getItems().setAll(rows);
        table.scrollTo(0);
        table.getSelectionModel().selectFirst();
    }

    private List<TableColumn<SimilarItem, SimilarItem>> columns(List<SimilarItem> rows) {
        var columns = new ArrayList<TableColumn<SimilarItem, SimilarItem>>();
        columns.add(Column.amount("#", 36, r -> ui.numbers().count(r.rank()), _ -> Optional.empty()));
        columns.add(Column.text(ui.text("lists.column.product"), 0, r -> r.item().label()));
        columns.add(Column.id(ui.text("lists.column.id"), 72, r -> r.item().id()));
        if (rows.stream().anyMatch(r -> !r.item().category().isEmpty())) {
            TableColumn<SimilarItem, SimilarItem> category = Column.text(ui.text("lists.column.category"), 104, r -> r.item().category());
            category.visibleProperty().bind(table.widthProperty().greaterThan(ROOMY));
            columns.add(category);
        }
        if (rows.stream().anyMatch(r -> !Double.isNaN(r.item().price()))) {
            TableColumn<SimilarItem, SimilarItem> price = Column.price(ui.text("lists.column.price"), 64, rows, r -> r.item().price(), ui.numbers());
            price.visibleProperty().bind(table.widthProperty().greaterThan(ROOMY));
            columns.add(price);
        }
        columns.add(Column.number(ui.text("lists.column.similarity"), 84, SimilarItem::similarity, ui.numbers()));
        if (rows.stream().anyMatch(r -> r.support() >= 0)) columns.add(Column.amount(ui.text("lists.column.support"), 76, r -> ui.numbers().count(r.support()), _ -> Optional.empty()));
        columns.add(Column.share(ui.text("lists.column.popularity"), 100, r -> r.item().percentile(), ui.numbers()));
        return columns;
    }

    @Override public void requestFocus() {
        table.requestFocus();
    }
}
