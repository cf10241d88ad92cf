package shelfwise.app;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import shelfwise.pipeline.Link;
import shelfwise.pipeline.Node;
import shelfwise.pipeline.OperatorCatalogue;
import shelfwise.pipeline.Pipeline;
import shelfwise.pipeline.RunResult;
import shelfwise.pipeline.Volume;
import shelfwise.pipeline.Volumes;

/**
 * What a run would do, without running.
 *
 * @param steps in the order they would run
 */
public record RunPlan(List<Planned> steps) {
    /**
     * A step of a run.
     *
     * @param kept   whether its results are taken from an earlier run
     * @param off    whether it is switched off
     * @param memory bytes that it will take, about; empty where it is taken from an earlier run, or what comes in is not known yet
     */
    public record Planned(String node, String operator, boolean kept, boolean off, OptionalLong memory) { }

    public RunPlan {
        steps = List.copyOf(steps);
    }

    static RunPlan of(List<Node> nodes, Pipeline pipeline, RunResult kept, OperatorCatalogue operators) {
        return new RunPlan(nodes.stream().map(n -> {
            boolean found = kept.node(n.id()).filter(RunResult.NodeResult::hasOutputs).isPresent();
            boolean unknown = found || !n.enabled() || operators.readable(n).isEmpty();
            return new Planned(n.id(), n.operator(), found, !n.enabled(), unknown ? OptionalLong.empty() : memory(n, pipeline, kept, operators));
        }).toList());
    }

    private static OptionalLong memory(Node node, Pipeline pipeline, RunResult kept, OperatorCatalogue operators) {
        Map<String, List<Volume>> in = new HashMap<>();
        for (Link l : pipeline.into(node.id())) {
            Optional<Volume> volume = kept.volume(l.fromNode(), l.fromPort());
            if (volume.isEmpty()) return OptionalLong.empty();
            in.merge(l.toPort(), List.of(volume.get()), (a, b) -> Stream.concat(a.stream(), b.stream()).toList());
        }
        return in.isEmpty() ? OptionalLong.empty() : OptionalLong.of(operators.memory(node, new Volumes(in)));
    }
}
