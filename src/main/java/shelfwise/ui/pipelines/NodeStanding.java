package shelfwise.ui.pipelines;

import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import shelfwise.app.Workspace;
import shelfwise.base.Problem;
import shelfwise.base.ProblemException;
import shelfwise.data.LearningCurve;
import shelfwise.pipeline.Node;
import shelfwise.pipeline.NodeEvent;
import shelfwise.pipeline.Operator;
import shelfwise.pipeline.Picks;
import shelfwise.ui.Target;
import shelfwise.ui.UiContext;
import shelfwise.ui.kit.Failure;
import shelfwise.ui.kit.Icons;
import shelfwise.ui.pipelines.look.LearningView;
import shelfwise.ui.pipelines.look.Peek;

/** Where a node stands: its state in words; why it failed and what mends it; what it made. */
final class NodeStanding extends VBox {
    private final Node node;
    private final PipelinesViewModel model;
    private final Workspace workspace;
    private final NodeWords words;
    private final Peek peek;
    private final UiContext ui;

    NodeStanding(Node node, NodeEvent state, PipelinesViewModel model, Workspace workspace, NodeWords words, Peek peek, UiContext ui) {
        this.node = node;
        this.model = model;
        this.workspace = workspace;
        this.words = words;
        this.peek = peek;
        this.ui = ui;
        getStyleClass().addAll("card", "node-standing-card", NodeWords.word(state));
        boolean unready = NodeWords.unready(state, model.states());
        Problem why = model.states().findings().getOrDefault(node.id(), Problem.of("pipeline.node-refused", node.id()));
        var word = unready ? new Label(words.unready(why), NodeWords.warning()) : new Label(stale() ? ui.text("pipelines.state.stale") : words.told(state, node, model.states(), live()), NodeWords.icon(state));
        word.getStyleClass().add("node-state-word");
        word.setWrapText(true);
        getChildren().add(word);
        switch (state) {
            case NodeEvent.Waiting _ when unready -> problem(why);
            case NodeEvent.Waiting _ when stale() -> {
                note("pipelines.node.stale");
                model.states().result(node.id()).flatMap(r -> r.node(node.id())).ifPresent(before -> made(rows(before.end())));
            }
            case NodeEvent.Waiting _ -> note(live() ? "pipelines.node.waiting" : "pipelines.node.not-run");
            case NodeEvent.Running r -> running(r);
            case NodeEvent.Done d -> {
                note("pipelines.node.done", ui.numbers().duration(Math.round(d.seconds() * 1000)));
                made(d.rows());
            }
            case NodeEvent.Cached c -> {
                note("pipelines.node.cached");
                made(c.rows());
            }
            case NodeEvent.Failed f -> failed(f);
            case NodeEvent.Skipped s -> skipped(s);
            case NodeEvent.Cancelled _ -> note("pipelines.node.cancelled");
        }
    }

    private boolean live() {
        return model.states().live(node.id());
    }

    private boolean stale() {
        return !live() && node.enabled() && model.states().of(node.id()) instanceof NodeEvent.Waiting && model.states().stale(node.id());
    }

    private static Map<String, Long> rows(NodeEvent end) {
        return switch (end) {
            case NodeEvent.Done d -> d.rows();
            case NodeEvent.Cached c -> c.rows();
            case NodeEvent.Waiting _, NodeEvent.Running _, NodeEvent.Failed _, NodeEvent.Skipped _, NodeEvent.Cancelled _ -> Map.of();
        };
    }

    private void note(String key, Object... args) {
        getChildren().add(text(ui.text(key, args), "muted"));
    }

    private void running(NodeEvent.Running state) {
        var bar = new ProgressBar(state.total() > 0 ? Math.min(1, (double) state.done() / state.total()) : 0);
        bar.setMaxWidth(Double.MAX_VALUE);
        getChildren().add(bar);
        if (!state.curve().isEmpty()) getChildren().add(new LearningView(new LearningCurve(state.curve(), 0, false), true, ui));
    }

    private void failed(NodeEvent.Failed state) {
        ProblemException exception = state.problem().asException(state.cause() == null ? new IllegalStateException(state.problem().key()) : state.cause());
        HBox buttons = problem(state.problem());
        buttons.getChildren().add(button("ui.details", Icons.MORE, () -> ui.tell(exception)));
    }

    /** What is wrong, where and what mends it; for a source the way to the assets. Gives the line of buttons below. */
    private HBox problem(Problem problem) {
        Failure failure = Failure.of(problem.asException(), ui.messages());
        getChildren().add(text(failure.what(), "error-what"));
        String where = words.place(failure.where(), node);
        if (!where.isEmpty()) getChildren().add(text(where, "error-where"));
        if (!failure.cure().isEmpty()) getChildren().add(text(failure.cure(), "error-cure"));
        var buttons = new HBox();
        buttons.getStyleClass().add("line");
        if (workspace.operators().readable(node).orElse(null) instanceof Operator.Source<?>) buttons.getChildren().add(button("pipelines.node.to-assets", Icons.ASSETS,
                () -> ui.go("assets", asset().isEmpty() ? Target.NONE : Target.of("asset", asset()))));
        getChildren().add(buttons);
        return buttons;
    }

    /** The asset that a source is set to read. */
    private String asset() {
        var form = workspace.operators().form(node);
        return form.specs().stream().filter(s -> s.picks().filter(p -> p.value() == Picks.What.ASSET).isPresent()).findFirst()
                .map(s -> form.get(node.settings(), s.name()).toString()).orElse("");
    }

    private void skipped(NodeEvent.Skipped state) {
        String because = model.pipeline().get() == null ? state.because() : model.pipeline().get().find(state.because()).map(words::name).orElse(state.because());
        note("pipelines.node.skipped", because);
        getChildren().add(button("pipelines.node.show", Icons.NEXT, () -> model.select(state.because())));
    }

    private void made(Map<String, Long> rows) {
        model.states().result(node.id()).ifPresent(result -> getChildren().add(new NodeProducts(node, rows, result, model, workspace, words, peek, ui)));
    }

    private Button button(String key, Icons icon, Runnable act) {
        var button = new Button(ui.text(key), icon.icon());
        button.setOnAction(_ -> act.run());
        return button;
    }

    static Label text(String text, String style) {
        var label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add(style);
        return label;
    }
}
