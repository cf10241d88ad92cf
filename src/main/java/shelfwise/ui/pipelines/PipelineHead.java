package shelfwise.ui.pipelines;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import shelfwise.app.Workspace;
import shelfwise.base.JobEvent;
import shelfwise.data.Metrics;
import shelfwise.pipeline.Node;
import shelfwise.pipeline.NodeEvent;
import shelfwise.pipeline.Pipeline;
import shelfwise.pipeline.Port;
import shelfwise.pipeline.PortType;
import shelfwise.pipeline.RunResult;
import shelfwise.ui.UiContext;

/** What stands beside the canvas while no node is chosen: how many steps stand how, what the colours mean, what was last found. */
final class PipelineHead extends VBox {
    private static final int METRICS = 3;
    private static final List<String> GROUPS = List.of("source", "prepare", "split", "vectors", "model", "hybrid", "rerank", "evaluate", "lists");
    private final PipelinesViewModel model;
    private final Workspace workspace;
    private final NodeWords words;
    private final UiContext ui;
    private final VBox counts = new VBox(), found = new VBox();
    private Map<String, Long> counted = Map.of();
    private List<RunResult> read = List.of();

    PipelineHead(Pipeline pipeline, PipelinesViewModel model, Workspace workspace, NodeWords words, UiContext ui) {
        this.model = model;
        this.workspace = workspace;
        this.words = words;
        this.ui = ui;
        getStyleClass().add("pipeline-head");
        counts.getStyleClass().add("group");
        found.getStyleClass().add("group");
        var hint = NodeStanding.text(ui.text("pipelines.hint"), "muted");
        var title = NodeStanding.text(pipeline.name(), "section-title");
        getChildren().addAll(new VBox(8, title, NodeStanding.text(ui.text("pipelines.steps", pipeline.nodes().size()), "muted"), counts), hint, found);
        if (!pipeline.nodes().isEmpty()) getChildren().add(legend(pipeline));
        show(pipeline);
    }

    private VBox legend(Pipeline pipeline) {
        var legend = new VBox(8, caption("pipelines.legend"));
        List<String> there = pipeline.nodes().stream().map(NodeWords::group).toList();
        for (String group : GROUPS) {
            if (!there.contains(group)) continue;
            var band = new Region();
            band.getStyleClass().add("node-band");
            var line = new HBox(band, new Label(ui.text("pipelines.group." + group), NodeWords.groupIcon(group).icon()));
            line.getStyleClass().addAll("line", "group-" + group);
            legend.getChildren().add(line);
        }
        return legend;
    }

    private Label caption(String key) {
        var label = new Label(ui.text(key));
        label.getStyleClass().add("caption");
        return label;
    }

    /** Shows the states as they are now. */
    void show(Pipeline pipeline) {
        var states = pipeline.nodes().stream().map(n -> model.states().of(n.id())).toList();
        var now = new TreeMap<>(states.stream().collect(Collectors.groupingBy(s -> word(s), Collectors.counting())));
        if (!now.equals(counted)) {
            counted = now;
            counts.getChildren().setAll(now.entrySet().stream().map(e -> count(states, e.getKey(), e.getValue())).toList());
        }
        showFound(pipeline);
    }

    private String word(NodeEvent state) {
        return words.state(state, model.states().live(state.node()));
    }

    private Label count(List<NodeEvent> states, String word, long count) {
        NodeEvent one = states.stream().filter(s -> word(s).equals(word)).findFirst().orElseThrow();
        return new Label(ui.text("pipelines.count", ui.numbers().count(count), word), NodeWords.icon(one));
    }

    private void showFound(Pipeline pipeline) {
        List<Node> judges = pipeline.nodes().stream().filter(n -> metricsPort(n).isPresent() && model.states().result(n.id()).isPresent()).toList();
        List<RunResult> results = judges.stream().flatMap(n -> model.states().result(n.id()).stream()).toList();
        if (results.equals(read)) return;
        read = results;
        found.getChildren().clear();
        for (Node n : judges) model.states().result(n.id()).ifPresent(result -> show(n, metricsPort(n).orElseThrow(), result));
    }

    private Optional<String> metricsPort(Node node) {
        return workspace.operators().readable(node).stream().flatMap(o -> o.outputs().stream()).filter(p -> p.type() == PortType.METRICS).map(Port::name).findFirst();
    }

    private void show(Node node, String port, RunResult result) {
        model.<Optional<Metrics>>quietly(_ -> result.value(node.id(), port, Metrics.class), event -> {
            if (event instanceof JobEvent.Done<Optional<Metrics>> done && read.contains(result)) {
                done.result().ifPresent(m -> found.getChildren().addAll(caption("pipelines.found"), MetricsGrid.of(m.rows(), METRICS, ui)));
            }
        });
    }
}
