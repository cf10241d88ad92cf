package shelfwise.ui.kit;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import shelfwise.base.Messages;

/** Room for one thing that may be there, still come, be missing or have failed: content, skeleton, empty state, error. */
public final class StatePane extends StackPane {
    private static final double[] WIDTHS = {0.45, 0.9, 0.8, 0.85, 0.6, 0.9, 0.7};

    public StatePane() {
        getStyleClass().add("state-pane");
    }

    public void showContent(Node content) {
        getChildren().setAll(content);
    }

    /** A skeleton, with what is being done. */
    public void showBusy(String doing) {
        var lines = new VBox();
        lines.getStyleClass().add("skeleton");
        for (double share : WIDTHS) {
            var line = new Region();
            line.getStyleClass().add("skeleton-line");
            line.maxWidthProperty().bind(lines.widthProperty().multiply(share));
            lines.getChildren().add(line);
        }
        var turning = new ProgressIndicator();
        turning.getStyleClass().add("small-progress");
        var note = new HBox(turning, new Label(doing));
        note.getStyleClass().addAll("line", "busy-note");
        note.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        getChildren().setAll(lines, note);
    }

    public void showEmpty(EmptyState empty) {
        getChildren().setAll(empty);
    }

    /** @param again what <i>Try again</i> does */
    public void showError(Throwable cause, Messages messages, Runnable again) {
        var pane = new ErrorPane(Failure.of(cause, messages), messages).button(messages.text("ui.again"), again);
        pane.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        StackPane.setAlignment(pane, Pos.CENTER);
        getChildren().setAll(pane);
    }
}
