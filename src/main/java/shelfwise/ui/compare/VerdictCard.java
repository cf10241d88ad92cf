package shelfwise.ui.compare;

import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import shelfwise.data.Metrics;
import shelfwise.data.Metrics.Chance;
import shelfwise.data.Metrics.Comparison;
import shelfwise.evaluate.Verdict;
import shelfwise.evaluate.Yardstick;
import shelfwise.ui.UiContext;
import shelfwise.ui.kit.IntervalChart;
import shelfwise.ui.kit.Severity;

/** Which differences between the models are sure: in words, then as a chart against the best model, then all tests for whoever asks. */
final class VerdictCard extends VBox {
    private static final int DIGITS = 4, EFFECT_DIGITS = 2;
    private static final double SMALLEST = 0.0001;
    private final UiContext ui;
    private final IntervalChart chart;
    private boolean open;

    VerdictCard(UiContext ui) {
        this.ui = ui;
        chart = new IntervalChart(ui.palette(), ui.numbers());
        setId("compare-verdict");
        getStyleClass().addAll("card", "compare-verdict");
    }

    void show(CompareViewModel model, CompareViewModel.Found found) {
        var title = new Label(ui.text("compare.verdict"));
        title.getStyleClass().add("section-title");
        getChildren().setAll(title);
        List<Comparison> tests = model.tests();
        if (tests.isEmpty()) {
            getChildren().add(words(ui.text(found.metrics().models().size() < 2 ? "compare.verdict.one-model" : "compare.verdict.none")));
            return;
        }
        String metric = label(tests.getFirst());
        model.verdict().ifPresentOrElse(v -> judge(v, model.tested(), metric), () -> neither(tests, metric));
        List<Comparison> shown = model.verdict().map(v -> Stream.concat(v.surely().stream(), v.maybe().stream()).toList()).orElse(List.of());
        if (!shown.isEmpty()) chart(shown, metric, found);
        getChildren().add(all(tests));
    }

    private String label(Comparison test) {
        String metric = ui.text("metric." + test.metric());
        return test.k() == Metrics.NO_CUT ? metric : metric + "@" + test.k();
    }

    private void judge(Verdict v, List<Metrics.Row> rows, String metric) {
        double value = rows.stream().filter(r -> r.model().equals(v.best())).mapToDouble(Metrics.Row::value).findFirst().orElse(Double.NaN);
        getChildren().add(words(ui.text("compare.verdict.best", name(v.best()), metric, ui.numbers().fixed(value, DIGITS))));
        if (!v.surely().isEmpty()) getChildren().add(badge(Severity.GOOD, ui.text("compare.verdict.surely", names(v.surely()))));
        if (!v.maybe().isEmpty()) getChildren().add(badge(Severity.INFO, ui.text("compare.verdict.maybe", names(v.maybe()))));
        if (Yardstick.of(v.best()).isPresent()) getChildren().add(badge(Severity.WARNING, ui.text("compare.verdict.yardstick-best")));
        else if (!v.unproved().isEmpty()) {
            getChildren().add(badge(Severity.WARNING, ui.text("compare.verdict.unproved", v.unproved().stream().map(this::name).toList())));
        }
    }

    private void neither(List<Comparison> tests, String metric) {
        List<Comparison> unsure = tests.stream().filter(c -> !c.sure()).toList();
        String pairs = ui.list(unsure.stream().map(c -> ui.text("compare.pair", name(c.first()), name(c.second()))));
        getChildren().add(words(unsure.isEmpty() ? ui.text("compare.verdict.all-differ", metric) : ui.text("compare.verdict.alike", metric, pairs)));
    }

    private void chart(List<Comparison> shown, String metric, CompareViewModel.Found found) {
        chart.show(ui.text("compare.difference", metric, name(shown.getFirst().first())),
                shown.stream().map(c -> new IntervalChart.Row(name(c.second()), -c.difference(), -c.high(), -c.low(), found.hue(c.second()))).toList(), 0);
        getChildren().add(chart);
    }

    private TitledPane all(List<Comparison> tests) {
        var grid = new GridPane();
        grid.getStyleClass().add("metrics-grid");
        List<String> heads = List.of("compare.test.pair", "compare.test.difference", "compare.test.effect", "compare.test.t", "compare.test.wilcoxon",
                "compare.test.randomisation");
        for (int c = 0; c < heads.size(); c++) {
            var head = new Label(ui.text(heads.get(c)));
            head.getStyleClass().addAll("caption", "term");
            head.setTooltip(help(ui.text(heads.get(c) + ".help")));
            cell(grid, head, c, 0);
        }
        for (int r = 0; r < tests.size(); r++) line(grid, tests.get(r), r + 1);
        var pane = new TitledPane(ui.text("compare.tests", tests.size()), new VBox(words(ui.text("compare.tests.help")), grid));
        pane.setId("compare-tests");
        pane.setAnimated(false);
        pane.setExpanded(open);
        pane.expandedProperty().addListener((_, _, now) -> open = now);
        return pane;
    }

    private void line(GridPane grid, Comparison c, int row) {
        var numbers = ui.numbers();
        cell(grid, new Label(ui.text("compare.pair", name(c.first()), name(c.second()))), 0, row);
        cell(grid, new Label(numbers.fixed(c.difference(), DIGITS) + "  [" + numbers.fixed(c.low(), DIGITS) + " – " + numbers.fixed(c.high(), DIGITS) + "]"), 1, row);
        cell(grid, new Label(numbers.fixed(c.effect(), EFFECT_DIGITS)), 2, row);
        int column = 3;
        for (Chance chance : List.of(c.t(), c.wilcoxon(), c.randomisation())) {
            var label = new Label(chance.holm() < SMALLEST ? "< " + numbers.fixed(SMALLEST, DIGITS) : numbers.fixed(chance.holm(), DIGITS));
            label.setTooltip(new Tooltip(ui.text("compare.test.raw", numbers.exact(chance.raw()))));
            if (chance.holm() < 0.05) label.getStyleClass().add("metrics-best");
            cell(grid, label, column++, row);
        }
    }

    private static void cell(GridPane grid, Label cell, int column, int row) {
        cell.setMinWidth(USE_PREF_SIZE);
        GridPane.setHalignment(cell, column == 0 ? HPos.LEFT : HPos.RIGHT);
        grid.add(cell, column, row);
    }

    private static Tooltip help(String text) {
        var help = new Tooltip(text);
        help.setWrapText(true);
        help.setMaxWidth(360);
        return help;
    }

    private String names(List<Comparison> of) {
        return ui.list(of.stream().map(c -> name(c.second())));
    }

    private String name(String model) {
        return Yardstick.name(model, ui.messages());
    }

    private static Label words(String text) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private static Label badge(Severity severity, String text) {
        Label badge = severity.badge(text);
        badge.setWrapText(true);
        badge.setMinHeight(USE_PREF_SIZE);
        return badge;
    }
}
