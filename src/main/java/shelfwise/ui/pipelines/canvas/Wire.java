package shelfwise.ui.pipelines.canvas;

import shelfwise.pipeline.Link;
import shelfwise.pipeline.Pipeline;
import shelfwise.pipeline.layout.LinkCurve;
import shelfwise.pipeline.layout.Spot;

/**
 * A link as it lies on the canvas.
 *
 * @param idle whether nothing flows through it, as one of its ends is disabled
 */
record Wire(Link link, LinkCurve curve, boolean idle) {
    private static final int PIECES = 24;

    static Wire of(Link link, LinkCurve curve, Pipeline pipeline) {
        return new Wire(link, curve, !pipeline.node(link.fromNode()).enabled() || !pipeline.node(link.toNode()).enabled());
    }

    double left() {
        return Math.min(Math.min(curve.x1(), curve.cx1()), Math.min(curve.x2(), curve.cx2()));
    }

    double right() {
        return Math.max(Math.max(curve.x1(), curve.cx1()), Math.max(curve.x2(), curve.cx2()));
    }

    double top() {
        return Math.min(Math.min(curve.y1(), curve.cy1()), Math.min(curve.y2(), curve.cy2()));
    }

    double bottom() {
        return Math.max(Math.max(curve.y1(), curve.cy1()), Math.max(curve.y2(), curve.cy2()));
    }

    /** How far the point is from the curve, nearly; infinite if farther than {@code reach}. */
    double distance(double x, double y, double reach) {
        if (x < left() - reach || x > right() + reach || y < top() - reach || y > bottom() + reach) return Double.POSITIVE_INFINITY;
        double nearest = Double.POSITIVE_INFINITY;
        Spot from = curve.at(0);
        for (int i = 1; i <= PIECES; i++) {
            Spot to = curve.at((double) i / PIECES);
            nearest = Math.min(nearest, toPiece(x, y, from, to));
            from = to;
        }
        return nearest;
    }

    private static double toPiece(double x, double y, Spot from, Spot to) {
        double dx = to.x() - from.x(), dy = to.y() - from.y(), length = dx * dx + dy * dy;
        double share = length == 0 ? 0 : Math.clamp(((x - from.x()) * dx + (y - from.y()) * dy) / length, 0, 1);
        return Math.hypot(x - from.x() - share * dx, y - from.y() - share * dy);
    }
}
