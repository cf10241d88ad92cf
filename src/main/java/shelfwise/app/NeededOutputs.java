package shelfwise.app;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import shelfwise.store.Runs;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which outputs stay until a later run replaces them: of each pipeline those of its latest run, and of each node that it still has, but that
 * this run did not get to (it was cancelled, failed, or went to another node only), the latest there are.
 */
final class NeededOutputs {
    private static final JsonMapper JSON = new JsonMapper();

    private NeededOutputs() { }

    /** The keys of all that is needed. */
    static Set<String> keys(List<Runs.Made> pipelines) {
        var keys = new HashSet<String>();
        for (Runs.Made pipeline : pipelines) {
            if (!pipeline.outputs().isEmpty()) add(pipeline, pipeline.outputs().getFirst().run(), keys);
        }
        return keys;
    }

    private static void add(Runs.Made pipeline, long latest, Set<String> keys) {
        Optional<Set<String>> nodes = nodes(pipeline.pipelineJson());
        var seen = new HashSet<List<String>>();
        for (Runs.MadeBy made : pipeline.outputs()) {
            var output = made.output();
            boolean stillThere = made.run() == latest || nodes.isEmpty() || nodes.get().contains(output.node());
            if (seen.add(List.of(output.node(), output.port())) && stillThere) keys.add(output.key());
        }
    }

    /** The ids of a pipeline's nodes; empty if they can't be read, and then nothing of it may go. */
    private static Optional<Set<String>> nodes(String json) {
        try {
            var ids = new HashSet<String>();
            JSON.readTree(json).path("nodes").forEach(node -> ids.add(node.path("id").asString("")));
            return ids.isEmpty() ? Optional.empty() : Optional.of(ids);
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }
}
