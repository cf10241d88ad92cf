package shelfwise.app.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import shelfwise.base.Hashing;
import shelfwise.base.Problem;
import shelfwise.base.ProblemException;
import shelfwise.base.Progress;
import shelfwise.data.Portable;
import shelfwise.data.Split;
import shelfwise.pipeline.Engine;
import shelfwise.pipeline.Link;
import shelfwise.pipeline.Node;
import shelfwise.pipeline.OperatorCatalogue;
import shelfwise.pipeline.Pipeline;
import shelfwise.pipeline.Port;
import shelfwise.pipeline.PortType;
import shelfwise.pipeline.RunResult;
import shelfwise.pipeline.Values;
import shelfwise.store.RunData;

/**
 * What all trials of a search start from: the values that the model's step takes, with the split by which it is judged; of a search over
 * folds one of each.
 *
 * @param folds one or more
 * @param data  versions of assets that were read
 * @param hash  of all values
 */
record Ground(List<Fold> folds, List<RunData> data, String hash) {
    /** Where trials are trained and judged. */
    record Fold(Values inputs, Split split) { }

    private static final String ROLLING = "split.rolling";

    /** Runs what lies before the model's step, or finds it kept. @throws ProblemException if it failed, or there is nothing to judge by */
    static Ground prepare(SearchPlan plan, Engine engine, OperatorCatalogue operators, Function<RunResult, List<RunData>> sources, Progress progress) {
        List<Pipeline> befores = befores(plan, operators);
        var folds = new ArrayList<Fold>();
        var data = new ArrayList<RunData>();
        var hashing = new Hashing();
        for (int f = 0; f < befores.size(); f++) {
            RunResult result = engine.run(befores.get(f), progress.part((double) f / befores.size(), (f + 1.0) / befores.size()), _ -> { });
            if (!result.complete()) throw result.problems().getFirst().asException();
            folds.add(fold(plan, befores.get(f), result, operators, hashing));
            data.addAll(sources.apply(result));
        }
        return new Ground(folds, data.stream().distinct().toList(), hashing.hex());
    }

    private static List<Pipeline> befores(SearchPlan plan, OperatorCatalogue operators) {
        Pipeline before = before(plan.pipeline(), plan.node());
        if (!plan.folds()) return List.of(before);
        Node rolling = before.nodes().stream().filter(n -> n.operator().equals(ROLLING)).findFirst()
                .orElseThrow(() -> Problem.of("search.no-folds", plan.node()).asException());
        var form = operators.form(rolling);
        int n = ((Number) form.get(rolling.settings(), "folds")).intValue();
        var all = new ArrayList<Pipeline>();
        for (int fold = 1; fold <= n; fold++) all.add(before.set(rolling.id(), form.with(rolling.settings(), "fold", fold)));
        return all;
    }

    /** All that the node takes values from, without it. */
    static Pipeline before(Pipeline pipeline, String node) {
        return upTo(pipeline, node).remove(node);
    }

    static Pipeline upTo(Pipeline pipeline, String node) {
        List<Node> nodes = pipeline.upTo(node);
        var ids = new HashSet<String>();
        nodes.forEach(n -> ids.add(n.id()));
        return new Pipeline(pipeline.name(), nodes, pipeline.links().stream().filter(l -> ids.contains(l.fromNode()) && ids.contains(l.toNode())).toList());
    }

    private static Fold fold(SearchPlan plan, Pipeline before, RunResult result, OperatorCatalogue operators, Hashing hashing) {
        var values = new HashMap<String, List<Portable>>();
        Optional<Split> split = Optional.empty();
        for (Port port : operators.operator(plan.pipeline().node(plan.node())).inputs()) {
            var list = new ArrayList<Portable>();
            for (Link l : plan.pipeline().into(plan.node(), port.name())) {
                list.add(result.value(l.fromNode(), l.fromPort(), Portable.class).orElseThrow());
                hashing.add(port.name()).add(result.hash(l.fromNode(), l.fromPort()).orElseThrow());
            }
            if (list.isEmpty() && !port.optional()) throw Problem.of("pipeline.input-missing", plan.node(), port.name(), port.type()).asException();
            if (!list.isEmpty() && port.type() == PortType.SPLIT) split = Optional.of((Split) list.getFirst());
            values.put(port.name(), list);
        }
        Split judged = split.or(() -> lastSplit(before, result)).orElseThrow(() -> Problem.of("search.no-split", plan.node()).asException());
        if (judged.validation().size() == 0) throw Problem.of("search.no-validation", plan.node()).asException();
        return new Fold(new Values(values), judged);
    }

    /** Of a step that takes models alone: the split they were trained on. */
    private static Optional<Split> lastSplit(Pipeline before, RunResult result) {
        List<RunResult.Output> splits = result.outputs(PortType.SPLIT);
        if (splits.isEmpty()) return Optional.empty();
        RunResult.Output last = splits.getLast();
        return before.find(last.node()).flatMap(_ -> result.value(last.node(), last.port(), Split.class));
    }

    /** The folds at a part of the cost. */
    List<Fold> at(double share, Cost cost, long seed) {
        return folds.stream().map(f -> {
            Map<String, List<Portable>> inputs = new HashMap<>();
            f.inputs().byPort().forEach((port, values) -> inputs.put(port, values.stream().map(v -> v instanceof Split s ? cost.split(s, share, seed) : v).toList()));
            return new Fold(new Values(inputs), cost.split(f.split(), share, seed));
        }).toList();
    }

    /** Rough memory of one trial: the events, their matrices both ways, and for users and items vectors of up to 512 numbers. */
    long trialBytes() {
        return folds.stream().mapToLong(f -> 64L * f.split().train().size() + 2048L * (f.split().users().size() + f.split().items().size())).max().orElse(0);
    }
}
