package shelfwise.app;

import java.util.List;
import java.util.Optional;
import shelfwise.base.Problem;
import shelfwise.data.Metrics;
import shelfwise.pipeline.RunResult;

/**
 * What came of a run.
 *
 * @param run      its number in the project
 * @param metrics  what its evaluations found, in the order of their nodes
 * @param doubts   message keys of doubts about the evaluations
 * @param snapshot id of the snapshot of its lists; empty if it made none
 * @param problems why nodes failed; empty if all is well
 * @param result   what became of each node
 */
public record RunReport(long run, double seconds, List<Metrics.Row> metrics, List<String> doubts, Optional<String> snapshot, List<Problem> problems,
                        RunResult result) {
    public RunReport {
        metrics = List.copyOf(metrics);
        doubts = List.copyOf(doubts);
        problems = List.copyOf(problems);
    }
}
