package shelfwise.ui;

import java.util.Optional;
import java.util.OptionalLong;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import shelfwise.ui.kit.Icons;

/** One job in the strip: what, how far, how long still, and the buttons that fit. One that waits can be moved and taken out, by keys as well. */
final class JobLine extends HBox {
    private final JobRow row;
    private final UiContext ui;
    private final ProgressBar bar = new ProgressBar();
    private final Label count = new Label(), time = new Label(), icon = new Label();
    private final Button act = new Button();
    private final HBox moving = new HBox();

    /** @param movable whether one that waits gets the buttons to move it */
    JobLine(JobRow row, boolean movable, UiContext ui, Lifetime lifetime) {
        this.row = row;
        this.ui = ui;
        getStyleClass().addAll("line", "job-line");
        var label = new Label(ui.text(row.key(), row.args()));
        label.setMinWidth(120);
        count.getStyleClass().addAll("muted", "numbers");
        time.getStyleClass().add("muted");
        act.getStyleClass().addAll("small", "flat");
        moving.getStyleClass().add("line");
        getChildren().addAll(icon, label, bar, count, time, moving, act);
        row.turn().filter(_ -> movable && row.waits()).ifPresent(this::offerMoves);
        lifetime.add(row.state().subscribe(_ -> show()));
        lifetime.add(row.elapsedMillis().subscribe(_ -> move()));
    }

    private void offerMoves(JobRow.Turn turn) {
        moving.getChildren().addAll(button(Icons.UP, "ui.jobs.sooner", "Alt+↑", () -> turn.move(true)), button(Icons.DOWN, "ui.jobs.later", "Alt+↓", () -> turn.move(false)));
        setFocusTraversable(true);
        setAccessibleText(ui.text(row.key(), row.args()) + ", " + ui.text("ui.jobs.waiting", row.place().get()));
        setOnMousePressed(_ -> requestFocus());
        addEventHandler(KeyEvent.KEY_PRESSED, this::byKey);
    }

    /** What a key does with a job that waits; empty if nothing. */
    Optional<Runnable> act(KeyCode key, boolean alt) {
        JobRow.Turn turn = row.turn().orElse(null);
        if (turn == null || !row.waits()) return Optional.empty();
        return switch (key) {
            case UP -> Optional.<Runnable>of(() -> turn.move(true)).filter(_ -> alt);
            case DOWN -> Optional.<Runnable>of(() -> turn.move(false)).filter(_ -> alt);
            case DELETE, BACK_SPACE -> Optional.of(row::cancel);
            default -> Optional.empty();
        };
    }

    private void byKey(KeyEvent event) {
        act(event.getCode(), event.isAltDown()).ifPresent(wanted -> {
            event.consume();
            wanted.run();
        });
    }

    private Button button(Icons picture, String text, String key, Runnable run) {
        var button = new Button(null, picture.icon());
        button.getStyleClass().addAll("small", "flat", "button-icon");
        button.setTooltip(new Tooltip(ui.text(text) + "  " + key));
        button.setAccessibleText(ui.text(text));
        button.setOnAction(_ -> run.run());
        return button;
    }

    JobRow row() {
        return row;
    }

    private void move() {
        bar.setProgress(row.share());
        count.setText(row.total().get() > 0 ? ui.text("ui.jobs.percent", (int) (100 * row.share())) : "");
        if (!row.runs()) return;
        OptionalLong left = row.leftMillis();
        time.setText(left.isEmpty() ? "" : ui.text("ui.jobs.left", ui.numbers().timeLeft(left.getAsLong())));
    }

    private void show() {
        boolean runs = row.runs();
        bar.setVisible(runs);
        bar.setManaged(runs);
        count.setVisible(runs);
        count.setManaged(runs);
        icon.setGraphic(switch (row.state().get()) {
            case WAITING -> styled(Icons.WAITING, "muted");
            case RUNNING, STOPPING -> Icons.RUNNING.icon();
            case DONE -> styled(Icons.DONE, "severity-good");
            case INCOMPLETE -> styled(Icons.WARNING, "severity-warning");
            case CANCELLED -> styled(Icons.CANCELLED, "muted");
            case FAILED -> styled(Icons.ERROR, "severity-error");
        });
        time.setText(switch (row.state().get()) {
            case WAITING -> ui.text("ui.jobs.waiting", row.place().get());
            case RUNNING -> "";
            case STOPPING -> ui.text("ui.jobs.stopping");
            case DONE -> ui.text("ui.jobs.done", ui.numbers().duration(row.elapsedMillis().get()));
            case INCOMPLETE -> ui.text(row.lackKey(), row.lackArgs());
            case CANCELLED -> ui.text("ui.jobs.cancelled");
            case FAILED -> ui.text("ui.jobs.failed");
        });
        act.setText(ui.text(row.cause().isPresent() ? "ui.details" : row.waits() ? "ui.jobs.take-out" : "ui.cancel"));
        act.setVisible(row.state().get() == JobRow.State.RUNNING || row.waits() || row.cause().isPresent());
        act.setOnAction(_ -> row.cause().ifPresentOrElse(ui::tell, row::cancel));
    }

    private static javafx.scene.Node styled(Icons icon, String style) {
        var node = icon.icon();
        node.getStyleClass().add(style);
        return node;
    }
}
