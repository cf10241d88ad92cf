package shelfwise.pipeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import shelfwise.base.Problem;
import shelfwise.base.Progress;
import shelfwise.data.Bundle;
import shelfwise.data.Portable;
import shelfwise.store.ArtefactStore;

/** What is done for one node: finding what is kept of it, running it, and keeping what it made. Holds no state; for several threads. */
record NodeWork(OperatorCatalogue operators, ArtefactStore store, Context.AssetReader assets) {
    /**
     * A node of which all is known but its outputs.
     *
     * @param key   hash of all that they depend on
     * @param bytes that running it takes, about, what comes in not among them
     */
    record Prepared(Node node, Step<?> step, String key, Map<String, List<Kept>> inputs, long bytes) { }

    /** @param from the outputs of a node */
    Prepared prepare(Node node, Pipeline pipeline, Function<String, List<Kept>> from, Progress progress) {
        Step<?> step = Step.of(operators.operator(node), node.settings());
        var inputs = new HashMap<String, List<Kept>>();
        var volumes = new HashMap<String, List<Volume>>();
        for (Port port : step.operator().inputs()) {
            List<Kept> values = pipeline.into(node.id(), port.name()).stream().map(l -> kept(l, from)).toList();
            if (values.isEmpty() && !port.optional()) throw Problem.of("pipeline.input-missing", "", port.name(), port.type()).asException();
            inputs.put(port.name(), values);
            volumes.put(port.name(), values.stream().map(Kept::volume).toList());
        }
        String key = CacheKey.of(node, step, operators.form(node), new Context(progress, assets, node.id()), inputs);
        return new Prepared(node, step, key, inputs, step.memory(new Volumes(volumes)));
    }

    /** The store, where its sweeping and its limit reach what operators keep as well. */
    private Context.Memo memo() {
        return new Context.Memo() {
            @Override public Optional<Bundle> find(String key) {
                return store.find(key);
            }

            @Override public void put(String key, Bundle part) {
                store.put(key, part);
            }
        };
    }

    private static Kept kept(Link link, Function<String, List<Kept>> from) {
        return from.apply(link.fromNode()).stream().filter(k -> k.port().name().equals(link.fromPort())).findFirst()
                .orElseThrow(() -> Problem.of("pipeline.no-such-port", link.from(), link.fromPort(), "").asException());
    }

    /** All its outputs, if the store keeps them. */
    Optional<List<Kept>> find(Prepared p) {
        var found = new ArrayList<Kept>();
        Operator<?> operator = p.step().operator();
        for (Port port : operator.outputs()) {
            String portKey = CacheKey.ofPort(p.key(), port);
            Optional<Bundle> bundle = store.find(portKey);
            if (bundle.isEmpty()) return Optional.empty();
            found.add(new Kept(p.node().id(), operator, operators::restore, port, portKey, bundle.get(), null));
        }
        return Optional.of(found);
    }

    /** @param needed whether others still read its outputs */
    List<Kept> run(Prepared p, boolean needed, Progress progress) {
        var values = new HashMap<String, List<Portable>>();
        p.inputs().forEach((port, kept) -> values.put(port, kept.stream().map(k -> k.hold(progress)).toList()));
        Values out = p.step().run(new Values(values), new Context(progress, assets, p.node().id(), memo()));
        progress.check();
        var made = new ArrayList<Kept>();
        for (Port port : p.step().operator().outputs()) made.add(keep(p, port, out, needed, progress));
        return made;
    }

    /** Tables are read from the store from now on, so that those made in memory can go; other values are held until their readers ran. */
    private Kept keep(Prepared p, Port port, Values out, boolean needed, Progress progress) {
        List<Portable> values = out.byPort().getOrDefault(port.name(), List.of());
        if (values.size() != 1 || !port.type().valueType().isInstance(values.getFirst())) throw Problem.of("pipeline.output-missing", "", port.name()).asException();
        Bundle bundle = values.getFirst().toBundle();
        String key = CacheKey.ofPort(p.key(), port);
        store.put(key, WatchedTable.watch(bundle, progress));
        boolean held = needed && port.type() != PortType.TABLE;
        return new Kept(p.node().id(), p.step().operator(), operators::restore, port, key, store.find(key).orElse(bundle), held ? values.getFirst() : null);
    }
}
