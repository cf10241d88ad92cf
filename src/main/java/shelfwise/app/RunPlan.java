package shelfwise.app;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import shelfwise.data.TableValue;
import shelfwise.pipeline.Forecast;
import shelfwise.pipeline.Node;
import shelfwise.pipeline.PortType;
import shelfwise.pipeline.Preflight;
import shelfwise.pipeline.RunResult;
import shelfwise.pipeline.Volume;

/**
 * What a run would do, without running.
 *
 * @param steps    in the order they would run
 * @param findings what would make it fail, one step after another
 * @param peak     the most bytes that the run holds at once, without the steps of which nothing is known
 * @param limit    bytes that the program may use
 * @param unknown  steps that would run and whose memory is not known
 */
public record RunPlan(List<Planned> steps, List<Preflight.Finding> findings, long peak, long limit, List<String> unknown) {
    /**
     * A step of a run.
     *
     * @param kept   whether its results are taken from an earlier run
     * @param off    whether it is switched off
     * @param memory bytes that it will take, about; empty where it is taken from an earlier run, or what comes in is not known
     * @param bound  whether that is the most it can take, because what comes in is not made yet and only the most of it is known
     * @param most   the most that comes out, by output; outputs left out are unknown
     */
    public record Planned(String node, String operator, boolean kept, boolean off, OptionalLong memory, boolean bound, Map<String, Volume> most) { }

    public RunPlan {
        steps = List.copyOf(steps);
        findings = List.copyOf(findings);
        unknown = List.copyOf(unknown);
    }

    /** Nothing that is known speaks against the run, its memory included. */
    public boolean fits() {
        return peak <= limit;
    }

    /** The first finding of each node. */
    public Map<String, Preflight.Finding> failing() {
        return findings.stream().collect(Collectors.toMap(Preflight.Finding::node, Function.identity(), (first, _) -> first));
    }

    static RunPlan of(List<Node> nodes, RunResult kept, Forecast forecast) {
        List<Planned> steps = nodes.stream().map(n -> {
            Forecast.Step step = forecast.steps().get(n.id());
            boolean found = kept.node(n.id()).filter(RunResult.NodeResult::hasOutputs).isPresent();
            if (found || step == null) return new Planned(n.id(), n.operator(), found, !n.enabled(), OptionalLong.empty(), false, Map.of());
            return new Planned(n.id(), n.operator(), false, !n.enabled(), step.memory(), step.memory().isPresent() && !step.sure(), step.most());
        }).toList();
        List<String> unknown = forecast.unknown().stream().filter(id -> nodes.stream().anyMatch(n -> n.id().equals(id))).toList();
        return new RunPlan(steps, forecast.findings(), forecast.peak(), Runtime.getRuntime().maxMemory(), unknown);
    }

    /** What a run may take from an earlier one. */
    static Forecast.Kept known(RunResult kept) {
        return (node, port) -> kept.volume(node, port).map(v -> new Forecast.Known(v, table(kept, node, port)));
    }

    private static Optional<shelfwise.data.Table> table(RunResult kept, String node, String port) {
        boolean table = kept.outputs(PortType.TABLE).contains(new RunResult.Output(node, port));
        return table ? kept.value(node, port, TableValue.class).map(TableValue::table) : Optional.empty();
    }
}
