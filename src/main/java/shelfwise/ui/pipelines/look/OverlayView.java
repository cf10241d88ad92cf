package shelfwise.ui.pipelines.look;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import shelfwise.base.Learning;
import shelfwise.ui.UiContext;
import shelfwise.ui.kit.LearningChart;
import shelfwise.ui.kit.Term;

/** The curves of several trainings on one axis, a chart for each measure, and below it the best and the last value of each. */
final class OverlayView extends VBox {
    private static final double GAP = 8;
    private final UiContext ui;

    OverlayView(List<Overlay> overlays, UiContext ui) {
        this.ui = ui;
        getStyleClass().add("learning");
        overlays.forEach(this::add);
        getChildren().add(LearningView.caption(ui.text("look.overlay.marks")));
    }

    private void add(Overlay overlay) {
        var chart = new LearningChart(ui.palette());
        chart.name(ui.text("look.overlay.chart", ui.text("metric." + overlay.metric()), overlay.lines().size()));
        chart.show(ui.text("look.learning.iteration"), overlay.lines().stream().map(OverlayView::line).toList(), 0, ui.numbers()::number, ui.numbers()::number);
        VBox.setVgrow(chart, Priority.ALWAYS);
        var head = new FlowPane(GAP, GAP, new Term(overlay.metric(), ui.messages()), LearningView.caption(ui.text(overlay.validation() ? "look.learning.held" : "look.learning.train")));
        getChildren().addAll(head, chart, legend(overlay));
        if (!overlay.without().isEmpty()) getChildren().add(LearningView.caption(ui.text("look.overlay.without", overlay.without())));
    }

    private static LearningChart.Line line(Overlay.Line l) {
        return new LearningChart.Line(l.name(), l.points().stream().mapToDouble(Learning::iteration).toArray(), l.points().stream().mapToDouble(Learning::value).toArray(),
                l.slot(), l.slot(), l.best().orElse(l.last()).iteration());
    }

    private OverlayLegend legend(Overlay overlay) {
        var legend = new OverlayLegend(value(ui.text("look.overlay.best")), value(ui.text("look.overlay.last")));
        for (Overlay.Line l : overlay.lines()) {
            var name = LearningView.caption(l.name());
            var one = new HBox(LearningView.sample(l.slot(), l.slot()), name);
            one.getStyleClass().add("line");
            HBox.setHgrow(name, Priority.ALWAYS);
            legend.add(one, at(l.best()), at(Optional.of(l.last())));
        }
        return legend;
    }

    private Label at(Optional<Learning> point) {
        return value(point.map(p -> ui.text("look.overlay.at", ui.numbers().number(p.value()), ui.numbers().count(p.iteration()))).orElse("–"));
    }

    private static Label value(String text) {
        Label label = LearningView.caption(text);
        label.setWrapText(false);
        return label;
    }
}
