package shelfwise.ui;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import shelfwise.ui.kit.Icons;

/** The strip at the bottom: what runs, else the newest job; on request all above it: what runs, what waits in its order, what has ended. */
final class JobStrip extends VBox {
    private final UiContext ui;
    private final HBox newest = new HBox();
    private final VBox list = new VBox();
    private final ToggleButton more = new ToggleButton();
    private final Button stop = new Button();
    /** That of the lines shown now: jobs come and go far more often than views. */
    private final Lifetime lines = new Lifetime();
    private boolean showing;

    JobStrip(UiContext ui) {
        this.ui = ui;
        getStyleClass().add("job-strip");
        newest.getStyleClass().add("line");
        HBox.setHgrow(newest, Priority.ALWAYS);
        more.setId("jobs-more");
        more.getStyleClass().addAll("flat", "small");
        more.setGraphic(Icons.EXPAND.icon());
        stop.setId("jobs-stop");
        stop.getStyleClass().addAll("flat", "small");
        stop.setText(ui.text("ui.jobs.stop"));
        stop.setOnAction(_ -> stopAll());
        var bar = new HBox(newest, stop, more);
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

    /** Opens the list, with the keyboard at what waits, else at the button that folds it; folds it if it was open. */
    void toggle() {
        more.setSelected(!more.isSelected() && !more.isDisabled());
        if (more.isSelected()) lineOf(null).map(Node.class::cast).orElse(more).requestFocus();
    }

    /** What runs is cancelled, what waits is taken out first. */
    void stopAll() {
        List.copyOf(ui.jobs().rows()).stream().filter(JobRow::waits).forEach(JobRow::cancel);
        List.copyOf(ui.jobs().rows()).forEach(JobRow::cancel);
    }

    /** Whether anything waits. */
    boolean waits() {
        return ui.jobs().rows().stream().anyMatch(JobRow::waits);
    }

    /** Whether a key is for the line of a job that has the keyboard, and not for the place. */
    boolean takes(KeyEvent event) {
        return list.getChildren().stream().anyMatch(line -> line.isFocused() && ((JobLine) line).act(event.getCode(), event.isAltDown()).isPresent());
    }

    private void show() {
        JobRow focused = list.getChildren().stream().filter(Node::isFocusWithin).map(n -> ((JobLine) n).row()).findFirst().orElse(null);
        showing = true;
        List<JobRow> rows = ui.jobs().rows().stream().sorted(Comparator.comparing((JobRow r) -> r.runs() ? 0 : r.waits() ? 1 : 2).thenComparing(r -> r.place().get())).toList();
        lines.end();
        list.getChildren().setAll(rows.stream().map(row -> new JobLine(row, true, ui, lines)).toList());
        long waiting = rows.stream().filter(JobRow::waits).count();
        more.setText(waiting == 0 ? ui.text("ui.jobs.count", rows.size()) : ui.text("ui.jobs.count-waiting", rows.size(), waiting));
        more.setDisable(rows.isEmpty());
        stop.setVisible(waiting > 0);
        stop.setManaged(waiting > 0);
        if (rows.isEmpty()) {
            more.setSelected(false);
            var idle = new Label(ui.text("ui.jobs.none"));
            idle.getStyleClass().add("muted");
            newest.getChildren().setAll(idle);
        } else {
            var line = new JobLine(rows.getFirst(), false, ui, lines);
            HBox.setHgrow(line, Priority.ALWAYS);
            newest.getChildren().setAll(line);
        }
        for (JobRow row : rows) {
            lines.add(row.state().subscribe(_ -> again()));
            lines.add(row.place().subscribe(_ -> again()));
        }
        showing = false;
        if (focused != null) lineOf(focused).or(() -> lineOf(null)).map(Node.class::cast).orElse(more).requestFocus();
    }

    /** Lines go to another place once their jobs begin, are moved or end. */
    private void again() {
        if (!showing) show();
    }

    /** The line of a job that waits; of the next one if it is not said which. */
    private Optional<JobLine> lineOf(@Nullable JobRow row) {
        return list.getChildren().stream().map(JobLine.class::cast).filter(l -> l.row().waits() && (row == null || l.row() == row)).findFirst();
    }
}
