package shelfwise.ui.pipelines;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javafx.beans.value.ObservableObjectValue;
import javafx.geometry.Bounds;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import shelfwise.pipeline.Link;
import shelfwise.pipeline.Node;
import shelfwise.pipeline.Note;
import shelfwise.pipeline.Pipeline;
import shelfwise.ui.kit.Palette;

/** A small picture of a template: its frames from left to right with the names of their steps, in the colours of their kinds, and what leads where. */
final class TemplatePicture extends StackPane {
    private static final Map<String, Integer> COLOURS = Map.of("source", 0, "split", 1, "model", 2, "evaluate", 3, "prepare", 4, "vectors", 4, "lists", 5, "hybrid", 6, "rerank", 7);
    private static final double LINE = 0.8, SWATCH_WIDTH = 4, SWATCH_HEIGHT = 12;
    private final Canvas lines = new Canvas();
    private final HBox columns = new HBox();
    private final NodeWords words;
    private final ObservableObjectValue<Palette> palette;
    private final Map<String, Label> steps = new HashMap<>();
    private List<Link> links = List.of();

    TemplatePicture(NodeWords words, ObservableObjectValue<Palette> palette) {
        this.words = words;
        this.palette = palette;
        lines.setManaged(false);
        columns.getStyleClass().add("template-columns");
        getChildren().addAll(lines, columns);
        getStyleClass().add("template-picture");
    }

    void show(Pipeline pipeline) {
        links = pipeline.links();
        steps.clear();
        var byPlace = new TreeMap<Double, VBox>();
        pipeline.notes().stream().filter(n -> n.kind() == Note.Kind.FRAME).sorted(Comparator.comparingDouble(Note::y))
                .forEach(f -> byPlace.computeIfAbsent(f.x(), _ -> column()).getChildren().add(frame(f, inside(f, pipeline))));
        columns.getChildren().setAll(byPlace.values());
    }

    private static VBox column() {
        var column = new VBox();
        column.getStyleClass().add("template-column");
        column.setMinWidth(0);
        column.setPrefWidth(1); // all alike
        HBox.setHgrow(column, Priority.ALWAYS);
        return column;
    }

    private static List<Node> inside(Note frame, Pipeline pipeline) {
        return pipeline.nodes().stream().filter(n -> n.x() >= frame.x() && n.x() < frame.x() + frame.width() && n.y() >= frame.y() && n.y() < frame.y() + frame.height())
                .sorted(Comparator.comparingDouble(Node::y)).toList();
    }

    private VBox frame(Note frame, List<Node> inside) {
        var title = new Label(frame.text());
        title.getStyleClass().add("template-frame-title");
        var all = new ArrayList<Label>(List.of(title));
        for (Node n : inside) all.add(step(n));
        var box = new VBox();
        box.getChildren().addAll(all);
        box.getStyleClass().add("template-frame");
        return box;
    }

    private Label step(Node node) {
        var swatch = new Rectangle(SWATCH_WIDTH, SWATCH_HEIGHT, palette.get().category(COLOURS.getOrDefault(NodeWords.group(node), 0)));
        var step = new Label(words.name(node), swatch);
        step.getStyleClass().add("template-step");
        step.setMaxWidth(Double.MAX_VALUE);
        steps.put(node.id(), step);
        return step;
    }

    @Override protected void layoutChildren() {
        super.layoutChildren();
        columns.layout();
        lines.setWidth(getWidth());
        lines.setHeight(getHeight());
        GraphicsContext g = lines.getGraphicsContext2D();
        g.clearRect(0, 0, getWidth(), getHeight());
        g.setStroke(palette.get().other());
        g.setLineWidth(LINE);
        for (Link l : links) {
            Label from = steps.get(l.fromNode()), to = steps.get(l.toNode());
            if (from != null && to != null) line(g, place(from), place(to));
        }
    }

    private Bounds place(Label step) {
        step.getParent().layout();
        return sceneToLocal(step.localToScene(step.getLayoutBounds()));
    }

    /** Steps of one column stand in their order: a line only leads to another one. */
    private static void line(GraphicsContext g, Bounds from, Bounds to) {
        if (to.getMinX() <= from.getMaxX()) return;
        double y1 = from.getCenterY(), y2 = to.getCenterY(), middle = (from.getMaxX() + to.getMinX()) / 2;
        g.beginPath();
        g.moveTo(from.getMaxX(), y1);
        g.bezierCurveTo(middle, y1, middle, y2, to.getMinX(), y2);
        g.stroke();
    }
}
