package shelfwise.export;

import java.util.List;
import shelfwise.data.Metrics;

/**
 * Where a snapshot's lists come from, so that they can be made again and trusted.
 *
 * @param project  the project's name
 * @param pipeline the pipeline's name
 * @param run      the run's number in the project
 * @param started  when the run started, ISO 8601 in UTC
 * @param seconds  how long it ran
 * @param version  the version of Shelfwise that ran it
 * @param data     the asset versions that were read
 * @param steps    each node with its settings (seeds among them), in the order of the run
 * @param metrics  what the evaluation found; empty if there was none
 * @param doubts   message keys of doubts about the evaluation
 */
public record Provenance(String project, String pipeline, long run, String started, double seconds, String version, List<Source> data, List<Step> steps,
        List<Metrics.Row> metrics, List<String> doubts) {
    public Provenance {
        data = List.copyOf(data);
        steps = List.copyOf(steps);
        metrics = List.copyOf(metrics);
        doubts = List.copyOf(doubts);
    }

    /** @param hash SHA-256 of the version's content */
    public record Source(String asset, int version, long rows, String hash) { }

    /** @param settings as JSON text, keys in the order of the form */
    public record Step(String node, String operator, int version, String settings) { }
}
