package shelfwise.pipeline;

import java.util.Objects;
import shelfwise.base.Checks;

/**
 * Words on the canvas, for people alone: a run knows nothing of them.
 *
 * @param id     unlike that of any node, group or other note of the pipeline
 * @param text   of a frame its title; may have several lines
 * @param x      left edge, in pixels at zoom 1
 * @param y      upper edge
 * @param width  more than 0
 * @param height more than 0
 */
public record Note(String id, Kind kind, String text, double x, double y, double width, double height) {
    /** A note is a slip of paper; a frame is a titled rectangle behind the nodes that stand in it. */
    public enum Kind { NOTE, FRAME }

    /** @throws shelfwise.base.ProblemException if the id can't be one */
    public Note {
        Node.checkId(id);
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(text, "text");
        Checks.that(Double.isFinite(x) && Double.isFinite(y), "place must be finite, was " + x + ", " + y);
        Checks.that(width > 0 && height > 0 && Double.isFinite(width) && Double.isFinite(height), "size must be more than 0, was " + width + ", " + height);
    }

    public Note withText(String newText) {
        return new Note(id, kind, newText, x, y, width, height);
    }

    public Note at(double newX, double newY) {
        return new Note(id, kind, text, newX, newY, width, height);
    }

    public Note sized(double newWidth, double newHeight) {
        return new Note(id, kind, text, x, y, newWidth, newHeight);
    }

    Note withId(String newId) {
        return new Note(newId, kind, text, x, y, width, height);
    }
}
