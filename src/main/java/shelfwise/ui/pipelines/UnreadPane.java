package shelfwise.ui.pipelines;

import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import shelfwise.base.ProblemException;
import shelfwise.pipeline.KnownPart;
import shelfwise.pipeline.Node;
import shelfwise.pipeline.NodeText;
import shelfwise.pipeline.OperatorCatalogue;
import shelfwise.pipeline.Unread;
import shelfwise.ui.UiContext;
import shelfwise.ui.kit.Failure;
import shelfwise.ui.kit.Icons;

/** A node that can't be read: why, what could be kept of it, and its text, which can be mended. */
final class UnreadPane extends VBox {
    private final UiContext ui;

    /**
     * @param kept    is given the node once only what is known is kept
     * @param written is given the node once its text was mended
     */
    UnreadPane(Node node, Unread unread, OperatorCatalogue operators, UiContext ui, Consumer<Node> kept, Consumer<Node> written) {
        super(12);
        this.ui = ui;
        setId("unread");
        var title = NodeStanding.text(node.label().isEmpty() ? node.id() : node.label(), "section-title");
        var id = NodeStanding.text(ui.text("pipelines.node.kind", node.operator(), node.id()), "caption");
        var card = new VBox(8, problem(unread));
        card.getStyleClass().addAll("card", "node-standing-card");
        card.getChildren().add(NodeStanding.text(ui.text("pipelines.unread.harmless"), "muted"));
        keep(card, node, operators, kept);
        var json = new NodeJsonPane(node, new NodeText(operators), ui, written);
        json.setExpanded(true);
        getChildren().setAll(new VBox(4, title, id), card, json);
    }

    private VBox problem(Unread unread) {
        Failure failure = Failure.of(unread.problem().asException(), ui.messages());
        var icon = Icons.WARNING.icon();
        icon.getStyleClass().add("severity-warning");
        var word = new Label(ui.text("pipelines.unread"), icon);
        word.getStyleClass().add("node-state-word");
        return new VBox(8, word, NodeStanding.text(failure.what(), "error-what"), NodeStanding.text(failure.where(), "error-where"), NodeStanding.text(failure.cure(), "error-cure"));
    }

    /** Nothing can be kept of an operator that is not known. */
    private void keep(VBox card, Node node, OperatorCatalogue operators, Consumer<Node> kept) {
        KnownPart known;
        try {
            known = KnownPart.of(node, operators);
        } catch (ProblemException _) {
            return;
        }
        var button = new Button(ui.text("pipelines.unread.keep"), Icons.DONE.icon());
        button.setId("keep-known");
        button.setOnAction(_ -> kept.accept(known.node()));
        String dropped = known.dropped().isEmpty() ? ui.text("pipelines.unread.keeps-all") : ui.text("pipelines.unread.drops", known.dropped());
        card.getChildren().addAll(NodeStanding.text(dropped, "muted"), new HBox(button));
    }
}
