package shelfwise.pipeline;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is known of a run before it: what would make it fail, and how much memory it takes.
 *
 * @param findings what would make nodes fail
 * @param steps    by node, of those that would run; of a sweep the largest of its copies
 * @param peak     the most bytes that the run holds at once: the steps that may run side by side, and what is held until its last reader;
 *                 without the steps of which nothing is known
 * @param unknown  nodes that would run and of which the memory is not known, in their order
 */
public record Forecast(List<Preflight.Finding> findings, Map<String, Step> steps, long peak, List<String> unknown) {
    /**
     * One step.
     *
     * @param memory bytes that it takes, at most what comes in besides; empty if not known
     * @param sure   whether what comes in was made already, so that its size is known and no bound
     * @param most   the most that comes out at each output, by port; outputs left out are unknown
     */
    public record Step(OptionalLong memory, boolean sure, Map<String, Volume> most) {
        public Step {
            most = Map.copyOf(most);
        }
    }

    /** What an earlier run made and the store keeps. */
    @FunctionalInterface
    public interface Kept {
        Kept NOTHING = (_, _) -> Optional.empty();

        /** Empty if the node would run. */
        Optional<Known> find(String node, String port);
    }

    /** @param table where it is one, so that the values of its columns can be counted */
    public record Known(Volume volume, Optional<shelfwise.data.Table> table) { }

    public Forecast {
        findings = List.copyOf(findings);
        steps = Map.copyOf(steps);
        unknown = List.copyOf(unknown);
    }
}
