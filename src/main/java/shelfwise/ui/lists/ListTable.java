package shelfwise.ui.lists;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import shelfwise.app.ListService.Row;
import shelfwise.model.Recommendations.Fallback;
import shelfwise.ui.UiContext;
import shelfwise.ui.choice.ModelBox;
import shelfwise.ui.choice.ModelEntry;
import shelfwise.ui.kit.Column;
import shelfwise.ui.kit.Numbers;
import shelfwise.ui.kit.Severity;

/** The list of one model for a customer. */
final class ListTable extends VBox {
    private static final double ROOMY = 600, WITH_IDS = 520, WITH_POPULARITY = 420;
    private final UiContext ui;
    private final WhyWords words;
    private final HBox heading = new HBox();
    private final Label note = new Label();
    private final VBox notice = new VBox();
    private final TableView<Row> table = new TableView<>();
    private boolean showing;

    ListTable(UiContext ui, String id, Consumer<Row> onChoose) {
        this.ui = ui;
        words = new WhyWords(ui);
        getStyleClass().add("group");
        heading.getStyleClass().add("line");
        note.getStyleClass().add("caption");
        table.setId(id);
        table.setAccessibleText(ui.text("lists.list.name"));
        table.getStyleClass().add("short-table");
        table.setFixedCellSize(28);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN);
        table.setRowFactory(_ -> new FallbackRow());
        table.getSelectionModel().selectedItemProperty().addListener((_, _, row) -> {
            if (row != null && !showing) onChoose.accept(row);
        });
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(heading, note, notice, table);
    }

    /** @param other the rows of the list beside it; empty if there is none */
    void show(ModelEntry model, List<Row> rows, List<Row> other) {
        var name = new Label(model.name());
        name.getStyleClass().add("section-title");
        heading.getChildren().setAll(ModelBox.dot(model.hue()), name);
        long common = rows.stream().filter(r -> other.stream().anyMatch(o -> o.item().id().equals(r.item().id()))).count();
        note.setText(other.isEmpty() ? ui.text("lists.list.count", rows.size()) : ui.text("lists.list.common", common, rows.size()));
        notice.getChildren().clear();
        rows.stream().map(Row::fallback).filter(f -> f != Fallback.NONE).findFirst().ifPresent(f -> notice.getChildren().add(notice(f, rows)));
        notice.setManaged(!notice.getChildren().isEmpty());
        table.getColumns().setAll(other.isEmpty() ? wide(rows) : narrow(other));
        showing = true; // the first row is chosen by the place, not by a person
        table.getItems().setAll(rows);
        table.getSelectionModel().clearSelection();
        showing = false;
        table.scrollTo(0);
        table.setPlaceholder(new Label(ui.text("lists.list.none")));
    }

    private Node notice(Fallback why, List<Row> rows) {
        var text = new Label(ui.text("lists.notice." + WhyWords.word(why), rows.stream().filter(r -> r.fallback() != Fallback.NONE).count()));
        text.setWrapText(true);
        var badge = Severity.INFO.badge(ui.text("term.fallback"));
        badge.setMinWidth(USE_PREF_SIZE);
        var box = new HBox(badge, text);
        box.getStyleClass().addAll("line", "lists-notice");
        HBox.setHgrow(text, Priority.ALWAYS);
        return box;
    }

    private List<TableColumn<Row, Row>> wide(List<Row> rows) {
        var columns = new ArrayList<TableColumn<Row, Row>>();
        columns.add(rank());
        columns.add(product());
        TableColumn<Row, Row> id = Column.id(ui.text("lists.column.id"), 72, r -> r.item().id());
        id.visibleProperty().bind(table.widthProperty().greaterThan(WITH_IDS)); // it stands beside the reasons as well
        columns.add(id);
        if (rows.stream().anyMatch(r -> !r.item().category().isEmpty())) {
            TableColumn<Row, Row> category = Column.text(ui.text("lists.column.category"), 104, r -> r.item().category());
            category.visibleProperty().bind(table.widthProperty().greaterThan(ROOMY));
            columns.add(category);
        }
        if (rows.stream().anyMatch(r -> !Double.isNaN(r.item().price()))) columns.add(Column.price(ui.text("lists.column.price"), 64, rows, r -> r.item().price(), ui.numbers()));
        columns.add(score());
        TableColumn<Row, Row> popularity = Column.share(ui.text("lists.column.popularity"), 100, r -> r.item().percentile(), ui.numbers());
        popularity.visibleProperty().bind(table.widthProperty().greaterThan(WITH_POPULARITY));
        columns.add(popularity);
        return columns;
    }

    private List<TableColumn<Row, Row>> narrow(List<Row> other) {
        Map<String, Integer> ranks = new HashMap<>();
        other.forEach(r -> ranks.put(r.item().id(), r.rank()));
        TableColumn<Row, Row> score = score();
        score.visibleProperty().bind(table.widthProperty().greaterThan(ROOMY / 2));
        return List.of(rank(), product(), Column.drawn(ui.text("lists.column.move"), 56, r -> move(r, ranks.getOrDefault(r.item().id(), 0))), score);
    }

    /** Where the row stands in the other list. */
    private Node move(Row row, int there) {
        int up = there - row.rank();
        var label = new Label(there == 0 ? ui.text("lists.move.new") : up == 0 ? "=" : (up > 0 ? "↑ " : "↓ ") + Math.abs(up));
        label.getStyleClass().add(there == 0 ? "lists-new" : "muted");
        label.setTooltip(new Tooltip(there == 0 ? ui.text("lists.move.new.help") : ui.text("lists.move.help", there)));
        return label;
    }

    private TableColumn<Row, Row> rank() {
        return Column.amount("#", 36, r -> ui.numbers().count(r.rank()), _ -> Optional.empty());
    }

    private TableColumn<Row, Row> product() {
        return Column.text(ui.text("lists.column.product"), 0, r -> r.item().label());
    }

    private TableColumn<Row, Row> score() {
        return Column.amount(ui.text("lists.column.score"), 104, r -> r.fallback() == Fallback.NONE ? ui.numbers().number(r.score()) : Numbers.MISSING,
                r -> Optional.of(r.fallback() == Fallback.NONE ? ui.numbers().exact(r.score()) : words.fallback(r.fallback())));
    }

    void choose(int row) {
        table.getSelectionModel().select(row);
    }

    void clearChoice() {
        table.getSelectionModel().clearSelection();
    }

    @Override public void requestFocus() {
        table.requestFocus();
    }

    /** A row that popularity put there is weaker than those of the model. */
    private static final class FallbackRow extends TableRow<Row> {
        private static final PseudoClass FALLBACK = PseudoClass.getPseudoClass("fallback");

        @Override protected void updateItem(@Nullable Row row, boolean empty) {
            super.updateItem(row, empty);
            pseudoClassStateChanged(FALLBACK, row != null && row.fallback() != Fallback.NONE);
        }
    }
}
