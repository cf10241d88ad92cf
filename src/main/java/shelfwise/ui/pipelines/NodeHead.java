package shelfwise.ui.pipelines;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import shelfwise.pipeline.Node;
import shelfwise.pipeline.Operator;
import shelfwise.pipeline.Port;
import shelfwise.ui.UiContext;

/** What a node is: its name, what its operator does, what goes in and what comes out. */
final class NodeHead extends VBox {
    private final UiContext ui;

    NodeHead(Node node, Operator<?> operator, NodeWords words, UiContext ui) {
        this.ui = ui;
        getStyleClass().add("group");
        var name = new Label(words.name(node));
        name.setWrapText(true);
        name.getStyleClass().add("section-title");
        var heading = new HBox(NodeWords.groupIcon(NodeWords.group(node)).icon(20), name);
        heading.getStyleClass().add("line");
        var id = new Label(node.label().isEmpty() ? node.id() : ui.text("pipelines.node.kind", words.operator(node), node.id()));
        id.getStyleClass().add("caption");
        var help = new Label(ui.text("op." + node.operator() + ".help"));
        help.setWrapText(true);
        var ports = new GridPane();
        ports.getStyleClass().add("node-ports");
        ports(ports, "setting.inputs", operator.inputs());
        ports(ports, "setting.outputs", operator.outputs());
        getChildren().addAll(heading, id, help, ports);
    }

    private void ports(GridPane grid, String title, List<Port> ports) {
        if (ports.isEmpty()) return;
        var name = new Label(ui.text(title));
        name.getStyleClass().add("caption");
        name.setMinWidth(USE_PREF_SIZE); // the ports wrap, not this
        var all = new Label(ui.list(ports.stream().map(this::told)));
        all.setWrapText(true);
        GridPane.setValignment(name, VPos.TOP); // beside the first line of several
        grid.addRow(grid.getRowCount(), name, all);
    }

    private String told(Port port) {
        String type = ui.text(port.type().nameKey());
        if (port.optional()) return ui.text("pipelines.port.with", type, ui.text("setting.optional"));
        return port.many() ? ui.text("pipelines.port.with", type, ui.text("setting.several")) : type;
    }
}
