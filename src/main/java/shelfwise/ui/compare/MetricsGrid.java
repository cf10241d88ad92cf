package shelfwise.ui.compare;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import shelfwise.data.Metrics;
import shelfwise.evaluate.Better;
import shelfwise.evaluate.Yardstick;
import shelfwise.ui.UiContext;
import shelfwise.ui.choice.ModelBox;
import shelfwise.ui.kit.Term;

/** All metrics of one segment at one cut-off: a row for each model; below each value its interval, the best in bold. */
final class MetricsGrid extends GridPane {
    private static final int DIGITS = 4;

    MetricsGrid(CompareViewModel.Found found, String segment, int cut, UiContext ui, Consumer<String> choose) {
        List<Metrics.Row> rows = found.metrics().rows().stream().filter(r -> r.segment().equals(segment) && r.at(cut)).toList();
        getStyleClass().add("metrics-grid");
        List<String> ids = rows.stream().map(Metrics.Row::metric).distinct().toList();
        column(HPos.LEFT);
        for (int c = 0; c < ids.size(); c++) {
            column(HPos.RIGHT);
            add(new Term(ids.get(c), ui.messages()), c + 1, 0);
        }
        List<String> models = rows.stream().map(Metrics.Row::model).distinct().toList();
        for (int m = 0; m < models.size(); m++) {
            add(name(models.get(m), found.hue(models.get(m)), ui, choose), 0, m + 1);
            for (int c = 0; c < ids.size(); c++) {
                for (Metrics.Row row : rows) if (row.model().equals(models.get(m)) && row.metric().equals(ids.get(c))) add(value(row, best(rows, row), ui), c + 1, m + 1);
            }
        }
    }

    private void column(HPos side) {
        var column = new ColumnConstraints();
        column.setHalignment(side);
        column.setHgrow(Priority.SOMETIMES);
        getColumnConstraints().add(column);
    }

    private static Hyperlink name(String model, int hue, UiContext ui, Consumer<String> choose) {
        var name = new Hyperlink(Yardstick.name(model, ui.messages()), ModelBox.dot(hue));
        name.setMinWidth(USE_PREF_SIZE);
        name.setDisable(Yardstick.of(model).isPresent()); // it was not kept, so there are no lists of it to look at
        name.setOnAction(_ -> choose.accept(model));
        return name;
    }

    private static boolean best(List<Metrics.Row> rows, Metrics.Row row) {
        Better better = Better.of(row.metric());
        return better != Better.NEITHER && rows.stream().filter(r -> r.metric().equals(row.metric())).noneMatch(r -> better.beats(r.value(), row.value()));
    }

    private static VBox value(Metrics.Row row, boolean best, UiContext ui) {
        var number = new Label(ui.numbers().fixed(row.value(), DIGITS));
        if (best) number.getStyleClass().add("metrics-best");
        number.setTooltip(new Tooltip(ui.numbers().exact(row.value())));
        var cell = new VBox(number);
        cell.setAlignment(Pos.CENTER_RIGHT);
        if (!Double.isNaN(row.low())) {
            var interval = new Label(ui.numbers().fixed(row.low(), DIGITS) + " – " + ui.numbers().fixed(row.high(), DIGITS));
            interval.getStyleClass().add("caption");
            interval.setMinWidth(USE_PREF_SIZE);
            cell.getChildren().add(interval);
        }
        return cell;
    }
}
