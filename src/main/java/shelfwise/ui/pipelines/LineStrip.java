package shelfwise.ui.pipelines;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import shelfwise.app.RunQueue;
import shelfwise.ui.UiContext;
import shelfwise.ui.kit.Icons;

/** Says that the pipeline shown waits to run, and for what; not there while it does not. */
final class LineStrip extends HBox {
    private final PipelinesViewModel model;
    private final UiContext ui;
    private final Label text = new Label(null, Icons.WAITING.icon());

    LineStrip(PipelinesViewModel model, UiContext ui) {
        super(8);
        this.model = model;
        this.ui = ui;
        setId("in-line");
        getStyleClass().add("line-strip");
        setAlignment(Pos.CENTER_LEFT);
        text.setWrapText(true);
        text.setMinWidth(0);
        var room = new Region();
        HBox.setHgrow(room, Priority.ALWAYS);
        var out = new Button(ui.text("ui.jobs.take-out"));
        out.setMinWidth(USE_PREF_SIZE);
        out.setOnAction(_ -> model.cancelWaiting());
        getChildren().addAll(text, room, out);
        ui.keep(model.line().subscribe(_ -> show()));
        ui.keep(model.name().subscribe(_ -> show()));
    }

    private void show() {
        RunQueue.Line line = model.line().get();
        List<RunQueue.Entry> waiting = line.waiting(model.name().get());
        setVisible(!waiting.isEmpty());
        setManaged(!waiting.isEmpty());
        if (waiting.isEmpty()) return;
        String now = line.running().map(e -> ui.text(e.ask().search().isPresent() ? "pipelines.line.search" : "pipelines.line.run", e.ask().name())).orElse("");
        int place = line.waiting().indexOf(waiting.getFirst()) + 1;
        text.setText(ui.text("pipelines.line.waits", waiting.size(), now, place));
    }
}
