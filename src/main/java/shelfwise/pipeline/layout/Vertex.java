package shelfwise.pipeline.layout;

import java.util.ArrayList;
import java.util.List;

/** What takes room in a column while a layout is worked out: a box, several boxes below each other, or the lane of a link that goes past. */
final class Vertex {
    /** A link, or its piece, between neighbouring columns; offsets are from the middle of the vertex down to where the link meets it. */
    record Arc(Vertex from, double fromOffset, Vertex to, double toOffset) {
        /** How much it matters that it runs level: the middle of a long link most. */
        double weight() {
            return from.lane() && to.lane() ? 8 : from.lane() || to.lane() ? 2 : 1;
        }
    }

    final List<String> boxes;
    final int column;
    final List<Arc> in = new ArrayList<>(), out = new ArrayList<>();
    int place;
    double middle;

    /** @param boxes from top to bottom, none for a lane */
    Vertex(List<String> boxes, int column) {
        this.boxes = List.copyOf(boxes);
        this.column = column;
    }

    boolean lane() {
        return boxes.isEmpty();
    }

    double height() {
        return lane() ? Layout.LANE : boxes.size() * (Layout.HEIGHT + Layout.GAP_Y) - Layout.GAP_Y;
    }

    /** The middle of one of its boxes, from its own middle. */
    double offset(String box) {
        return (boxes.indexOf(box) + 0.5) * (Layout.HEIGHT + Layout.GAP_Y) - Layout.GAP_Y / 2 - height() / 2;
    }

    static void join(Vertex from, double fromOffset, Vertex to, double toOffset) {
        var arc = new Arc(from, fromOffset, to, toOffset);
        from.out.add(arc);
        to.in.add(arc);
    }
}
