package shelfwise.ui.pipelines;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.geometry.Pos;
import shelfwise.pipeline.Node;
import shelfwise.pipeline.NodeEvent;
import shelfwise.pipeline.layout.Layout;

/** A node on the canvas: its group by icon and colour, its name and id, its state by icon and word. */
final class NodeBox extends StackPane {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private final Label name = new Label(), id = new Label(), state = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final Tooltip tip = new Tooltip();
    private final NodeWords words;

    NodeBox(NodeWords words, Node node) {
        this.words = words;
        String group = NodeWords.group(node);
        getStyleClass().addAll("node-box", "group-" + group);
        setId("node-" + node.id());
        setPrefSize(Layout.WIDTH, Layout.HEIGHT);
        setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        var band = new Region();
        band.getStyleClass().add("node-band");
        name.getStyleClass().add("node-name");
        name.setGraphic(NodeWords.groupIcon(group).icon());
        id.setText(node.id());
        id.getStyleClass().add("node-id");
        state.getStyleClass().add("node-state");
        var text = new VBox(name, id, state);
        text.getStyleClass().add("node-text");
        bar.getStyleClass().add("node-progress");
        bar.setMaxWidth(Double.MAX_VALUE);
        StackPane.setAlignment(bar, Pos.BOTTOM_CENTER);
        getChildren().addAll(new HBox(band, text), bar);
        setAccessibleRole(AccessibleRole.BUTTON);
        Tooltip.install(this, tip);
    }

    void show(Node node, NodeStates states, boolean running) {
        NodeEvent now = states.of(node.id());
        boolean unready = NodeWords.unready(now, states);
        String look = unready ? "unready" : NodeWords.word(now);
        name.setText(words.name(node));
        state.setText(unready ? words.unready() : words.told(now, node, running));
        if (state.getGraphic() == null || !state.getStyleClass().contains(look)) {
            state.setGraphic(unready ? NodeWords.warning() : NodeWords.icon(now));
            state.getStyleClass().setAll("label", "node-state", look);
        }
        bar.setVisible(now instanceof NodeEvent.Running);
        bar.setProgress(now instanceof NodeEvent.Running r && r.total() > 0 ? Math.min(1, (double) r.done() / r.total()) : 0);
        String told = words.name(node) + "\n" + node.id() + "\n" + (node.label().isEmpty() ? "" : words.operator(node) + "\n") + state.getText();
        tip.setText(told);
        setAccessibleText(told.replace("\n", ", "));
    }

    void setChosen(boolean chosen) {
        pseudoClassStateChanged(CHOSEN, chosen);
    }
}
