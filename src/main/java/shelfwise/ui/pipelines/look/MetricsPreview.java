package shelfwise.ui.pipelines.look;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;
import shelfwise.app.look.Product;
import shelfwise.app.search.SweptTrials;
import shelfwise.data.Metrics;
import shelfwise.evaluate.EvaluateSweep;
import shelfwise.evaluate.Yardstick;
import shelfwise.ui.UiContext;
import shelfwise.ui.choice.ModelHues;
import shelfwise.ui.kit.IntervalChart;

/** Metrics: the models at one metric of a person's choice, with their intervals, the highest first; those of a sweep in the order of its values. */
final class MetricsPreview extends BorderPane {
    /** A metric at a cut-off. */
    private record Measured(String metric, int k) { }

    private final List<Metrics.Row> rows;
    private final Product of;
    private final LookViewModel model;
    private final UiContext ui;
    private final IntervalChart chart;
    private final ChoiceBox<Measured> choice = new ChoiceBox<>();
    private Map<String, Integer> hues = Map.of();

    MetricsPreview(Metrics metrics, Product of, ModelHues colours, LookViewModel model, UiContext ui) {
        this.ui = ui;
        this.of = of;
        this.model = model;
        rows = Metrics.overall(metrics.rows());
        chart = new IntervalChart(ui.palette(), ui.numbers());
        choice.getItems().setAll(measured());
        choice.setConverter(new Names());
        choice.setAccessibleText(ui.text("look.metric"));
        choice.valueProperty().subscribe(_ -> draw());
        choice.setValue(first());
        choice.setTooltip(new Tooltip(ui.text("look.metric")));
        var bar = new HBox(choice);
        bar.getStyleClass().addAll("line", "look-bar");
        var scroll = new ScrollPane(chart);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().addAll("plain-scroll", "look-chart");
        setTop(bar);
        setCenter(scroll);
        List<String> models = metrics.models();
        model.<Map<String, Integer>>ask((_, _, _) -> colours.of(models), found -> {
            hues = found;
            draw();
        }, _ -> { });
    }

    private List<Measured> measured() {
        int cut = Metrics.mainCut(rows.stream().map(Metrics.Row::k).toList());
        var all = new ArrayList<Measured>();
        for (Metrics.Row r : rows) {
            var m = new Measured(r.metric(), r.k());
            if (r.at(cut) && !Double.isNaN(r.value()) && !all.contains(m)) all.add(m);
        }
        return all;
    }

    private Measured first() {
        for (String wanted : List.of("ndcg", "rmse")) for (Measured m : choice.getItems()) if (m.metric().equals(wanted)) return m;
        return choice.getItems().isEmpty() ? new Measured("", 0) : choice.getItems().getFirst();
    }

    /** The combinations of a sweep at the metric shown first; empty for metrics that are not of a sweep. */
    Optional<SweepParallels> parallels() {
        Measured m = first();
        if (!EvaluateSweep.isOf(rows) || m.metric().isEmpty()) return Optional.empty();
        return SweptTrials.of(rows, m.metric(), m.k()).map(s -> new SweepParallels(s, choice.getConverter().toString(m), labels(), ui));
    }

    /** What the forms call the settings that the sweep changed, by their own names. */
    private Map<String, String> labels() {
        var labels = new HashMap<String, String>();
        model.axes(of.node()).forEach(a -> labels.putIfAbsent(a.shortName(), new LookWords(ui).setting(a.setting(), model)));
        return labels;
    }

    private void draw() {
        Measured now = choice.getValue();
        if (now == null || now.metric().isEmpty()) return;
        chart.show(choice.getConverter().toString(now), rows.stream().filter(r -> r.metric().equals(now.metric()) && r.k() == now.k())
                .sorted(EvaluateSweep.isOf(rows) ? Comparator.comparing(_ -> 0) : Comparator.comparingDouble(Metrics.Row::value).reversed())
                .map(r -> new IntervalChart.Row(Yardstick.name(r.model(), ui.messages()), r.value(), r.low(), r.high(), hues.getOrDefault(r.model(), -1))).toList());
    }

    private final class Names extends StringConverter<Measured> {
        @Override public String toString(Measured m) {
            if (m == null || m.metric().isEmpty()) return "";
            String name = ui.messages().find("metric." + m.metric()).orElse(m.metric());
            return m.k() == Metrics.NO_CUT ? name : ui.text("look.metric.at", name, m.k());
        }

        @Override public Measured fromString(String text) {
            throw new UnsupportedOperationException("a choice is not typed");
        }
    }
}
