package shelfwise.ui.pipelines.look;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import shelfwise.app.search.Parallels;
import shelfwise.app.search.SweptTrials;
import shelfwise.app.search.Trial;
import shelfwise.ui.UiContext;
import shelfwise.ui.kit.ParallelChart;

/** The combinations of a sweep across an axis for each setting that changed to one metric, and the chosen one in words. */
final class SweepParallels extends VBox {
    private final String metric;
    private final Map<String, String> labels;
    private final UiContext ui;

    /** @param metric its name, with the cut-off @param labels what the settings are called in words, by name */
    SweepParallels(SweptTrials swept, String metric, Map<String, String> labels, UiContext ui) {
        this.metric = metric;
        this.labels = labels;
        this.ui = ui;
        Parallels p = Parallels.of(swept.space(), swept.trials());
        List<String> words = swept.trials().stream().map(this::told).toList();
        var lines = new ArrayList<ParallelChart.Line>();
        for (Parallels.Line l : p.lines()) lines.add(new ParallelChart.Line(l.places(), !l.full(), words.get(lines.size())));
        var chart = new ParallelChart(ui.palette());
        chart.setId("sweep-parallels");
        chart.name(ui.text("look.sweep"));
        chart.show(p.axes().stream().map(this::axis).toList(), lines, p.best().orElse(-1));
        Label told = LearningView.caption(ui.text("look.sweep.help"));
        told.setId("sweep-parallels-told");
        chart.onChoose(k -> told.setText(words.get(k)));
        VBox.setVgrow(chart, Priority.ALWAYS);
        getStyleClass().add("learning");
        getChildren().addAll(chart, told);
    }

    private ParallelChart.Axis axis(Parallels.Axis a) {
        String name = a.kind() == Parallels.Kind.SCORE ? metric : name(a.setting());
        if (a.kind() == Parallels.Kind.CHOICE) return new ParallelChart.Axis(name, a.words().getFirst(), a.words().getLast(), a.words());
        return new ParallelChart.Axis(name, ui.numbers().number(a.low()), ui.numbers().number(a.high()), List.of());
    }

    private String name(String setting) {
        return setting.equals(SweptTrials.MODEL) ? ui.text("look.sweep.model") : labels.getOrDefault(setting, setting);
    }

    private String told(Trial trial) {
        String settings = ui.list(trial.settings().entrySet().stream().map(e -> ui.text("look.sweep.set", name(e.getKey()), e.getValue())));
        return ui.text("look.sweep.told", settings, metric, ui.numbers().number(trial.score()));
    }
}
