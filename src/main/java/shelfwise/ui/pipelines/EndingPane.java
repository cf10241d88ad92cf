package shelfwise.ui.pipelines;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import shelfwise.app.RunReport;
import shelfwise.base.JobEvent;
import shelfwise.data.Metrics;
import shelfwise.evaluate.Yardstick;
import shelfwise.ui.Target;
import shelfwise.ui.UiContext;
import shelfwise.ui.kit.Failure;
import shelfwise.ui.kit.Icons;
import shelfwise.ui.kit.Severity;

/** How the last run ended: what it found, what failed, and where to go from here. Not there while there is nothing to tell. */
final class EndingPane extends VBox {
    private static final int METRICS = 5;
    private final PipelinesViewModel model;
    private final UiContext ui;

    EndingPane(PipelinesViewModel model, UiContext ui) {
        this.model = model;
        this.ui = ui;
        getStyleClass().add("ending");
        ui.keep(model.ending().subscribe(this::show));
    }

    private void show(@Nullable JobEvent<RunReport> ending) {
        setVisible(ending != null);
        setManaged(ending != null);
        getChildren().clear();
        switch (ending) {
            case null -> { }
            case JobEvent.Done<RunReport> done -> showReport(done.result());
            case JobEvent.Failed<RunReport> failed -> getChildren().add(line(Severity.ERROR.badge(ui.text("pipelines.ending.failed")),
                    text(Failure.of(failed.cause(), ui.messages()).what()), details(failed.cause())));
            case JobEvent.Cancelled<RunReport> _ -> getChildren().add(line(Severity.WARNING.badge(ui.text("pipelines.ending.cancelled")),
                    text(ui.text("pipelines.ending.cancelled.what"))));
            case JobEvent.Moved<RunReport> _ -> { }
        }
    }

    private void showReport(RunReport report) {
        String took = ui.numbers().duration(Math.round(report.seconds() * 1000));
        if (!report.problems().isEmpty()) {
            String failed = report.result().nodes().stream().filter(n -> n.end() instanceof shelfwise.pipeline.NodeEvent.Failed).findFirst().map(n -> n.node().id()).orElse("");
            var show = new Button(ui.text("pipelines.ending.show"));
            show.setOnAction(_ -> model.select(failed));
            getChildren().add(line(Severity.ERROR.badge(ui.text("pipelines.ending.failed")), text(ui.text("pipelines.ending.problems", report.problems().size())), show));
        } else {
            getChildren().add(line(Severity.GOOD.badge(ui.text("pipelines.ending.done", report.run(), took)), text(models(report.metrics()))));
        }
        if (!report.metrics().isEmpty()) getChildren().add(MetricsGrid.of(report.metrics(), METRICS, ui));
        var buttons = new HBox();
        buttons.getStyleClass().add("line");
        if (!report.metrics().isEmpty()) buttons.getChildren().add(button("pipelines.ending.compare", Icons.COMPARE, "compare", Target.of("run", Long.toString(report.run()))));
        report.metrics().stream().map(Metrics.Row::model).findFirst().ifPresent(m ->
                buttons.getChildren().add(button("pipelines.ending.lists", Icons.LISTS, "lists", Target.of("model", m))));
        report.snapshot().ifPresent(s -> buttons.getChildren().add(button("pipelines.ending.snapshot", Icons.SNAPSHOTS, "snapshots", Target.of("snapshot", s))));
        if (!buttons.getChildren().isEmpty()) getChildren().add(buttons);
    }

    private String models(List<Metrics.Row> rows) {
        long models = rows.stream().map(Metrics.Row::model).filter(m -> Yardstick.of(m).isEmpty()).distinct().count();
        return models == 0 ? "" : ui.text("pipelines.ending.models", models);
    }

    private Button button(String text, Icons icon, String place, Target target) {
        var button = new Button(ui.text(text), icon.icon());
        button.setOnAction(_ -> ui.go(place, target));
        return button;
    }

    private Button details(Throwable cause) {
        var button = new Button(ui.text("ui.details"));
        button.setOnAction(_ -> ui.tell(cause));
        return button;
    }

    private HBox line(javafx.scene.Node... nodes) {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var close = new Button(null, Icons.CLOSE.icon());
        close.getStyleClass().addAll("flat", "button-icon");
        close.setTooltip(new Tooltip(ui.text("ui.close")));
        close.setOnAction(_ -> model.forgetEnding());
        var line = new HBox(nodes);
        line.getChildren().addAll(gap, close);
        line.getStyleClass().add("line");
        return line;
    }

    private static Label text(String text) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinWidth(0);
        return label;
    }
}
