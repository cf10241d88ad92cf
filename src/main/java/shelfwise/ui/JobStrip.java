package shelfwise.ui;

import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import shelfwise.ui.kit.Icons;

/** The strip at the bottom: the newest job; on request the others above it. */
final class JobStrip extends VBox {
    private final UiContext ui;
    private final HBox newest = new HBox();
    private final VBox list = new VBox();
    private final ToggleButton more = new ToggleButton();
    /** That of the lines shown now: jobs come and go far more often than views. */
    private final Lifetime lines = new Lifetime();

    JobStrip(UiContext ui) {
        this.ui = ui;
        getStyleClass().add("job-strip");
        newest.getStyleClass().add("line");
        HBox.setHgrow(newest, Priority.ALWAYS);
        more.setId("jobs-more");
        more.getStyleClass().addAll("flat", "small");
        more.setGraphic(Icons.EXPAND.icon());
        var bar = new HBox(newest, more);
        bar.getStyleClass().addAll("line", "job-bar");
        var scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("job-list");
        scroll.visibleProperty().bind(more.selectedProperty());
        scroll.managedProperty().bind(more.selectedProperty());
        more.selectedProperty().subscribe(open -> more.setGraphic((open ? Icons.FOLD : Icons.EXPAND).icon()));
        getChildren().addAll(scroll, bar);
        ListChangeListener<JobRow> change = _ -> show();
        var rows = ui.jobs().rows();
        rows.addListener(change);
        ui.keep(() -> {
            rows.removeListener(change);
            lines.end();
        });
        show();
    }

    private void show() {
        var rows = ui.jobs().rows();
        lines.end();
        list.getChildren().setAll(rows.stream().map(row -> new JobLine(row, ui, lines)).toList());
        more.setText(ui.text("ui.jobs.count", rows.size()));
        more.setDisable(rows.isEmpty());
        if (rows.isEmpty()) {
            more.setSelected(false);
            var idle = new Label(ui.text("ui.jobs.none"));
            idle.getStyleClass().add("muted");
            newest.getChildren().setAll(idle);
        } else {
            JobRow shown = rows.stream().filter(JobRow::runs).findFirst().orElse(rows.getFirst());
            var line = new JobLine(shown, ui, lines);
            HBox.setHgrow(line, Priority.ALWAYS);
            newest.getChildren().setAll(line);
        }
    }

    /** One job: what, how far, how long still, and the button that fits. */
    private static final class JobLine extends HBox {
        private final JobRow row;
        private final UiContext ui;
        private final javafx.scene.control.ProgressBar bar = new javafx.scene.control.ProgressBar();
        private final Label count = new Label(), time = new Label(), icon = new Label();
        private final Button act = new Button();

        JobLine(JobRow row, UiContext ui, Lifetime lifetime) {
            this.row = row;
            this.ui = ui;
            getStyleClass().addAll("line", "job-line");
            var label = new Label(ui.text(row.key(), row.args()));
            label.setMinWidth(120);
            count.getStyleClass().addAll("muted", "numbers");
            time.getStyleClass().add("muted");
            act.getStyleClass().addAll("small", "flat");
            getChildren().addAll(icon, label, bar, count, time, act);
            lifetime.add(row.state().subscribe(_ -> show()));
            lifetime.add(row.elapsedMillis().subscribe(_ -> move()));
        }

        private void move() {
            bar.setProgress(row.share());
            count.setText(row.total().get() > 0 ? ui.text("ui.jobs.percent", (int) (100 * row.share())) : "");
            if (row.runs()) row.leftMillis().ifPresent(left -> time.setText(ui.text("ui.jobs.left", ui.numbers().duration(left))));
        }

        private void show() {
            boolean runs = row.runs();
            bar.setVisible(runs);
            bar.setManaged(runs);
            count.setVisible(runs);
            count.setManaged(runs);
            icon.setGraphic(switch (row.state().get()) {
                case RUNNING, STOPPING -> Icons.RUNNING.icon();
                case DONE -> styled(Icons.DONE, "severity-good");
                case INCOMPLETE -> styled(Icons.WARNING, "severity-warning");
                case CANCELLED -> styled(Icons.CANCELLED, "muted");
                case FAILED -> styled(Icons.ERROR, "severity-error");
            });
            time.setText(switch (row.state().get()) {
                case RUNNING -> "";
                case STOPPING -> ui.text("ui.jobs.stopping");
                case DONE -> ui.text("ui.jobs.done", ui.numbers().duration(row.elapsedMillis().get()));
                case INCOMPLETE -> ui.text(row.lackKey(), row.lackArgs());
                case CANCELLED -> ui.text("ui.jobs.cancelled");
                case FAILED -> ui.text("ui.jobs.failed");
            });
            act.setText(ui.text(row.cause().isPresent() ? "ui.details" : "ui.cancel"));
            act.setVisible(row.state().get() == JobRow.State.RUNNING || row.cause().isPresent());
            act.setOnAction(_ -> row.cause().ifPresentOrElse(ui::tell, row::cancel));
        }

        private static javafx.scene.Node styled(Icons icon, String style) {
            var node = icon.icon();
            node.getStyleClass().add(style);
            return node;
        }
    }
}
