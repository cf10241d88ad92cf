package shelfwise.pipeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.CancellationException;
import shelfwise.base.Problem;
import shelfwise.data.Bundle;
import shelfwise.data.Portable;
import shelfwise.store.ArtefactStore;

/** One run of a pipeline, on one thread. */
final class Run {
    private final OperatorCatalogue operators;
    private final ArtefactStore store;
    private final Context.AssetReader assets;
    private final Pipeline pipeline;
    private final List<Node> nodes;
    private final boolean running;
    private final RunProgress progress;
    private final SequencedMap<String, RunResult.NodeResult> ended = new LinkedHashMap<>();
    private final Map<String, List<Kept>> outputs = new HashMap<>();
    private final Map<String, Integer> readersLeft = new HashMap<>();

    Run(OperatorCatalogue operators, ArtefactStore store, Context.AssetReader assets, Pipeline pipeline, List<Node> nodes, boolean running,
            RunProgress progress) {
        this.operators = operators;
        this.store = store;
        this.assets = assets;
        this.pipeline = pipeline;
        this.nodes = nodes;
        this.running = running;
        this.progress = progress;
    }

    RunResult all() {
        long began = System.nanoTime();
        for (Node n : nodes) {
            progress.tell(new NodeEvent.Waiting(n.id()));
            pipeline.into(n.id()).forEach(l -> readersLeft.merge(l.fromNode(), 1, Integer::sum));
        }
        try {
            for (Node n : nodes) {
                progress.at(ended.size());
                RunResult.NodeResult result = one(n);
                ended.put(n.id(), result);
                progress.tell(result.end());
                letGoInputs(n);
            }
            progress.at(ended.size());
        } catch (CancellationException e) {
            nodes.stream().filter(n -> !ended.containsKey(n.id())).forEach(n -> progress.tell(new NodeEvent.Cancelled(n.id())));
            throw e;
        }
        return new RunResult(ended, outputs, seconds(began));
    }

    private RunResult.NodeResult one(Node node) {
        Optional<NodeEvent> blocked = blocked(node);
        if (blocked.isPresent()) return new RunResult.NodeResult(node, blocked.get(), 0, "");
        long began = System.nanoTime();
        String key = "";
        try {
            Step<?> step = Step.of(operators.operator(node), node.settings());
            Map<String, List<Kept>> inputs = inputs(node, step.operator());
            var context = new Context(progress.of(node.id(), ended.size()), assets, node.id());
            key = CacheKey.of(node, step, operators.form(node), context, inputs);
            NodeEvent end = cached(node, step.operator(), key);
            if (end instanceof NodeEvent.Waiting && running) end = run(node, step, key, inputs, context);
            return new RunResult.NodeResult(node, end, end instanceof NodeEvent.Done d ? d.seconds() : 0, key);
        } catch (CancellationException e) {
            throw e;
        } catch (Throwable e) { // out of memory and a library that can't be loaded end the node, not the run
            return new RunResult.NodeResult(node, new NodeEvent.Failed(node.id(), Failures.problem(node, e), Failures.cause(e)), seconds(began), key);
        }
    }

    /** Skipped if a node before it failed or was skipped; waiting if one before it waits. */
    private Optional<NodeEvent> blocked(Node node) {
        for (Link l : pipeline.into(node.id())) {
            RunResult.NodeResult before = ended.get(l.fromNode());
            if (before == null) continue;
            switch (before.end()) {
                case NodeEvent.Failed f -> {
                    return Optional.of(new NodeEvent.Skipped(node.id(), f.node()));
                }
                case NodeEvent.Skipped s -> {
                    return Optional.of(new NodeEvent.Skipped(node.id(), s.because()));
                }
                case NodeEvent.Waiting _ -> {
                    return Optional.of(new NodeEvent.Waiting(node.id()));
                }
                case NodeEvent.Done _, NodeEvent.Cached _, NodeEvent.Running _, NodeEvent.Cancelled _ -> { }
            }
        }
        return Optional.empty();
    }

    private Map<String, List<Kept>> inputs(Node node, Operator<?> operator) {
        var inputs = new HashMap<String, List<Kept>>();
        for (Port port : operator.inputs()) {
            List<Kept> values = pipeline.into(node.id(), port.name()).stream().map(this::kept).toList();
            if (values.isEmpty() && !port.optional()) throw Problem.of("pipeline.input-missing", "", port.name(), port.type()).asException();
            inputs.put(port.name(), values);
        }
        return inputs;
    }

    private Kept kept(Link link) {
        return outputs.getOrDefault(link.fromNode(), List.of()).stream().filter(k -> k.port().name().equals(link.fromPort())).findFirst()
                .orElseThrow(() -> Problem.of("pipeline.no-such-port", link.from(), link.fromPort(), "").asException());
    }

    private NodeEvent cached(Node node, Operator<?> operator, String key) {
        var found = new ArrayList<Kept>();
        for (Port port : operator.outputs()) {
            String portKey = CacheKey.ofPort(key, port);
            Kept.find(store.find(portKey), node.id(), operator, operators::restore, port, portKey).ifPresent(found::add);
        }
        if (found.size() < operator.outputs().size()) return new NodeEvent.Waiting(node.id());
        outputs.put(node.id(), found);
        return new NodeEvent.Cached(node.id(), sizes(found));
    }

    private NodeEvent run(Node node, Step<?> step, String key, Map<String, List<Kept>> inputs, Context context) {
        progress.tell(new NodeEvent.Running(node.id(), 0, 0));
        long began = System.nanoTime();
        var values = new HashMap<String, List<Portable>>();
        inputs.forEach((port, kept) -> values.put(port, kept.stream().map(Kept::value).toList()));
        Values out = step.run(new Values(values), context);
        progress.check();
        var made = new ArrayList<Kept>();
        for (Port port : step.operator().outputs()) made.add(keep(node, step.operator(), port, CacheKey.ofPort(key, port), out));
        outputs.put(node.id(), made);
        return new NodeEvent.Done(node.id(), seconds(began), sizes(made));
    }

    /** Tables are read from the store from now on, so that those made in memory can go; other values are held until their readers ran. */
    private Kept keep(Node node, Operator<?> operator, Port port, String key, Values out) {
        List<Portable> values = out.byPort().getOrDefault(port.name(), List.of());
        if (values.size() != 1 || !port.type().valueType().isInstance(values.getFirst())) throw Problem.of("pipeline.output-missing", "", port.name()).asException();
        Bundle bundle = values.getFirst().toBundle();
        store.put(key, bundle);
        boolean needed = readersLeft.containsKey(node.id()) && port.type() != PortType.TABLE;
        return new Kept(node.id(), operator, operators::restore, port, key, store.find(key).orElse(bundle), needed ? values.getFirst() : null);
    }

    private void letGoInputs(Node node) {
        for (Link l : pipeline.into(node.id())) {
            int left = readersLeft.merge(l.fromNode(), -1, Integer::sum);
            if (left == 0) outputs.getOrDefault(l.fromNode(), List.of()).forEach(Kept::letGo);
        }
    }

    private static Map<String, Long> sizes(List<Kept> kept) {
        var sizes = new HashMap<String, Long>();
        for (Kept k : kept) sizes.put(k.port().name(), k.rows());
        return sizes;
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }
}
