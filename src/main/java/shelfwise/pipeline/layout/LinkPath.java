package shelfwise.pipeline.layout;

import java.util.List;
import shelfwise.base.Checks;

/** The whole way of a link: one curve, or several that meet where it goes around boxes. */
public record LinkPath(List<LinkCurve> pieces) {
    public LinkPath {
        pieces = List.copyOf(pieces);
        Checks.that(!pieces.isEmpty(), "a path needs a piece");
    }

    /** The point at {@code share} of the way, 0 to 1, each piece counting alike. */
    public Spot at(double share) {
        double along = Math.clamp(share, 0, 1) * pieces.size();
        int piece = Math.min(pieces.size() - 1, (int) along);
        return pieces.get(piece).at(along - piece);
    }
}
