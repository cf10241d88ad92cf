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
import shelfwise.ui.UiContext;
import shelfwise.ui.choice.ModelBox;
import shelfwise.ui.kit.Term;

/** All metrics at one cut-off: a row for each model; below each value its interval, the best in bold. */
final class MetricsGrid extends GridPane {
    private static final int DIGITS = 4;

    MetricsGrid(CompareViewModel.Found found, int cut, UiContext ui, Consumer<String> choose) {
        Metrics metrics = found.metrics();
        getStyleClass().add("metrics-grid");
        List<String> ids = metrics.rows().stream().filter(r -> r.k() == cut).map(Metrics.Row::metric).distinct().toList();
        column(HPos.LEFT);
        for (int c = 0; c < ids.size(); c++) {
            column(HPos.RIGHT);
            add(new Term(ids.get(c), ui.messages()), c + 1, 0);
        }
        List<String> models = metrics.models();
        for (int m = 0; m < models.size(); m++) {
            add(name(models.get(m), found.hue(models.get(m)), ui, choose), 0, m + 1);
            for (int c = 0; c < ids.size(); c++) {
                Metrics.Row row = metrics.find(models.get(m), ids.get(c), cut);
                if (row != null) add(value(row, best(metrics, row), ui), c + 1, m + 1);
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
        var name = new Hyperlink(model, ModelBox.dot(hue));
        name.setMinWidth(USE_PREF_SIZE);
        name.setOnAction(_ -> choose.accept(model));
        return name;
    }

    /** Whether more of the metric is better is known only of those that measure hits. */
    private static boolean best(Metrics metrics, Metrics.Row row) {
        boolean better = List.of("hit-rate", "recall", "precision", "ndcg", "map", "mrr").contains(row.metric());
        return better && metrics.rows().stream().filter(r -> r.metric().equals(row.metric()) && r.k() == row.k()).allMatch(r -> !(r.value() > row.value()));
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
