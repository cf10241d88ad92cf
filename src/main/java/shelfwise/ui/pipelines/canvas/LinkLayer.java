package shelfwise.ui.pipelines.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import org.jspecify.annotations.Nullable;
import shelfwise.pipeline.Link;
import shelfwise.pipeline.layout.LinkCurve;
import shelfwise.ui.kit.Palette;

/**
 * All links, drawn on one canvas as large as the window: only those that are seen, at most once a frame, all of one look in one stroke. Six
 * hundred shapes of the scene would each be measured and styled.
 */
final class LinkLayer extends Canvas {
    private static final double LEAST = 1, NEAR = 1.4, CHOSEN = 2, GRID = 16, GRID_FROM = 0.5;
    private final List<Wire> seen = new ArrayList<>();

    LinkLayer() {
        setManaged(false);
        setMouseTransparent(true);
    }

    /** What is drawn besides the links themselves. @param drawn the link under the hand @param grid whether points of the grid are shown */
    record Extra(Set<String> items, Set<Link> chosen, @Nullable Link hovered, @Nullable LinkCurve drawn, boolean refused, boolean grid) { }

    void draw(Scenery scenery, View view, Extra extra, Palette palette) {
        GraphicsContext g = getGraphicsContext2D();
        g.setTransform(1, 0, 0, 1, 0, 0);
        g.clearRect(0, 0, getWidth(), getHeight());
        if (extra.grid() && view.scale() >= GRID_FROM) grid(g, view, palette);
        g.setTransform(view.scale(), 0, 0, view.scale(), view.x(), view.y());
        g.setLineCap(StrokeLineCap.ROUND);
        find(scenery, view);
        Predicate<Wire> chosen = w -> extra.chosen().contains(w.link()) || w.link().equals(extra.hovered());
        Predicate<Wire> near = w -> extra.items().contains(w.link().fromNode()) || extra.items().contains(w.link().toNode());
        double width = Math.max(palette.line(), LEAST / view.scale());
        stroke(g, w -> !w.idle() && !chosen.test(w) && !near.test(w), palette.muted(), width, false);
        stroke(g, w -> w.idle() && !chosen.test(w), palette.muted(), width, true);
        stroke(g, w -> !w.idle() && near.test(w) && !chosen.test(w), palette.accent(), NEAR * width, false);
        stroke(g, chosen, palette.accent(), CHOSEN * width, false);
        LinkCurve drawn = extra.drawn();
        if (drawn == null) return;
        g.setStroke(extra.refused() ? palette.severities().getFirst() : palette.accent());
        g.setLineWidth(Math.max(2, LEAST / view.scale()));
        g.setLineDashes(extra.refused() ? new double[] {6, 4} : new double[0]);
        g.beginPath();
        add(g, drawn);
        g.stroke();
        g.setLineDashes();
    }

    private void find(Scenery scenery, View view) {
        var window = view.seen(getWidth(), getHeight());
        seen.clear();
        for (Wire w : scenery.wires()) if (w.isSeen(window)) seen.add(w);
    }

    private void stroke(GraphicsContext g, Predicate<Wire> which, Color colour, double width, boolean dashed) {
        boolean any = false;
        g.beginPath();
        for (Wire w : seen) {
            if (!which.test(w)) continue;
            for (LinkCurve c : w.path().pieces()) add(g, c);
            any = true;
        }
        if (!any) return;
        g.setStroke(colour);
        g.setLineWidth(width);
        g.setLineDashes(dashed ? new double[] {2 * width, 3 * width} : new double[0]);
        g.stroke();
        g.setLineDashes();
    }

    private static void add(GraphicsContext g, LinkCurve c) {
        g.moveTo(c.x1(), c.y1());
        if (c.y1() == c.y2() && c.y1() == c.cy1() && c.y1() == c.cy2()) g.lineTo(c.x2(), c.y2()); // past a box: much cheaper to draw
        else g.bezierCurveTo(c.cx1(), c.cy1(), c.cx2(), c.cy2(), c.x2(), c.y2());
    }

    private void grid(GraphicsContext g, View view, Palette palette) {
        double step = GRID * view.scale();
        g.setFill(palette.grid());
        for (double x = mod(view.x(), step); x < getWidth(); x += step) {
            for (double y = mod(view.y(), step); y < getHeight(); y += step) g.fillRect(Math.floor(x), Math.floor(y), 1, 1);
        }
    }

    private static double mod(double value, double by) {
        return value - Math.floor(value / by) * by;
    }
}
