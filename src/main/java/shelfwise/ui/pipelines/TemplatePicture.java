package shelfwise.ui.pipelines;

import java.util.HashMap;
import java.util.Map;
import javafx.beans.value.ObservableObjectValue;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import shelfwise.pipeline.Link;
import shelfwise.pipeline.Node;
import shelfwise.pipeline.Pipeline;
import shelfwise.pipeline.layout.Layout;
import shelfwise.ui.kit.Palette;

/** A small picture of a pipeline: its boxes in the colours of their groups, and its links. It grows with its place and keeps its shape. */
final class TemplatePicture extends Region {
    private static final Map<String, Integer> COLOURS = Map.of("source", 0, "split", 1, "model", 2, "evaluate", 3, "prepare", 4, "vectors", 4, "lists", 5, "hybrid", 6, "rerank", 7);
    private static final double MOST = 0.4, ROUND = 2, LINE = 0.8;
    private final Canvas canvas = new Canvas();
    private final ObservableObjectValue<Palette> palette;
    private Pipeline pipeline = Pipeline.empty("picture");

    TemplatePicture(ObservableObjectValue<Palette> palette) {
        this.palette = palette;
        getChildren().add(canvas);
        getStyleClass().add("template-picture");
    }

    void show(Pipeline shown) {
        pipeline = shown;
        requestLayout();
    }

    @Override protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, getWidth(), getHeight());
        if (pipeline.nodes().isEmpty()) return;
        double left = pipeline.nodes().stream().mapToDouble(Node::x).min().orElse(0), top = pipeline.nodes().stream().mapToDouble(Node::y).min().orElse(0);
        double wide = pipeline.nodes().stream().mapToDouble(n -> n.x() - left + Layout.WIDTH).max().orElse(1), high = pipeline.nodes().stream().mapToDouble(n -> n.y() - top + Layout.HEIGHT).max().orElse(1);
        double scale = Math.min(MOST, Math.min(getWidth() / wide, getHeight() / high));
        g.save();
        g.translate((getWidth() - wide * scale) / 2, (getHeight() - high * scale) / 2);
        draw(g, scale, left, top);
        g.restore();
    }

    private void draw(GraphicsContext g, double scale, double left, double top) {
        var byId = new HashMap<String, Node>();
        pipeline.nodes().forEach(n -> byId.put(n.id(), n));
        g.setStroke(palette.get().other());
        g.setLineWidth(LINE);
        for (Link l : pipeline.links()) {
            Node from = byId.get(l.fromNode()), to = byId.get(l.toNode());
            if (from == null || to == null) continue;
            double x1 = (from.x() - left + Layout.WIDTH / 2) * scale, y1 = (from.y() - top + Layout.HEIGHT / 2) * scale;
            double x2 = (to.x() - left + Layout.WIDTH / 2) * scale, y2 = (to.y() - top + Layout.HEIGHT / 2) * scale, middle = (x1 + x2) / 2;
            g.beginPath();
            g.moveTo(x1, y1);
            g.bezierCurveTo(middle, y1, middle, y2, x2, y2);
            g.stroke();
        }
        for (Node n : pipeline.nodes()) {
            Color colour = palette.get().category(COLOURS.getOrDefault(NodeWords.group(n), 0));
            g.setFill(colour);
            g.fillRoundRect((n.x() - left) * scale, (n.y() - top) * scale, Layout.WIDTH * scale, Layout.HEIGHT * scale, ROUND * 2, ROUND * 2);
        }
    }
}
