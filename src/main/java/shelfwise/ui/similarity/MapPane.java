package shelfwise.ui.similarity;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import shelfwise.app.ItemCard;
import shelfwise.inspect.SimilarityMatrix;
import shelfwise.ui.UiContext;
import shelfwise.ui.kit.HeatMap;
import shelfwise.ui.kit.HeatScale;

/** The matrix as a picture; below it what the pointer rests on, or how many rows there are. */
final class MapPane extends VBox {
    private final UiContext ui;
    private final SimilarityViewModel model;
    private final HeatMap map;
    private final Label under = new Label();
    private Matrix.@Nullable Found found;

    MapPane(UiContext ui, SimilarityViewModel model) {
        this.ui = ui;
        this.model = model;
        getStyleClass().addAll("group", "similarity-map");
        map = new HeatMap(ui.palette(), ui.numbers());
        map.name(ui.text("similarity.map.name"));
        map.setId("similarity-map");
        map.tellBy(this::words);
        map.hovered().subscribe(cell -> under.setText(cell.map(c -> words(c).replace("\n", "  ·  ")).orElse(size())));
        map.chosen().subscribe(cell -> cell.ifPresentOrElse(c -> model.look(c.row(), c.column()), model::lookAway));
        under.getStyleClass().add("caption");
        VBox.setVgrow(map, Priority.ALWAYS);
        getChildren().addAll(map, under);
    }

    HeatMap map() {
        return map;
    }

    void show(Matrix.Found now) {
        Optional<ItemCard> row = chosen(true), column = chosen(false);
        found = now;
        SimilarityMatrix matrix = now.view().matrix();
        List<String> names = now.view().items().stream().map(ItemCard::label).toList();
        String title = ui.text("similarity.legend", ui.text("measure." + matrix.measure().name().toLowerCase(Locale.ROOT)));
        map.markBy(r -> r < now.view().inList().size() && now.view().inList().get(r) ? PairPane.LIST : PairPane.HISTORY);
        map.choose(Optional.empty());
        map.show(new Cells(matrix), names, names, HeatScale.sequential(0, now.most() > 0 ? now.most() : 1, title));
        under.setText(size());
        String wanted = model.takeWantedItem();
        if (!wanted.isEmpty()) index(wanted).ifPresent(i -> map.choose(Optional.of(new HeatMap.Cell(i, i))));
        else row.flatMap(r -> index(r.id())).ifPresent(r -> column.flatMap(c -> index(c.id())).ifPresent(c -> map.choose(Optional.of(new HeatMap.Cell(r, c)))));
    }

    /** The item of the chosen cell's row or column, so that the same pair stays chosen when it has moved. */
    private Optional<ItemCard> chosen(boolean row) {
        Matrix.Found before = found;
        return before == null ? Optional.empty() : map.chosen().get().map(c -> before.view().items().get(row ? c.row() : c.column()));
    }

    private Optional<Integer> index(String id) {
        if (found == null) return Optional.empty();
        List<ItemCard> items = found.view().items();
        for (int i = 0; i < items.size(); i++) if (items.get(i).id().equals(id)) return Optional.of(i);
        return Optional.empty();
    }

    private String size() {
        return found == null ? "" : ui.text("similarity.size", found.view().items().size(), ui.numbers().number(found.most()));
    }

    private String words(HeatMap.Cell cell) {
        if (found == null) return "";
        var view = found.view();
        String one = view.items().get(cell.row()).label(), other = view.items().get(cell.column()).label();
        int support = view.matrix().support(cell.row(), cell.column());
        if (cell.row() == cell.column()) return ui.text("similarity.under.same", one, support);
        return ui.text("similarity.under", one, other, ui.numbers().number(view.matrix().value(cell.row(), cell.column())), support);
    }

    private record Cells(SimilarityMatrix matrix) implements HeatMap.Matrix {
        @Override public int rows() {
            return matrix.size();
        }

        @Override public int columns() {
            return matrix.size();
        }

        @Override public float at(int row, int column) {
            return matrix.value(row, column);
        }
    }
}
