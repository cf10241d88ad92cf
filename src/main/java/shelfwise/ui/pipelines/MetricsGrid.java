package shelfwise.ui.pipelines;

import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import shelfwise.data.Metrics;
import shelfwise.evaluate.Yardstick;
import shelfwise.ui.UiContext;
import shelfwise.ui.kit.Term;

/** Models and their main metrics at one cut-off, the best of each column in bold; all of it is for the place Compare. */
final class MetricsGrid {
    private static final List<String> SHOWN = List.of("ndcg", "hit-rate", "coverage", "novelty", "recall", "rmse", "mae");
    private static final List<String> MORE_IS_BETTER = List.of("ndcg", "hit-rate", "recall", "coverage");
    private static final int WANTED_K = 10, DIGITS = 4, BAR = 12;

    private MetricsGrid() { }

    /** @param most how many metrics there is room for */
    static Node of(List<Metrics.Row> rows, int most, UiContext ui) {
        int k = rows.stream().filter(r -> r.k() != Metrics.NO_CUT).mapToInt(Metrics.Row::k).distinct().boxed().min((a, b) -> Integer.compare(Math.abs(a - WANTED_K), Math.abs(b - WANTED_K))).orElse(WANTED_K);
        List<Metrics.Row> at = Metrics.overall(rows).stream().filter(r -> r.at(k)).toList();
        List<String> metrics = SHOWN.stream().filter(m -> at.stream().anyMatch(r -> r.metric().equals(m))).limit(most).toList();
        var grid = new GridPane();
        grid.getStyleClass().add("metrics-grid");
        var corner = new Label(ui.text("pipelines.metrics.model", k));
        corner.getStyleClass().add("caption");
        corner.setMinWidth(Region.USE_PREF_SIZE);
        grid.add(corner, 0, 0);
        for (int c = 0; c < metrics.size(); c++) put(grid, new Term(metrics.get(c), ui.messages()), c + 1, 0);
        List<String> models = at.stream().map(Metrics.Row::model).distinct().toList();
        for (int r = 0; r < models.size(); r++) {
            grid.add(new Label(Yardstick.name(models.get(r), ui.messages())), 0, r + 1);
            for (int c = 0; c < metrics.size(); c++) put(grid, value(at, models.get(r), metrics.get(c), ui), c + 1, r + 1);
        }
        var scroll = new ScrollPane(grid) {
            @Override protected double computePrefHeight(double width) {
                return super.computePrefHeight(width) + BAR; // else the bar below lies over the last model
            }
        };
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("metrics-scroll");
        return scroll;
    }

    private static void put(GridPane grid, Label cell, int column, int row) {
        GridPane.setHalignment(cell, HPos.RIGHT);
        cell.setMinWidth(Region.USE_PREF_SIZE);
        cell.getStyleClass().add(row == 0 ? "caption" : "numbers");
        grid.add(cell, column, row);
    }

    private static Label value(List<Metrics.Row> rows, String model, String metric, UiContext ui) {
        var cell = new Label();
        rows.stream().filter(r -> r.model().equals(model) && r.metric().equals(metric)).findFirst().ifPresent(r -> {
            cell.setText(ui.numbers().fixed(r.value(), DIGITS));
            if (!Double.isNaN(r.low())) cell.setTooltip(new Tooltip(ui.text("pipelines.metrics.interval", ui.numbers().exact(r.value()), ui.numbers().fixed(r.low(), DIGITS),
                    ui.numbers().fixed(r.high(), DIGITS), ui.numbers().count(r.users()))));
            double best = rows.stream().filter(o -> o.metric().equals(metric)).mapToDouble(Metrics.Row::value).filter(v -> !Double.isNaN(v)).max().orElse(Double.NaN);
            if (MORE_IS_BETTER.contains(metric) && r.value() == best) cell.getStyleClass().add("best");
        });
        return cell;
    }
}
