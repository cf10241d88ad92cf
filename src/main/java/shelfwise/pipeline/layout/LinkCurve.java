package shelfwise.pipeline.layout;

/** A link as a cubic curve: it leaves and meets its ports at right angles to their edges. */
public record LinkCurve(double x1, double y1, double cx1, double cy1, double cx2, double cy2, double x2, double y2) {
    private static final double LEAST_BEND = 24;

    public static LinkCurve between(PortPlace from, PortPlace to) {
        return between(from.x(), from.y(), from.side(), to.x(), to.y(), to.side());
    }

    /** Also for a link under the hand, whose end is no port yet. */
    public static LinkCurve between(double x1, double y1, Side out, double x2, double y2, Side in) {
        double bendOut = bend(out, x2 - x1, y2 - y1), bendIn = bend(in, x2 - x1, y2 - y1);
        return new LinkCurve(x1, y1, x1 + dx(out) * bendOut, y1 + dy(out) * bendOut, x2 + dx(in) * bendIn, y2 + dy(in) * bendIn, x2, y2);
    }

    /** From left to right, level at both ends, with the bend between them. */
    static LinkCurve level(double x1, double y1, double x2, double y2) {
        double bend = (x2 - x1) / 2;
        return new LinkCurve(x1, y1, x1 + bend, y1, x2 - bend, y2, x2, y2);
    }

    /** With x and y exchanged. */
    LinkCurve turned() {
        return new LinkCurve(y1, x1, cy1, cx1, cy2, cx2, y2, x2);
    }

    private static double bend(Side side, double dx, double dy) {
        return Math.max(LEAST_BEND, Math.abs(side == Side.TOP || side == Side.BOTTOM ? dy : dx) / 2);
    }

    private static int dx(Side side) {
        return side == Side.RIGHT ? 1 : side == Side.LEFT ? -1 : 0;
    }

    private static int dy(Side side) {
        return side == Side.BOTTOM ? 1 : side == Side.TOP ? -1 : 0;
    }

    /** The point at {@code share} of the way, 0 to 1. */
    public Spot at(double share) {
        double r = 1 - share;
        return new Spot(r * r * r * x1 + 3 * r * r * share * cx1 + 3 * r * share * share * cx2 + share * share * share * x2,
                r * r * r * y1 + 3 * r * r * share * cy1 + 3 * r * share * share * cy2 + share * share * share * y2);
    }
}
