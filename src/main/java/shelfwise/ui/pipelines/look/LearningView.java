package shelfwise.ui.pipelines.look;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;
import shelfwise.base.Learning;
import shelfwise.data.LearningAdvice;
import shelfwise.data.LearningCurve;
import shelfwise.ui.UiContext;
import shelfwise.ui.kit.LearningChart;
import shelfwise.ui.kit.Term;

/** How a model got better while it was trained: a chart for each metric, and what became of it. */
public final class LearningView extends VBox {
    private static final double SAMPLE = 24, GAP = 8;
    private static final int COLOURS = 8;
    /** Metrics that are measured of each layer as well. */
    private static final List<String> LAYERED = List.of("gradient", "weights");
    private final UiContext ui;

    /** @param running whether it is not known yet where it ends */
    public LearningView(LearningCurve curve, boolean running, UiContext ui) {
        this.ui = ui;
        getStyleClass().add("learning");
        for (String metric : curve.mainMetrics()) {
            List<Learning> held = curve.line(metric, true), train = curve.line(metric, false);
            var lines = new ArrayList<LearningChart.Line>();
            if (!held.isEmpty()) lines.add(line(ui.text("look.learning.held"), held, 0, 0));
            if (!train.isEmpty()) lines.add(line(ui.text("look.learning.train"), train, lines.size(), 1));
            add(this, metric, lines, running || held.isEmpty() ? 0 : curve.best(), told(metric, held.isEmpty() ? train : held));
        }
        if (running) now(curve);
        if (!running && !curve.points().isEmpty()) getChildren().add(caption(ended(curve)));
        for (LearningAdvice advice : LearningAdvice.of(curve)) {
            if (!running || advice != LearningAdvice.UNFINISHED) getChildren().add(caption(ui.text(advice.key())));
        }
        if (!curve.device().isEmpty()) getChildren().add(caption(ui.text("learning.device." + curve.device())));
        if (!running) beside(curve);
    }

    private void add(VBox to, String metric, List<LearningChart.Line> lines, int best, String told) {
        var chart = new LearningChart(ui.palette());
        chart.show(ui.text("look.learning.iteration"), lines, best, ui.numbers()::number, ui.numbers()::number);
        chart.setAccessibleText(told);
        VBox.setVgrow(chart, Priority.ALWAYS);
        to.getChildren().addAll(head(metric, lines), chart);
    }

    /** How fast it goes and what it needs, as of the last iteration. */
    private void now(LearningCurve curve) {
        var said = LearningCurve.OF_THE_WORK.stream().map(m -> curve.line(m, false)).filter(l -> !l.isEmpty())
                .map(l -> ui.text("look.learning.now", ui.text("metric." + l.getLast().metric()), ui.numbers().number(l.getLast().value()))).toList();
        if (!said.isEmpty()) getChildren().add(caption(String.join(" · ", said)));
    }

    /** For who wants to know why: layer by layer, and how the work went. Folded at first. */
    private void beside(LearningCurve curve) {
        var all = new VBox();
        all.getStyleClass().add("learning");
        int best = curve.points().stream().anyMatch(Learning::validation) ? curve.best() : 0;
        for (String metric : LAYERED) {
            var lines = new ArrayList<LearningChart.Line>();
            for (String layer : curve.partsOf(metric)) {
                int n = lines.size(); // from the ninth on a colour comes again, with other dashes
                lines.add(line(layer(layer), curve.line(metric + LearningCurve.PART + layer, false), n % COLOURS, n + n / COLOURS));
            }
            if (!lines.isEmpty()) add(all, metric + "-by-layer", lines, best, ui.text("metric." + metric + "-by-layer"));
        }
        for (String metric : LearningCurve.OF_THE_WORK) {
            List<Learning> points = curve.line(metric, false);
            if (!points.isEmpty()) add(all, metric, List.of(line(ui.text("metric." + metric), points, 0, 0)), best, told(metric, points));
        }
        if (all.getChildren().isEmpty()) return;
        var fold = new TitledPane(ui.text("look.learning.beside"), all);
        fold.setExpanded(false);
        fold.setAnimated(false);
        getChildren().add(fold);
    }

    /** The blocks of a network are numbered from 0; other layers have names. */
    private String layer(String name) {
        if (name.chars().allMatch(Character::isDigit)) return ui.text("look.learning.layer", Integer.parseInt(name) + 1);
        return ui.messages().find("look.learning.layer." + name).orElse(name);
    }

    private String ended(LearningCurve curve) {
        if (curve.points().stream().noneMatch(Learning::validation)) return ui.text("look.learning.no-validation");
        return ui.text(curve.stoppedEarly() ? "look.learning.stopped" : "look.learning.best", curve.best());
    }

    private static LearningChart.Line line(String name, List<Learning> points, int colour, int pattern) {
        return new LearningChart.Line(name, points.stream().mapToDouble(Learning::iteration).toArray(), points.stream().mapToDouble(Learning::value).toArray(), colour, pattern, 0);
    }

    /** The metric, and what each line is. */
    private FlowPane head(String metric, List<LearningChart.Line> lines) {
        var head = new FlowPane(GAP, GAP, new Term(metric, ui.messages()));
        for (LearningChart.Line l : lines) {
            var one = new HBox(sample(l.colour(), l.pattern()), caption(l.name())); // a line and its name stay together where the head wraps
            one.getStyleClass().add("line");
            head.getChildren().add(one);
        }
        return head;
    }

    /** A piece of a line, for a legend. */
    static Line sample(int colour, int pattern) {
        var sample = new Line(0, 0, SAMPLE, 0);
        sample.getStyleClass().add("learning-line-" + colour);
        sample.getStrokeDashArray().setAll(DoubleStream.of(LearningChart.dashes(pattern)).boxed().toList());
        return sample;
    }

    private String told(String metric, List<Learning> points) {
        Learning last = points.getLast();
        return ui.text("look.learning.told", ui.text("metric." + metric), ui.numbers().number(points.getFirst().value()), ui.numbers().number(last.value()), last.iteration());
    }

    static Label caption(String text) {
        var label = new Label(text);
        label.getStyleClass().add("caption");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
