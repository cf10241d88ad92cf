package shelfwise.ui.pipelines;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import shelfwise.app.Workspace;
import shelfwise.base.JobEvent;
import shelfwise.data.Metrics;
import shelfwise.data.Portable;
import shelfwise.pipeline.Node;
import shelfwise.pipeline.Port;
import shelfwise.pipeline.RunResult;
import shelfwise.ui.Target;
import shelfwise.ui.UiContext;
import shelfwise.ui.kit.Failure;
import shelfwise.ui.kit.Icons;
import shelfwise.ui.pipelines.look.Peek;
import shelfwise.ui.pipelines.look.PortRef;

/** What a node made: each output to be opened or pinned, its metrics, and the places where the rest is seen. */
final class NodeProducts extends VBox {
    private static final int METRICS = 3;
    private final Node node;
    private final RunResult result;
    private final Peek peek;
    private final PipelinesViewModel model;
    private final UiContext ui;

    NodeProducts(Node node, Map<String, Long> rows, RunResult result, PipelinesViewModel model, Workspace workspace, NodeWords words, Peek peek, UiContext ui) {
        this.node = node;
        this.peek = peek;
        this.result = result;
        this.model = model;
        this.ui = ui;
        getStyleClass().add("group");
        for (Port port : workspace.operators().operator(node).outputs()) {
            switch (port.type()) {
                case MODEL -> line(port, "", button("pipelines.made.lists", Icons.LISTS, () -> ui.go("lists", Target.of("model", node.id()))));
                case METRICS -> {
                    line(port, words.size(port, rows), button("pipelines.made.compare", Icons.COMPARE, () -> ui.go("compare")));
                    load(port, Metrics.class, metrics -> getChildren().add(MetricsGrid.of(metrics.rows(), METRICS, ui)));
                }
                case LISTS -> line(port, words.size(port, rows), button("pipelines.made.snapshots", Icons.SNAPSHOTS, () -> ui.go("snapshots")));
                case TABLE, INTERACTIONS, CATALOGUE, VECTORS, SPLIT -> line(port, words.size(port, rows));
            }
        }
    }

    private void line(Port port, String size, Button... buttons) {
        var line = new HBox();
        line.getStyleClass().add("line");
        String type = ui.text(port.type().nameKey());
        var label = new Label(size.isEmpty() ? type : ui.text("pipelines.made.size", type, size));
        label.setWrapText(true); // the buttons are read before a long size
        label.setMinWidth(0);
        var ref = new PortRef(node.id(), port.name());
        line.getChildren().addAll(label, button("look.view", Icons.LOOK, () -> peek.open(ref)), picture("look.pin", Icons.PIN, () -> peek.pin(ref)));
        line.setOnMouseClicked(e -> {
            if (e.getClickCount() == 2) peek.open(ref);
        });
        getChildren().add(line);
        if (buttons.length > 0) getChildren().add(new HBox(buttons));
    }

    private Button picture(String key, Icons icon, Runnable act) {
        Button button = button(key, icon, act);
        button.setText(null);
        button.getStyleClass().addAll("flat", "button-icon");
        button.setTooltip(new Tooltip(ui.text(key)));
        button.setAccessibleText(ui.text(key));
        return button;
    }

    private Button button(String key, Icons icon, Runnable act) {
        var button = new Button(ui.text(key), icon.icon());
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.getStyleClass().add("small");
        button.setOnAction(_ -> act.run());
        return button;
    }

    private <T extends Portable> void load(Port port, Class<T> type, Consumer<T> show) {
        model.<Optional<T>>quietly(_ -> result.value(node.id(), port.name(), type), event -> {
            switch (event) {
                case JobEvent.Done<Optional<T>> e -> e.result().ifPresent(show);
                case JobEvent.Failed<Optional<T>> e -> getChildren().add(NodeStanding.text(Failure.of(e.cause(), ui.messages()).what(), "error-where"));
                case JobEvent.Moved<Optional<T>> _, JobEvent.Cancelled<Optional<T>> _ -> { }
            }
        });
    }
}
