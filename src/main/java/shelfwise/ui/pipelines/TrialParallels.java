package shelfwise.ui.pipelines;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionModel;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import shelfwise.app.search.Parallels;
import shelfwise.app.search.SearchPlan;
import shelfwise.app.search.Trial;
import shelfwise.ui.UiContext;
import shelfwise.ui.kit.ParallelChart;

/** The settings of all trials side by side, and the chosen trial's in words; the same trial is chosen in the table. */
final class TrialParallels extends VBox {
    private static final int DIGITS = 4;
    private final shelfwise.pipeline.Node node;
    private final UiContext ui;
    private final ParallelChart chart;
    private final Label told = new Label();
    private final SelectionModel<Trial> chosen;
    private List<Trial> shown = List.of();
    private List<String> words = List.of();

    /** @param chosen the choice of the table, whose rows are the trials in the order shown */
    TrialParallels(shelfwise.pipeline.Node node, SelectionModel<Trial> chosen, UiContext ui) {
        this.node = node;
        this.chosen = chosen;
        this.ui = ui;
        chart = new ParallelChart(ui.palette());
        chart.setId("search-parallels");
        chart.name(ui.text("search.parallels"));
        chart.onChoose(chosen::clearAndSelect);
        chosen.selectedIndexProperty().subscribe(i -> turn(i.intValue()));
        told.setWrapText(true);
        told.setId("search-parallels-told");
        told.getStyleClass().add("caption");
        told.setMinHeight(USE_PREF_SIZE);
        VBox.setVgrow(chart, Priority.ALWAYS);
        getStyleClass().add("search-parallels");
        getChildren().addAll(chart, told);
    }

    /** @param ranked the best first */
    void show(SearchPlan plan, List<Trial> ranked) {
        if (ranked.equals(shown)) return;
        shown = List.copyOf(ranked);
        words = shown.stream().map(t -> told(plan, t)).toList();
        Parallels p = Parallels.of(plan.space(), shown);
        var lines = new ArrayList<ParallelChart.Line>();
        for (Parallels.Line l : p.lines()) lines.add(new ParallelChart.Line(l.places(), !l.full(), words.get(lines.size())));
        chart.show(p.axes().stream().map(a -> axis(plan, a)).toList(), lines, p.best().orElse(-1));
        turn(chosen.getSelectedIndex());
    }

    private void turn(int trial) {
        chart.choose(trial);
        told.setText(trial >= 0 && trial < words.size() ? words.get(trial) : ui.text("search.parallels.help"));
    }

    private ParallelChart.Axis axis(SearchPlan plan, Parallels.Axis a) {
        return switch (a.kind()) {
            case CHOICE -> {
                List<String> words = a.words().stream().map(w -> word(a.setting(), w)).toList();
                yield new ParallelChart.Axis(name(a.setting()), words.getFirst(), words.getLast(), words);
            }
            case NUMBER -> new ParallelChart.Axis(name(a.setting()), ui.numbers().number(a.low()), ui.numbers().number(a.high()), List.of());
            case SECONDS -> new ParallelChart.Axis(ui.text("search.seconds"), ui.numbers().number(a.low()), ui.numbers().number(a.high()), List.of());
            case SCORE -> new ParallelChart.Axis(measure(plan), ui.numbers().fixed(a.low(), DIGITS), ui.numbers().fixed(a.high(), DIGITS), List.of());
        };
    }

    private String told(SearchPlan plan, Trial trial) {
        String score = trial.problem().map(p -> ui.messages().tell(p).replace('\n', ' ')).orElseGet(() -> ui.text("search.set", measure(plan), ui.numbers().fixed(trial.score(), DIGITS)));
        return ui.text("search.parallels.trial", trial.number(), settings(trial), score, ui.numbers().number(trial.seconds()));
    }

    String measure(SearchPlan plan) {
        return ui.text("search.measure", ui.text("metric." + plan.metric()), String.valueOf(plan.k()));
    }

    /** What a trial was set to, in words. */
    String settings(Trial trial) {
        return ui.list(trial.settings().entrySet().stream().map(e -> ui.text("search.set", name(e.getKey()), word(e.getKey(), e.getValue()))));
    }

    private String name(String setting) {
        return ui.text("op." + node.operator() + "." + setting);
    }

    /** A value as the form calls it. */
    String word(String setting, String value) {
        return ui.messages().find("op." + node.operator() + "." + setting + "." + value).orElse(value);
    }
}
