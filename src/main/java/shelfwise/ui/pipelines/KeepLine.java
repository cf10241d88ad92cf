package shelfwise.ui.pipelines;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import shelfwise.ui.UiContext;
import shelfwise.ui.kit.Icons;

/** Above the curve of a training under way, where it does not move as that grows: the button that ends it and keeps the best so far, and what would be kept. */
final class KeepLine extends VBox {
    private final StopAndKeep keep;
    private final Runnable away;
    private final UiContext ui;
    private final Button stop = new Button();
    private final Label what;

    /** @param away takes the keyboard when the button goes: by itself it would go to a field far below, and the pane with it */
    KeepLine(String node, StopAndKeep keep, Runnable away, UiContext ui) {
        this.keep = keep;
        this.away = away;
        this.ui = ui;
        getStyleClass().add("keep-line");
        stop.setId("stop-and-keep");
        stop.setText(ui.text("pipelines.keep"));
        stop.setGraphic(Icons.CANCEL.icon());
        stop.setOnAction(_ -> keep.stop(node));
        what = NodeStanding.text("", "caption");
        getChildren().addAll(stop, what);
        show(node);
    }

    /** As the training stands now; nothing of it where {@code node} is not being trained. */
    void show(String node) {
        boolean trains = keep.trains(node);
        if (!trains && stop.isFocused()) away.run();
        setVisible(trains);
        setManaged(trains);
        if (!trains) return;
        int epoch = keep.epoch(node);
        stop.setDisable(epoch == 0);
        what.setText(epoch == 0 ? ui.text("pipelines.keep.early") : ui.text("pipelines.keep.what", epoch));
    }
}
