package shelfwise.pipeline.layout;

/** A point of the canvas, such as the upper left corner of a node's box. */
public record Spot(double x, double y) {
    public Spot plus(double dx, double dy) {
        return new Spot(x + dx, y + dy);
    }
}
