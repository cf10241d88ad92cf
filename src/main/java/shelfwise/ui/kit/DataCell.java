package shelfwise.ui.kit;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import shelfwise.base.Messages;
import shelfwise.data.Cells;
import shelfwise.data.ColumnType;
import shelfwise.data.DoubleCells;
import shelfwise.data.Field;
import shelfwise.data.LongCells;
import shelfwise.data.Role;
import shelfwise.data.TextCells;

/** One value of a {@link DataTable}; a grey block while its page is on the way. */
final class DataCell extends TableCell<Integer, Integer> {
    private static final PseudoClass MISSING = PseudoClass.getPseudoClass("missing"), COMING = PseudoClass.getPseudoClass("coming");
    private static final int LONG_TEXT = 24;
    private final Field field;
    private final int column;
    private final Pages pages;
    private final Numbers numbers;
    private final Messages messages;

    DataCell(Field field, int column, Pages pages, Numbers numbers, Messages messages) {
        this.field = field;
        this.column = column;
        this.pages = pages;
        this.numbers = numbers;
        this.messages = messages;
        getStyleClass().add("data-cell");
    }

    @Override protected void updateItem(Integer row, boolean empty) {
        super.updateItem(row, empty);
        Optional<Pages.Spot> spot = empty || row == null ? Optional.empty() : pages.at(row);
        pseudoClassStateChanged(COMING, !empty && spot.isEmpty());
        boolean missing = spot.isPresent() && cells(spot.get()).missing(spot.get().row());
        pseudoClassStateChanged(MISSING, missing);
        setText(spot.map(s -> missing ? Numbers.MISSING : words(cells(s), s.row())).orElse(""));
        setTooltip(missing ? null : spot.map(s -> whole(cells(s), s.row())).map(Tooltip::new).orElse(null));
    }

    private Cells cells(Pages.Spot spot) {
        return spot.chunk().columns().get(column);
    }

    private String words(Cells cells, int row) {
        return switch (cells) {
            case TextCells c -> c.text(row, field.type());
            case DoubleCells c -> numbers.number(c.values()[row]);
            case LongCells c -> switch (field.type()) {
                case TIME -> numbers.time(c.values()[row]);
                case BOOLEAN -> messages.text(c.values()[row] == 0 ? "ui.no" : "ui.yes");
                case INTEGER, DECIMAL, TEXT -> names() ? Long.toString(c.values()[row]) : numbers.count(c.values()[row]);
            };
        };
    }

    /** What the pointer tells where the cell may not show all; null where it does. */
    private @org.jspecify.annotations.Nullable String whole(Cells cells, int row) {
        return switch (cells) {
            case TextCells c -> c.text(row, field.type()).length() > LONG_TEXT ? c.text(row, field.type()) : null;
            case DoubleCells c -> numbers.exact(c.values()[row]);
            case LongCells c -> field.type() == ColumnType.TIME ? c.text(row, ColumnType.TIME) : null;
        };
    }

    /** A whole number that names something has no separators. */
    private boolean names() {
        return field.role() == Role.USER || field.role() == Role.ITEM || field.role() == Role.ORDER || field.role() == Role.SESSION;
    }
}
