package shelfwise.ui.pipelines;

import java.util.Map;
import javafx.css.PseudoClass;
import javafx.scene.Group;
import javafx.scene.shape.Circle;
import javafx.scene.shape.CubicCurve;
import shelfwise.pipeline.Link;
import shelfwise.pipeline.OperatorCatalogue;
import shelfwise.pipeline.Pipeline;
import shelfwise.pipeline.layout.LinkCurve;
import shelfwise.pipeline.layout.Ports;
import shelfwise.pipeline.layout.Spot;

/** The links between boxes as curves: down where the next box stands below, else sideways. */
final class GraphLinks extends Group {
    private static final PseudoClass NEAR = PseudoClass.getPseudoClass("near");
    private static final double PORT = 3.5;
    private final OperatorCatalogue operators;

    GraphLinks(OperatorCatalogue operators) {
        this.operators = operators;
        setMouseTransparent(true);
    }

    void show(Pipeline pipeline, Map<String, Spot> spots) {
        getChildren().clear();
        Ports ports = Ports.of(pipeline, operators, spots);
        for (Link l : pipeline.links()) ports.curve(l).ifPresent(c -> draw(l, c));
    }

    private void draw(Link link, LinkCurve c) {
        var curve = new CubicCurve(c.x1(), c.y1(), c.cx1(), c.cy1(), c.cx2(), c.cy2(), c.x2(), c.y2());
        curve.getStyleClass().add("node-link");
        curve.setUserData(link);
        getChildren().addAll(curve, port(c.x1(), c.y1(), link), port(c.x2(), c.y2(), link));
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
