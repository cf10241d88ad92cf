package shelfwise.ui.pipelines.canvas;

import java.util.function.ToDoubleFunction;
import javafx.geometry.Rectangle2D;
import shelfwise.pipeline.Link;
import shelfwise.pipeline.Pipeline;
import shelfwise.pipeline.layout.LinkCurve;
import shelfwise.pipeline.layout.LinkPath;
import shelfwise.pipeline.layout.Spot;

/**
 * A link as it lies on the canvas.
 *
 * @param bounds hold all of its way
 * @param idle   whether nothing flows through it, as one of its ends is disabled
 */
record Wire(Link link, LinkPath path, Rectangle2D bounds, boolean idle) {
    private static final int LOOKS = 24;

    static Wire of(Link link, LinkPath path, Pipeline pipeline) {
        return new Wire(link, path, bounds(path), !pipeline.node(link.fromNode()).enabled() || !pipeline.node(link.toNode()).enabled());
    }

    private static Rectangle2D bounds(LinkPath path) {
        double left = least(path, c -> Math.min(Math.min(c.x1(), c.cx1()), Math.min(c.x2(), c.cx2()))), top = least(path, c -> Math.min(Math.min(c.y1(), c.cy1()), Math.min(c.y2(), c.cy2())));
        double right = -least(path, c -> -Math.max(Math.max(c.x1(), c.cx1()), Math.max(c.x2(), c.cx2())));
        double bottom = -least(path, c -> -Math.max(Math.max(c.y1(), c.cy1()), Math.max(c.y2(), c.cy2())));
        return new Rectangle2D(left, top, right - left, bottom - top);
    }

    private static double least(LinkPath path, ToDoubleFunction<LinkCurve> of) {
        double least = Double.POSITIVE_INFINITY;
        for (LinkCurve c : path.pieces()) least = Math.min(least, of.applyAsDouble(c));
        return least;
    }

    Spot start() {
        return path.at(0);
    }

    Spot end() {
        return path.at(1);
    }

    boolean isSeen(Rectangle2D window) {
        return bounds.getMaxX() >= window.getMinX() && bounds.getMinX() <= window.getMaxX() && bounds.getMaxY() >= window.getMinY() && bounds.getMinY() <= window.getMaxY();
    }

    /** How far the point is from the way, nearly; infinite if farther than {@code reach}. */
    double distance(double x, double y, double reach) {
        if (x < bounds.getMinX() - reach || x > bounds.getMaxX() + reach || y < bounds.getMinY() - reach || y > bounds.getMaxY() + reach) return Double.POSITIVE_INFINITY;
        double nearest = Double.POSITIVE_INFINITY;
        for (LinkCurve c : path.pieces()) {
            Spot from = c.at(0);
            for (int i = 1; i <= LOOKS; i++) {
                Spot to = c.at((double) i / LOOKS);
                nearest = Math.min(nearest, toPiece(x, y, from, to));
                from = to;
            }
        }
        return nearest;
    }

    private static double toPiece(double x, double y, Spot from, Spot to) {
        double dx = to.x() - from.x(), dy = to.y() - from.y(), length = dx * dx + dy * dy;
        double share = length == 0 ? 0 : Math.clamp(((x - from.x()) * dx + (y - from.y()) * dy) / length, 0, 1);
        return Math.hypot(x - from.x() - share * dx, y - from.y() - share * dy);
    }
}
