package shelfwise.pipeline.diff;

import java.util.List;
import shelfwise.pipeline.OperatorCatalogue;
import shelfwise.pipeline.Pipeline;

/**
 * What differs between two pipelines. Nodes are matched by id; what is left over by operator and by what it is linked to, so that a renamed
 * node is told as renamed. Where things stand on the canvas is no difference.
 *
 * @param parts what differs: nodes in the order of the second pipeline, removed ones after them, then parameters, groups and notes
 * @param moved nodes that only stand elsewhere
 */
public record PipelineDiff(List<Part> parts, int moved) {
    /** What a part is of a pipeline. */
    public enum Section { NODE, PARAMETER, GROUP, NOTE }

    /** What became of it. */
    public enum Kind { ADDED, REMOVED, CHANGED }

    /** What of a part differs. */
    public enum What { ID, OPERATOR, LABEL, ENABLED, SETTING, LINK, ORDER, VALUE, MEANING, FOLLOWERS, MEMBERS, TEXT }

    /**
     * A node, parameter, group or note that differs.
     *
     * @param before   its id or name in the first pipeline; empty if it was added
     * @param after    its id or name in the second; empty if it was removed
     * @param operator of a node, that in the second pipeline if it is there; else empty
     */
    public record Part(Section section, Kind kind, String before, String after, String operator, List<Difference> differences) {
        public Part {
            differences = List.copyOf(differences);
        }

        /** The id or name by which people know it now. */
        public String id() {
            return after.isEmpty() ? before : after;
        }
    }

    /**
     * One thing that differs.
     *
     * @param name   the setting, or the input of a link; empty for others
     * @param before as the command line writes it; empty for nothing
     * @param after  the same
     */
    public record Difference(What what, String name, String before, String after) { }

    public PipelineDiff {
        parts = List.copyOf(parts);
    }

    /** Costs nodes times links. */
    public static PipelineDiff of(Pipeline before, Pipeline after, OperatorCatalogue operators) {
        return new Comparing(before, after, operators).diff();
    }

    /** Whether both do the same and tell people the same. */
    public boolean same() {
        return parts.isEmpty();
    }
}
