package shelfwise.ui.pipelines;

import java.util.List;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.scene.Group;
import javafx.scene.shape.Circle;
import javafx.scene.shape.CubicCurve;
import shelfwise.pipeline.Link;
import shelfwise.pipeline.OperatorCatalogue;
import shelfwise.pipeline.Pipeline;
import shelfwise.pipeline.Port;

/** The links between boxes as curves: down where the next box stands below, else sideways. */
final class GraphLinks extends Group {
    private static final PseudoClass NEAR = PseudoClass.getPseudoClass("near");
    private static final double PORT = 3.5, LEAST_BEND = 24;
    private final OperatorCatalogue operators;

    GraphLinks(OperatorCatalogue operators) {
        this.operators = operators;
        setMouseTransparent(true);
    }

    void show(Pipeline pipeline, Map<String, GraphLayout.Spot> spots) {
        getChildren().clear();
        for (Link l : pipeline.links()) {
            GraphLayout.Spot from = spots.get(l.fromNode()), to = spots.get(l.toNode());
            if (from == null || to == null) continue;
            List<Port> outputs = operators.operator(pipeline.node(l.fromNode())).outputs(), inputs = operators.operator(pipeline.node(l.toNode())).inputs();
            draw(l, from, share(outputs, l.fromPort()), to, share(inputs, l.toPort()));
        }
    }

    /** Where along its edge a port lies, 0 to 1. */
    private static double share(List<Port> ports, String name) {
        List<String> names = ports.stream().map(Port::name).toList();
        return (Math.max(0, names.indexOf(name)) + 1.0) / (names.size() + 1);
    }

    private void draw(Link link, GraphLayout.Spot from, double out, GraphLayout.Spot to, double in) {
        boolean down = to.y() >= from.y() + GraphLayout.HEIGHT && Math.abs(to.x() - from.x()) < GraphLayout.WIDTH;
        double x1 = from.x() + (down ? out * GraphLayout.WIDTH : GraphLayout.WIDTH), y1 = from.y() + (down ? GraphLayout.HEIGHT : out * GraphLayout.HEIGHT);
        double x2 = to.x() + (down ? in * GraphLayout.WIDTH : 0), y2 = to.y() + (down ? 0 : in * GraphLayout.HEIGHT);
        double bend = Math.max(LEAST_BEND, (down ? y2 - y1 : Math.abs(x2 - x1)) / 2);
        var curve = down ? new CubicCurve(x1, y1, x1, y1 + bend, x2, y2 - bend, x2, y2) : new CubicCurve(x1, y1, x1 + bend, y1, x2 - bend, y2, x2, y2);
        curve.getStyleClass().add("node-link");
        curve.setUserData(link);
        getChildren().addAll(curve, port(x1, y1, link), port(x2, y2, link));
    }

    private static Circle port(double x, double y, Link link) {
        var port = new Circle(x, y, PORT);
        port.getStyleClass().add("node-port");
        port.setUserData(link);
        return port;
    }

    /** Brings out the links of one node. */
    void choose(String node) {
        for (var shape : getChildren()) {
            boolean near = shape.getUserData() instanceof Link l && (l.fromNode().equals(node) || l.toNode().equals(node));
            shape.pseudoClassStateChanged(NEAR, near);
        }
    }
}
