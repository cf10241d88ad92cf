package shelfwise.ui.lists;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import shelfwise.app.ListService.PastEvent;
import shelfwise.app.ListService.UserList;
import shelfwise.ui.UiContext;
import shelfwise.ui.kit.Column;

/** What a customer did, the latest first; what speaks for the chosen row is marked. */
final class HistoryPane extends VBox {
    private static final PseudoClass SPEAKS = PseudoClass.getPseudoClass("speaks"), POINTED = PseudoClass.getPseudoClass("pointed");
    private static final double ROOMY = 380;
    private final UiContext ui;
    private final Label heading = new Label(), count = new Label();
    private final TableView<PastEvent> table = new TableView<>();
    private final InterestsPane interests;
    private Set<String> speaking = Set.of(), behind = Set.of();
    private String pointed = "";

    HistoryPane(UiContext ui) {
        this.ui = ui;
        getStyleClass().addAll("group", "lists-history");
        heading.getStyleClass().add("section-title");
        count.getStyleClass().add("caption");
        table.setId("lists-history");
        table.setAccessibleText(ui.text("lists.history.name"));
        table.getStyleClass().add("short-table");
        table.setFixedCellSize(28);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN);
        table.setRowFactory(_ -> new Row());
        VBox.setVgrow(table, Priority.ALWAYS);
        interests = new InterestsPane(ui, this::show);
        getChildren().addAll(heading, count, interests, table);
    }

    void show(UserList list) {
        List<PastEvent> events = list.history();
        heading.setText(ui.text("lists.history", list.user()));
        count.setText(list.known() ? ui.text("lists.history.count", events.size(), events.stream().map(e -> e.item().id()).distinct().count()) : ui.text("lists.history.empty"));
        var placeholder = new Label(ui.text(list.known() ? "lists.history.none" : "lists.history.unknown"));
        placeholder.setWrapText(true);
        placeholder.getStyleClass().addAll("caption", "lists-placeholder");
        table.setPlaceholder(placeholder);
        columns(!events.isEmpty() && events.getFirst().timed(), events.stream().anyMatch(e -> e.weight() != 1));
        speaking = behind = Set.of();
        pointed = "";
        interests.show(list.interests());
        table.getItems().setAll(events);
        table.scrollTo(0);
    }

    private void columns(boolean timed, boolean weighted) {
        table.getColumns().clear();
        table.getColumns().add(Column.text(ui.text("lists.column.product"), 0, e -> e.item().label(), e -> e.item().id() + "\n" + e.item().label()));
        TableColumn<PastEvent, PastEvent> id = Column.id(ui.text("lists.column.id"), 72, e -> e.item().id());
        id.visibleProperty().bind(table.widthProperty().greaterThan(ROOMY));
        table.getColumns().add(id);
        if (timed) table.getColumns().add(Column.amount(ui.text("lists.column.when"), chinese() ? 124 : 104, e -> ui.numbers().day(e.time()), e -> Optional.of(ui.numbers().time(e.time()))));
        if (weighted) table.getColumns().add(Column.number(ui.text("lists.column.weight"), 64, PastEvent::weight, ui.numbers()));
    }

    /** Dates are wider in Chinese. */
    private boolean chinese() {
        return ui.messages().locale().getLanguage().equals("zh");
    }

    /** Marks the items behind an interest instead, as long as there are any. */
    private void show(Set<String> items) {
        behind = items;
        table.refresh();
    }

    private boolean marked(String item) {
        return (behind.isEmpty() ? speaking : behind).contains(item);
    }

    /** Marks the items that speak for a row. */
    void mark(Set<String> items) {
        speaking = Set.copyOf(items);
        pointed = "";
        table.refresh();
    }

    /** Brings an item into sight and marks it more than the others; a blank id takes that mark away. */
    void point(String item) {
        pointed = item;
        for (int i = 0; i < table.getItems().size(); i++) {
            if (table.getItems().get(i).item().id().equals(item)) {
                table.scrollTo(Math.max(0, i - 2));
                break;
            }
        }
        table.refresh();
    }

    String pointed() {
        return pointed;
    }

    private final class Row extends TableRow<PastEvent> {
        @Override protected void updateItem(@Nullable PastEvent event, boolean empty) {
            super.updateItem(event, empty);
            pseudoClassStateChanged(SPEAKS, event != null && marked(event.item().id()));
            pseudoClassStateChanged(POINTED, event != null && event.item().id().equals(pointed));
        }
    }
}
