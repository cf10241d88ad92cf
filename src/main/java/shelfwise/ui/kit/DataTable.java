package shelfwise.ui.kit;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableObjectValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import shelfwise.base.Messages;
import shelfwise.data.ColumnType;
import shelfwise.data.Field;
import shelfwise.data.Role;
import shelfwise.data.Table;

/**
 * A table of any length: rows are fetched in pages as they come into sight, the scroll bar is true. Numbers stand right, a missing value
 * is a grey dash. The count stands below.
 */
public final class DataTable extends BorderPane {
    /** Fetches rows {@code from} to {@code to} of {@code table} away from the UI thread and gives them back on it. */
    public interface Fetcher {
        void fetch(Table table, long from, long to, Consumer<Table> done);
    }

    /** What a column's header shows besides name, type and role. @param bins counts of its distribution; @param missingShare 0 to 1 */
    public record Note(double[] bins, double missingShare) { }

    /**
     * How a column's header looks besides its name.
     *
     * @param kind    whether type or role stands below the name
     * @param control what can be set there
     * @param width   of the column in pixels; 0 for what its values usually need
     */
    public record Header(boolean kind, Optional<Note> note, Optional<Node> control, double width) {
        static final Header USUAL = new Header(true, Optional.empty(), Optional.empty(), 0);

        public static Header of(Optional<Note> note) {
            return new Header(true, note, Optional.empty(), 0);
        }

        public static Header plain(double width) {
            return new Header(false, Optional.empty(), Optional.empty(), width);
        }
    }

    private static final double WIDE = 260, NARROW = 100, TIME = 164, LETTER = 8, HEADER = 48;
    private final TableView<Integer> view = new TableView<>();
    private final Label count = new Label();
    private final ReadOnlyLongWrapper chosenRow = new ReadOnlyLongWrapper(-1);
    private final ObservableObjectValue<Palette> palette;
    private final Numbers numbers;
    private final Messages messages;
    private final Fetcher fetcher;

    public DataTable(ObservableObjectValue<Palette> palette, Numbers numbers, Messages messages, Fetcher fetcher) {
        this.palette = palette;
        this.numbers = numbers;
        this.messages = messages;
        this.fetcher = fetcher;
        getStyleClass().add("data-table");
        count.getStyleClass().addAll("caption", "data-table-count");
        view.setAccessibleText(messages.text("ui.table"));
        view.setFixedCellSize(28);
        view.getSelectionModel().selectedItemProperty().subscribe(row -> chosenRow.set(row == null ? -1 : row));
        setCenter(view);
        setBottom(count);
    }

    /** Shows {@code table} from its first row. */
    public void show(Table table) {
        show(table, _ -> Header.USUAL);
    }

    /** @param headers by the column's index */
    public void show(Table table, IntFunction<Header> headers) {
        int rows = (int) Math.min(Integer.MAX_VALUE, table.rows());
        var pages = new Pages(table, fetcher, view::refresh);
        view.getColumns().clear();
        for (int c = 0; c < table.schema().size(); c++) view.getColumns().add(column(table.schema().field(c), c, pages, headers.apply(c)));
        view.setItems(new RowNumbers(rows));
        view.scrollTo(0);
        count.setText(messages.text("ui.table.count", numbers.count(table.rows()), table.schema().size(), table.rows()));
    }

    /** Adds a sentence to the count below the table; it stays until a table is shown. */
    public void addNote(String note) {
        if (!note.isEmpty()) count.setText(count.getText() + "  ·  " + note);
    }

    /** Index of the row chosen; -1 if none. */
    public ReadOnlyLongProperty chosenRow() {
        return chosenRow.getReadOnlyProperty();
    }

    /** Brings a column into sight. */
    public void scrollToColumn(int column) {
        view.scrollToColumnIndex(column);
    }

    private TableColumn<Integer, Integer> column(Field field, int index, Pages pages, Header header) {
        var column = new TableColumn<Integer, Integer>();
        column.setGraphic(header(field, header));
        column.setSortable(false);
        column.setReorderable(false);
        boolean number = right(field);
        column.setPrefWidth(header.width() > 0 ? header.width() : width(field));
        column.getStyleClass().add(number ? "numeric" : "text");
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(_ -> new DataCell(field, index, pages, numbers, messages));
        return column;
    }

    private static double width(Field field) {
        double values = field.role() == Role.TITLE || field.role() == Role.DESCRIPTION ? WIDE : field.type() == ColumnType.TIME ? TIME : NARROW;
        return Math.clamp(field.name().length() * LETTER + HEADER, values, WIDE);
    }

    /** Whether values of this column are compared as amounts: not those that name something. */
    static boolean right(Field field) {
        return switch (field.type()) {
            case INTEGER, DECIMAL -> true;
            case TEXT, TIME, BOOLEAN -> false;
        };
    }

    private Region header(Field field, Header header) {
        var name = new Label(field.name(), header.kind() ? icon(field).icon() : null);
        name.getStyleClass().add("column-name");
        var box = new VBox(name);
        box.getStyleClass().add("column-header-box");
        if (header.kind()) {
            String role = field.role() == Role.NONE ? "" : messages.text(field.role().nameKey());
            var kind = new Label(role.isEmpty() ? typeWord(field) : role);
            kind.getStyleClass().add("column-kind");
            box.getChildren().add(kind);
        }
        header.control().ifPresent(box.getChildren()::add);
        header.note().ifPresent(n -> {
            var picture = new Sparkline(palette);
            picture.setPrefHeight(20);
            picture.showBars(n.bins());
            box.getChildren().addAll(picture, missingBar(n.missingShare()));
        });
        return box;
    }

    private String typeWord(Field field) {
        return messages.text(field.type().nameKey());
    }

    /** A thin bar as long as the share of values that are missing. */
    private static Region missingBar(double share) {
        var filled = new Region();
        filled.getStyleClass().add("missing-bar-filled");
        var bar = new StackPane(filled);
        bar.getStyleClass().add("missing-bar");
        filled.maxWidthProperty().bind(bar.widthProperty().multiply(share));
        StackPane.setAlignment(filled, javafx.geometry.Pos.CENTER_LEFT);
        return bar;
    }

    static Icons icon(Field field) {
        return switch (field.role()) {
            case USER -> Icons.USER;
            case ITEM -> Icons.ITEM;
            case TIMESTAMP -> Icons.TIME;
            case PRICE -> Icons.PRICE;
            case CATEGORY -> Icons.CATEGORY;
            default -> switch (field.type()) {
                case TEXT -> Icons.TEXT;
                case INTEGER, DECIMAL, BOOLEAN -> Icons.NUMBER;
                case TIME -> Icons.TIME;
            };
        };
    }
}
