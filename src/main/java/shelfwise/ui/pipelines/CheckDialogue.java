package shelfwise.ui.pipelines;

import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import shelfwise.app.RunPlan;
import shelfwise.app.Workspace;
import shelfwise.base.JobEvent;
import shelfwise.pipeline.Pipeline;
import shelfwise.pipeline.Preflight;
import shelfwise.ui.UiContext;
import shelfwise.ui.kit.Column;
import shelfwise.ui.kit.Failure;
import shelfwise.ui.kit.Severity;

/** What a run of the open pipeline would do, before it runs: what would fail, which steps are kept, how many rows and how much memory each may take, and all at once. */
final class CheckDialogue extends VBox {
    private static final double WIDE = 760, HIGH = 520, ROW = 28, FINDINGS = 160;
    private static final long MEGA = 1_000_000;
    private final Pipeline pipeline;
    private final NodeWords words;
    private final Consumer<String> go;
    private final UiContext ui;
    private final VBox told = new VBox();
    private final TableView<RunPlan.Planned> steps = new TableView<>();
    private final Runnable stop;

    /** @param go gets the id of a step that a person wants to see */
    CheckDialogue(Pipeline pipeline, Workspace workspace, NodeWords words, Consumer<String> go, UiContext ui) {
        this.pipeline = pipeline;
        this.words = words;
        this.go = go;
        this.ui = ui;
        getStyleClass().addAll("import-dialogue", "check-dialogue");
        setPrefSize(WIDE, HIGH);
        told.getStyleClass().add("check-told");
        told.getChildren().add(new Label(ui.text("pipelines.check.busy")));
        steps.setId("check-steps");
        steps.getStyleClass().add("short-table");
        steps.setAccessibleText(ui.text("pipelines.check.title"));
        steps.setFixedCellSize(ROW);
        steps.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN);
        steps.setPlaceholder(new Label(""));
        VBox.setVgrow(steps, Priority.ALWAYS);
        var close = new Button(ui.text("differences.close"));
        close.setId("check-close");
        close.setCancelButton(true);
        close.setOnAction(_ -> close());
        var buttons = new HBox(close);
        buttons.getStyleClass().add("buttons");
        getChildren().addAll(told, steps, buttons);
        stop = ui.jobs().<RunPlan>quietly(progress -> workspace.runs().plan(pipeline, java.util.List.of(), progress), event -> {
            if (event instanceof JobEvent.Done<RunPlan> done) show(done.result());
            if (event instanceof JobEvent.Failed<RunPlan> failed) told.getChildren().setAll(line(Failure.of(failed.cause(), ui.messages()).what(), "error-what"));
        });
        sceneProperty().subscribe((before, now) -> {
            if (before != null && now == null) stop();
        });
    }

    private void stop() {
        stop.run();
    }

    private void close() {
        stop();
        ui.closeDialogue();
    }

    private void show(RunPlan plan) {
        Map<String, Preflight.Finding> failing = plan.failing();
        told.getChildren().clear();
        if (plan.findings().isEmpty()) told.getChildren().add(new HBox(Severity.GOOD.badge(ui.messages()), line(ui.text("pipelines.check.ready"), "check-word")));
        else findings(plan);
        told.getChildren().add(line(ui.text("pipelines.check.peak", megas(plan.peak()), megas(plan.limit())), "check-peak"));
        if (!plan.fits()) told.getChildren().add(line(ui.text("pipelines.check.tight"), "muted"));
        if (!plan.unknown().isEmpty()) told.getChildren().add(line(ui.text("pipelines.check.unknown-steps", plan.unknown().stream().map(this::name).toList()), "muted"));
        steps.getColumns().setAll(java.util.List.of(Column.text(ui.text("pipelines.check.step"), 0, s -> name(s.node())),
                Column.text(ui.text("pipelines.check.state"), 150, s -> ui.text("pipelines.check." + state(s, failing))),
                Column.amount(ui.text("pipelines.check.rows"), 130, this::rows, _ -> java.util.Optional.empty()),
                Column.amount(ui.text("pipelines.check.memory"), 150, s -> memory(s, plan), _ -> java.util.Optional.empty())));
        steps.getItems().setAll(plan.steps());
        steps.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ENTER) goTo();
        });
        steps.setOnMouseClicked(e -> {
            if (e.getClickCount() == 2) goTo();
        });
        steps.getSelectionModel().selectFirst();
        steps.requestFocus();
    }

    private void goTo() {
        RunPlan.Planned chosen = steps.getSelectionModel().getSelectedItem();
        if (chosen == null) return;
        close();
        go.accept(chosen.node());
    }

    /** Each problem with the way to its step and what mends it. */
    private void findings(RunPlan plan) {
        told.getChildren().add(line(ui.text("pipelines.check.not-ready"), "error-what"));
        var all = new VBox();
        all.getStyleClass().add("check-findings");
        for (Preflight.Finding f : plan.findings()) {
            Failure failure = Failure.of(f.problem().asException(), ui.messages());
            var step = new Hyperlink(name(f.node()));
            step.setOnAction(_ -> {
                close();
                go.accept(f.node());
            });
            all.getChildren().addAll(new HBox(step, line(failure.what(), "check-word")), line(failure.cure(), "muted"));
        }
        var scroll = new ScrollPane(all);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(FINDINGS);
        told.getChildren().add(scroll);
    }

    private String name(String node) {
        return pipeline.find(node).map(words::name).orElse(node);
    }

    private static String state(RunPlan.Planned step, Map<String, Preflight.Finding> failing) {
        return failing.containsKey(step.node()) ? "fails" : step.off() ? "off" : step.kept() ? "kept" : "run";
    }

    private String rows(RunPlan.Planned step) {
        long most = step.most().values().stream().mapToLong(v -> v.rows()).max().orElse(0);
        return most == 0 ? "" : ui.numbers().count(most);
    }

    private String memory(RunPlan.Planned step, RunPlan plan) {
        if (step.memory().isEmpty()) return plan.unknown().contains(step.node()) ? ui.text("pipelines.check.unknown") : "";
        String megas = megas(step.memory().getAsLong());
        return ui.text(step.bound() ? "pipelines.check.at-most" : "pipelines.check.about", megas);
    }

    private String megas(long bytes) {
        return ui.text("pipelines.check.megas", ui.numbers().count(Math.max(1, Math.ceilDiv(bytes, MEGA))));
    }

    private static Label line(String text, String style) {
        var label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE); // the table gives way, not the words
        return label;
    }
}
