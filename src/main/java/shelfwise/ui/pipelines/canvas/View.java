package shelfwise.ui.pipelines.canvas;

import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;

/**
 * What of the canvas is seen.
 *
 * @param scale pixels of the window for one of the canvas, {@link #SMALLEST} to {@link #LARGEST}
 * @param x     where the canvas's origin stands in the window
 * @param y     see x
 */
public record View(double scale, double x, double y) {
    public static final double SMALLEST = 0.1, LARGEST = 4;
    static final View PLAIN = new View(1, 0, 0);
    private static final double MARGIN = 24, GAP = 12;

    public View {
        scale = Math.clamp(scale, SMALLEST, LARGEST);
    }

    View panned(double dx, double dy) {
        return new View(scale, x + dx, y + dy);
    }

    /** The canvas's point under (px, py) of the window stays there. */
    View zoomed(double factor, double px, double py) {
        double now = Math.clamp(scale * factor, SMALLEST, LARGEST);
        return new View(now, px - (px - x) * now / scale, py - (py - y) * now / scale);
    }

    Point2D toCanvas(double px, double py) {
        return new Point2D((px - x) / scale, (py - y) / scale);
    }

    Point2D toWindow(double cx, double cy) {
        return new Point2D(cx * scale + x, cy * scale + y);
    }

    /** The part of the canvas seen in a window of this size. */
    Rectangle2D seen(double width, double height) {
        return new Rectangle2D(-x / scale, -y / scale, width / scale, height / scale);
    }

    /** All of {@code content} in the middle of a window of this size, the scale between these; its upper left corner if it is too large. */
    static View fitting(Rectangle2D content, double width, double height, double smallest, double largest) {
        double scale = Math.min((width - 2 * MARGIN) / Math.max(1, content.getWidth()), (height - 2 * MARGIN) / Math.max(1, content.getHeight()));
        scale = Math.clamp(scale, smallest, largest);
        double x = Math.max(MARGIN, (width - content.getWidth() * scale) / 2), y = Math.max(MARGIN, (height - content.getHeight() * scale) / 2);
        return new View(scale, x - content.getMinX() * scale, y - content.getMinY() * scale);
    }

    /** The least move that brings {@code content} into the window. */
    View revealing(Rectangle2D content, double width, double height) {
        double left = content.getMinX() * scale + x, top = content.getMinY() * scale + y;
        double right = content.getMaxX() * scale + x, bottom = content.getMaxY() * scale + y;
        return panned(shift(left, right, width), shift(top, bottom, height));
    }

    /** The least move after which {@code content} is not under {@code cover}, which lies over the lower right of the window; none if there is no room beside it. */
    View clearing(Rectangle2D content, Rectangle2D cover) {
        Point2D from = toWindow(content.getMinX(), content.getMinY()), to = toWindow(content.getMaxX(), content.getMaxY());
        if (!cover.intersects(from.getX(), from.getY(), to.getX() - from.getX(), to.getY() - from.getY())) return this;
        double left = to.getX() + GAP - cover.getMinX(), up = to.getY() + GAP - cover.getMinY();
        boolean sideways = from.getX() - left >= 0, upwards = from.getY() - up >= 0;
        if (sideways && (left <= up || !upwards)) return panned(-left, 0);
        return upwards ? panned(0, -up) : this;
    }

    private static double shift(double from, double to, double room) {
        if (from < MARGIN || to - from > room - 2 * MARGIN) return from < MARGIN || to > room - MARGIN ? MARGIN - from : 0;
        return to > room - MARGIN ? room - MARGIN - to : 0;
    }

    /** Middle of the window at this point of the canvas. */
    View centred(double cx, double cy, double width, double height) {
        return new View(scale, width / 2 - cx * scale, height / 2 - cy * scale);
    }
}
