package shelfwise.pipeline;

import java.util.List;
import java.util.Objects;
import shelfwise.base.Checks;

/**
 * Nodes that are shown as one: a sub-flow. Its nodes stay nodes of the pipeline, so that a run, its hashes and the command line know nothing
 * of it. Its ports are those of its nodes that lead out of it: {@link Groups#ports}.
 *
 * @param id      unlike that of any node, note or other group of the pipeline
 * @param label   what the canvas shows
 * @param members ids of nodes or of other groups, at least one; a node or group is in one group at most
 * @param folded  whether it is drawn as one box at its place; else its nodes are drawn where they stand
 * @param x       left edge of the box
 * @param y       upper edge of the box
 */
public record Group(String id, String label, List<String> members, boolean folded, double x, double y) {
    /** @throws shelfwise.base.ProblemException if the id can't be one */
    public Group {
        Node.checkId(id);
        Objects.requireNonNull(label, "label");
        members = List.copyOf(members);
        Checks.that(!members.isEmpty(), "a group needs members");
        Checks.that(Double.isFinite(x) && Double.isFinite(y), "place must be finite, was " + x + ", " + y);
    }

    public Group withLabel(String newLabel) {
        return new Group(id, newLabel, members, folded, x, y);
    }

    public Group withFolded(boolean nowFolded) {
        return new Group(id, label, members, nowFolded, x, y);
    }

    public Group at(double newX, double newY) {
        return new Group(id, label, members, folded, newX, newY);
    }

    Group withMembers(List<String> newMembers) {
        return new Group(id, label, newMembers, folded, x, y);
    }

    Group withId(String newId) {
        return new Group(newId, label, members, folded, x, y);
    }
}
