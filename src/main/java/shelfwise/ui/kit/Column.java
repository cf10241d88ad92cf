package shelfwise.ui.kit;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** Makes columns for short tables of records, all in the manner of {@link DataTable}: numbers right, a missing value a grey dash, the whole under the pointer. */
public final class Column {
    private static final PseudoClass MISSING = PseudoClass.getPseudoClass("missing");

    private Column() { }

    /** Words; takes the room that is left if {@code width} is 0. */
    public static <S> TableColumn<S, S> text(String title, double width, Function<S, String> words) {
        return of(title, width, "text", words, words.andThen(w -> w.length() > 12 ? Optional.of(w) : Optional.empty()));
    }

    /** Words that take the room that is left, with others under the pointer. */
    public static <S> TableColumn<S, S> text(String title, double width, Function<S, String> words, Function<S, String> whole) {
        return of(title, width, "text", words, whole.andThen(Optional::of));
    }

    /** An id, in the face with letters of one width. */
    public static <S> TableColumn<S, S> id(String title, double width, Function<S, String> words) {
        TableColumn<S, S> column = text(title, width, words);
        column.getStyleClass().add("mono-cells");
        return column;
    }

    /** A number with at most four figures; all of them under the pointer. */
    public static <S> TableColumn<S, S> number(String title, double width, ToDoubleFunction<S> value, Numbers numbers) {
        return of(title, width, "numeric", s -> numbers.number(value.applyAsDouble(s)), s -> Optional.of(numbers.exact(value.applyAsDouble(s))));
    }

    /** Amounts of money, all with two digits after the point unless all are whole. */
    public static <S> TableColumn<S, S> price(String title, double width, List<S> rows, ToDoubleFunction<S> value, Numbers numbers) {
        boolean whole = rows.stream().mapToDouble(value).allMatch(v -> Double.isNaN(v) || v == Math.rint(v));
        return of(title, width, "numeric", s -> numbers.fixed(value.applyAsDouble(s), whole ? 0 : 2), s -> Optional.of(numbers.exact(value.applyAsDouble(s))));
    }

    /** Words that are compared as amounts, with others under the pointer. */
    public static <S> TableColumn<S, S> amount(String title, double width, Function<S, String> words, Function<S, Optional<String>> whole) {
        return of(title, width, "numeric", words, whole);
    }

    /** A share of 1 as a small bar. */
    public static <S> TableColumn<S, S> share(String title, double width, ToDoubleFunction<S> value, Numbers numbers) {
        return drawn(title, width, s -> new ShareBar().show(value.applyAsDouble(s), numbers));
    }

    /** Anything that is drawn. */
    public static <S> TableColumn<S, S> drawn(String title, double width, Function<S, Node> picture) {
        TableColumn<S, S> column = column(title, width, "text");
        column.setCellFactory(_ -> new TableCell<>() {
            {
                getStyleClass().add("data-cell");
            }

            @Override protected void updateItem(@Nullable S item, boolean empty) {
                super.updateItem(item, empty);
                setGraphic(empty || item == null ? null : picture.apply(item));
            }
        });
        return column;
    }

    private static <S> TableColumn<S, S> of(String title, double width, String side, Function<S, String> words, Function<S, Optional<String>> whole) {
        TableColumn<S, S> column = column(title, width, side);
        column.setCellFactory(_ -> new TableCell<>() {
            {
                getStyleClass().add("data-cell");
            }

            @Override protected void updateItem(@Nullable S item, boolean empty) {
                super.updateItem(item, empty);
                String text = empty || item == null ? "" : words.apply(item);
                boolean missing = item != null && (text.isEmpty() || text.equals(Numbers.MISSING));
                pseudoClassStateChanged(MISSING, missing);
                setText(missing ? Numbers.MISSING : text);
                setTooltip(missing || empty || item == null ? null : whole.apply(item).map(Tooltip::new).orElse(null));
            }
        });
        return column;
    }

    private static <S> TableColumn<S, S> column(String title, double width, String side) {
        var column = new TableColumn<S, S>();
        var name = new Label(title);
        name.setTooltip(new Tooltip(title));
        column.setGraphic(name);
        column.setSortable(false);
        column.setReorderable(false);
        column.getStyleClass().add(side);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        if (width > 0) {
            column.setMinWidth(width);
            column.setPrefWidth(width);
            column.setMaxWidth(width);
        } else {
            column.setMinWidth(80);
            column.setPrefWidth(240);
        }
        return column;
    }
}
