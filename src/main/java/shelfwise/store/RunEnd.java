package shelfwise.store;

import java.util.List;
import shelfwise.data.Metrics;

/** What is known of a run when it has ended. */
public record RunEnd(Outcome outcome, double seconds, List<RunData> data, List<NodeRun> nodes, List<RunOutput> outputs, List<Metrics.Row> metrics) {
    public RunEnd {
        data = List.copyOf(data);
        nodes = List.copyOf(nodes);
        outputs = List.copyOf(outputs);
        metrics = List.copyOf(metrics);
    }
}
