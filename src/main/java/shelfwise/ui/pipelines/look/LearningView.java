package shelfwise.ui.pipelines.look;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
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
    private static final double SAMPLE = 24;
    private final UiContext ui;

    /** @param running whether it is not known yet where it ends */
    public LearningView(LearningCurve curve, boolean running, UiContext ui) {
        this.ui = ui;
        getStyleClass().add("learning");
        for (String metric : curve.metrics()) {
            List<Learning> held = curve.line(metric, true), train = curve.line(metric, false);
            var lines = new ArrayList<LearningChart.Line>();
            if (!held.isEmpty()) lines.add(line("look.learning.held", held, false));
            if (!train.isEmpty()) lines.add(line("look.learning.train", train, true));
            var chart = new LearningChart(ui.palette());
            chart.show(ui.text("look.learning.iteration"), lines, running || held.isEmpty() ? 0 : curve.best(), ui.numbers()::number, ui.numbers()::number);
            chart.setAccessibleText(told(metric, held.isEmpty() ? train : held));
            VBox.setVgrow(chart, Priority.ALWAYS);
            getChildren().addAll(head(metric, lines), chart);
        }
        if (!running && !curve.points().isEmpty()) getChildren().add(caption(ended(curve)));
        for (LearningAdvice advice : LearningAdvice.of(curve)) {
            if (!running || advice != LearningAdvice.UNFINISHED) getChildren().add(caption(ui.text("learning.advice." + advice.name().toLowerCase(Locale.ROOT))));
        }
        if (!curve.device().isEmpty()) getChildren().add(caption(ui.text("learning.device." + curve.device())));
    }

    private String ended(LearningCurve curve) {
        if (curve.points().stream().noneMatch(Learning::validation)) return ui.text("look.learning.no-validation");
        return ui.text(curve.stoppedEarly() ? "look.learning.stopped" : "look.learning.best", curve.best());
    }

    private LearningChart.Line line(String key, List<Learning> points, boolean dashed) {
        return new LearningChart.Line(ui.text(key), points.stream().mapToDouble(Learning::iteration).toArray(), points.stream().mapToDouble(Learning::value).toArray(), dashed);
    }

    /** The metric, and what each line is. */
    private HBox head(String metric, List<LearningChart.Line> lines) {
        var head = new HBox(new Term(metric, ui.messages()));
        head.getStyleClass().add("line");
        for (int k = 0; k < lines.size(); k++) {
            var sample = new Line(0, 0, SAMPLE, 0);
            sample.getStyleClass().add("learning-line-" + k);
            if (lines.get(k).dashed()) sample.getStrokeDashArray().setAll(6.0, 6.0);
            head.getChildren().addAll(sample, caption(lines.get(k).name()));
        }
        return head;
    }

    private String told(String metric, List<Learning> points) {
        Learning last = points.getLast();
        return ui.text("look.learning.told", ui.text("metric." + metric), ui.numbers().number(points.getFirst().value()), ui.numbers().number(last.value()), last.iteration());
    }

    private static Label caption(String text) {
        var label = new Label(text);
        label.getStyleClass().add("caption");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
