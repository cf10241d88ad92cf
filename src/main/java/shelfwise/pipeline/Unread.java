package shelfwise.pipeline;

import java.util.Optional;
import shelfwise.base.Problem;

/**
 * The settings of a node that this program can't read: its operator or one of its settings is not known, is out of range, or was written by
 * a newer version. The node can be seen, moved, linked off and removed, but not run; it is written back as it was.
 *
 * @param json    the node as it stood in the file, one JSON object
 * @param problem what was not understood; its place is the node's id
 */
public record Unread(String json, Problem problem) {
    /** What of {@code node} can't be read; empty if all of it can. */
    public static Optional<Unread> of(Node node) {
        return node.settings() instanceof Unread u ? Optional.of(u) : Optional.empty();
    }
}
