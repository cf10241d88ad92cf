package shelfwise.pipeline;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import shelfwise.base.Learning;
import shelfwise.base.Problem;

/**
 * What a run tells of its nodes: first {@link Waiting} for each, then, for one node after another, any number of {@link Running} and one of
 * the others, which is the node's last.
 */
public sealed interface NodeEvent {
    String node();

    record Waiting(String node) implements NodeEvent { }

    /** @param total 0 where unknown @param curve what a step that learns has measured so far */
    record Running(String node, long done, long total, List<Learning> curve) implements NodeEvent {
        public Running {
            curve = List.copyOf(curve);
        }

        public Running(String node, long done, long total) {
            this(node, done, total, List.of());
        }
    }

    /** @param rows the size of each output by port: rows, events, items, users, as {@link Sizes} counts them */
    record Done(String node, double seconds, Map<String, Long> rows) implements NodeEvent {
        public Done {
            rows = Map.copyOf(rows);
        }
    }

    /** Not run, for the store had its outputs. */
    record Cached(String node, Map<String, Long> rows) implements NodeEvent {
        public Cached {
            rows = Map.copyOf(rows);
        }
    }

    /**
     * @param problem told to people
     * @param cause   the exception behind it, for the log; null where there is none
     */
    record Failed(String node, Problem problem, @Nullable Throwable cause) implements NodeEvent { }

    record Cancelled(String node) implements NodeEvent { }

    /** @param because the failed node, near or far, whose output is missing */
    record Skipped(String node, String because) implements NodeEvent { }
}
