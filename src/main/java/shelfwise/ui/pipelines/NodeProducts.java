package shelfwise.ui.pipelines;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import shelfwise.app.Workspace;
import shelfwise.base.JobEvent;
import shelfwise.data.Metrics;
import shelfwise.data.Portable;
import shelfwise.data.Table;
import shelfwise.data.TableValue;
import shelfwise.pipeline.Node;
import shelfwise.pipeline.Port;
import shelfwise.pipeline.RunResult;
import shelfwise.ui.Target;
import shelfwise.ui.UiContext;
import shelfwise.ui.kit.DataTable;
import shelfwise.ui.kit.Failure;
import shelfwise.ui.kit.Icons;

/** What a node made: its rows to look at, its metrics, and the places where the rest is seen. */
final class NodeProducts extends VBox {
    private static final double ROWS_WIDTH = 900, ROWS_HEIGHT = 480;
    private static final int METRICS = 3;
    private final Node node;
    private final RunResult result;
    private final PipelinesViewModel model;
    private final UiContext ui;

    NodeProducts(Node node, Map<String, Long> rows, RunResult result, PipelinesViewModel model, Workspace workspace, NodeWords words, UiContext ui) {
        this.node = node;
        this.result = result;
        this.model = model;
        this.ui = ui;
        getStyleClass().add("group");
        for (Port port : workspace.operators().operator(node).outputs()) {
            switch (port.type()) {
                case TABLE -> line(port, words.size(port, rows), button("pipelines.made.rows", Icons.ASSETS, () -> load(port, TableValue.class, v -> showRows(v.table()))));
                case MODEL -> line(port, "", button("pipelines.made.lists", Icons.LISTS, () -> ui.go("lists", Target.of("model", node.id()))));
                case METRICS -> {
                    line(port, words.size(port, rows), button("pipelines.made.compare", Icons.COMPARE, () -> ui.go("compare")));
                    load(port, Metrics.class, metrics -> getChildren().add(MetricsGrid.of(metrics.rows(), METRICS, ui)));
                }
                case LISTS -> line(port, words.size(port, rows), button("pipelines.made.snapshots", Icons.SNAPSHOTS, () -> ui.go("snapshots")));
                case INTERACTIONS, CATALOGUE, VECTORS, SPLIT -> line(port, words.size(port, rows));
            }
        }
    }

    private void line(Port port, String size, Button... buttons) {
        var line = new HBox();
        line.getStyleClass().add("line");
        String type = ui.text(port.type().nameKey());
        var label = new Label(size.isEmpty() ? type : ui.text("pipelines.made.size", type, size));
        label.setMinWidth(Region.USE_PREF_SIZE);
        line.getChildren().add(label);
        line.getChildren().addAll(buttons);
        getChildren().add(line);
    }

    private Button button(String key, Icons icon, Runnable act) {
        var button = new Button(ui.text(key), icon.icon());
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

    private void showRows(Table table) {
        var view = new DataTable(ui.palette(), ui.numbers(), ui.messages(), (of, from, to, done) -> model.<Table>quietly(_ -> of.slice(from, to), event -> {
            if (event instanceof JobEvent.Done<Table> e) done.accept(e.result());
            else if (event instanceof JobEvent.Failed<Table> e) ui.tell(e.cause());
        }));
        view.setPrefSize(ROWS_WIDTH, ROWS_HEIGHT);
        view.show(table);
        ui.showDialogue(ui.text("pipelines.made.rows.title", node.id()), view);
    }
}
