package shelfwise.ui.pipelines;

import javafx.collections.MapChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import shelfwise.app.Workspace;
import shelfwise.pipeline.NodeEvent;
import shelfwise.pipeline.Pipeline;
import shelfwise.ui.UiContext;
import shelfwise.ui.kit.Icons;

/** The pane beside the canvas: what the chosen node is, where it stands, what it made, and its settings. */
final class NodePane extends ScrollPane {
    private final PipelinesViewModel model;
    private final Workspace workspace;
    private final NodeWords words;
    private final UiContext ui;
    private final VBox box = new VBox();
    private final VBox standing = new VBox();
    private String shown = "";
    private String stood = "";

    NodePane(PipelinesViewModel model, Workspace workspace, NodeWords words, UiContext ui) {
        this.model = model;
        this.workspace = workspace;
        this.words = words;
        this.ui = ui;
        getStyleClass().add("node-pane");
        box.getStyleClass().add("node-pane-box");
        standing.getStyleClass().add("node-standing");
        setContent(box);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        ui.keep(model.selected().subscribe(_ -> show()));
        ui.keep(model.pipeline().subscribe(_ -> show()));
        ui.keep(model.running().subscribe(_ -> showStanding()));
        MapChangeListener<String, NodeEvent> change = c -> {
            if (c.getKey().equals(model.selected().get())) showStanding();
        };
        model.states().all().addListener(change);
        ui.keep(() -> model.states().all().removeListener(change));
    }

    private shelfwise.pipeline.@Nullable Node chosen() {
        Pipeline pipeline = model.pipeline().get();
        return pipeline == null ? null : pipeline.find(model.selected().get()).orElse(null);
    }

    /** The chosen node, from the top; nothing is made anew while the same one is shown. */
    private void show() {
        var node = chosen();
        String now = node == null ? "" : model.name().get() + "/" + node.id() + "/" + node.operator();
        if (now.equals(shown) && !box.getChildren().isEmpty()) {
            showStanding();
            return;
        }
        shown = now;
        stood = "";
        if (node == null) box.getChildren().setAll(hint());
        else box.getChildren().setAll(new NodeHead(node, workspace.operators().operator(node), words, ui), standing);
        setVvalue(0);
        showStanding();
    }

    private Node hint() {
        var text = new Label(ui.text("pipelines.hint"), Icons.INFO.icon());
        text.setWrapText(true);
        text.getStyleClass().add("muted");
        return text;
    }

    private void showStanding() {
        var node = chosen();
        if (node == null) return;
        NodeEvent state = model.states().of(node.id());
        String now = state + " " + model.running().get();
        if (now.equals(stood)) return;
        stood = now;
        standing.getChildren().setAll(new NodeStanding(node, state, model, workspace, words, ui));
    }

    /** Puts the keyboard into the first field of the settings. */
    void focusSettings() {
        requestFocus();
    }

    boolean hasFocus() {
        return isFocusWithin();
    }
}
