package shelfwise.pipeline;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
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
 * @param origin  the own operator it was made of; empty for a group made by hand
 */
public record Group(String id, String label, List<String> members, boolean folded, double x, double y, Optional<Origin> origin) {
    /** @throws shelfwise.base.ProblemException if the id can't be one */
    public Group {
        Node.checkId(id);
        Objects.requireNonNull(label, "label");
        members = List.copyOf(members);
        Checks.that(!members.isEmpty(), "a group needs members");
        Checks.that(Double.isFinite(x) && Double.isFinite(y), "place must be finite, was " + x + ", " + y);
    }

    /** One made by hand. @throws shelfwise.base.ProblemException if the id can't be one */
    public Group(String id, String label, List<String> members, boolean folded, double x, double y) {
        this(id, label, members, folded, x, y, Optional.empty());
    }

    public Group withLabel(String newLabel) {
        return new Group(id, newLabel, members, folded, x, y, origin);
    }

    public Group withFolded(boolean nowFolded) {
        return new Group(id, label, members, nowFolded, x, y, origin);
    }

    public Group at(double newX, double newY) {
        return new Group(id, label, members, folded, newX, newY, origin);
    }

    Group withMembers(List<String> newMembers) {
        return new Group(id, label, newMembers, folded, x, y, origin);
    }

    Group withId(String newId) {
        return new Group(newId, label, members, folded, x, y, origin);
    }

    Group withOrigin(Origin newOrigin) {
        return new Group(id, label, members, folded, x, y, Optional.of(newOrigin));
    }

    /** With other ids of what is in it. */
    Group renamed(UnaryOperator<String> named) {
        return new Group(id, label, members.stream().map(named).toList(), folded, x, y, origin.map(o -> o.renamed(named)));
    }

    /** Without these members, of which one at least is left. */
    Group without(Set<String> gone) {
        List<String> left = members.stream().filter(m -> !gone.contains(m)).toList();
        Optional<Origin> now = origin.map(o -> o.without(gone));
        return left.size() == members.size() && now.equals(origin) ? this : new Group(id, label, left, folded, x, y, now);
    }
}
