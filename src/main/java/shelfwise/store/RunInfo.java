package shelfwise.store;

import java.time.Instant;
import java.util.List;

/**
 * One execution of a pipeline.
 *
 * @param pipeline     its name
 * @param pipelineJson as it was run
 * @param device       that computed: {@code cpu}
 */
public record RunInfo(long id, String pipeline, String pipelineJson, Instant started, double seconds, Outcome outcome, long seed, String device,
                      List<RunData> data, List<NodeRun> nodes) {
    public RunInfo {
        data = List.copyOf(data);
        nodes = List.copyOf(nodes);
    }
}
