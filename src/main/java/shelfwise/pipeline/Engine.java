package shelfwise.pipeline;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import shelfwise.base.Progress;
import shelfwise.store.ArtefactStore;

/**
 * Runs pipelines: each node after those it takes values from, nodes that do not depend on each other side by side as far as processors and
 * memory reach, which all runs of an engine share. A node whose outputs the store already keeps under the hash of all that it depends on is
 * not run again. A node that is switched off does not take part, and one that lacks a needed input for that is skipped; the branch before a
 * {@link Sweeping} node runs once for each combination of its settings. A failed node keeps only those behind it from running. What comes out
 * is the same in whatever order nodes ran. May be used by several threads at once.
 */
public final class Engine {
    private final NodeWork work;
    private final Capacity capacity;

    public Engine(OperatorCatalogue operators, ArtefactStore store, Context.AssetReader assets) {
        this(operators, store, assets, Capacity.ofMachine());
    }

    Engine(OperatorCatalogue operators, ArtefactStore store, Context.AssetReader assets, Capacity capacity) {
        work = new NodeWork(operators, store, assets);
        this.capacity = capacity;
    }

    /**
     * Runs all nodes.
     *
     * @param progress told of the whole run in thousandths of a node; a cancelled one ends the run within the time an operator takes to look
     * @param listener called by one thread at a time: this one, and the steps' own for {@link NodeEvent.Running}, at most 20 times a second for a node
     * @throws java.util.concurrent.CancellationException once cancelled, after telling {@code Cancelled} for the nodes that did not end
     */
    public RunResult run(Pipeline pipeline, Progress progress, Consumer<NodeEvent> listener) {
        return run(pipeline, pipeline.nodes().stream().map(Node::id).toList(), progress, listener);
    }

    /**
     * Runs the nodes with these ids and those they depend on; as {@link #run(Pipeline, Progress, Consumer)} otherwise.
     *
     * @throws shelfwise.base.ProblemException if there is no such node
     */
    public RunResult runTo(Pipeline pipeline, Collection<String> ids, Progress progress, Consumer<NodeEvent> listener) {
        return run(pipeline, pipeline.upTo(ids).stream().map(Node::id).toList(), progress, listener);
    }

    /** Runs one node and those it depends on. @throws shelfwise.base.ProblemException if there is no such node */
    public RunResult runTo(Pipeline pipeline, String node, Progress progress, Consumer<NodeEvent> listener) {
        return runTo(pipeline, List.of(node), progress, listener);
    }

    /**
     * Finds what the store keeps of earlier runs and runs nothing: cached nodes end {@code Cached}, others stay {@code Waiting}, and a node whose
     * asset is missing ends {@code Failed}. So a project opens with its last results.
     */
    public RunResult kept(Pipeline pipeline, Progress progress) {
        Expansion expansion = Expansion.of(pipeline, work.operators());
        List<Node> nodes = expansion.pipeline().order();
        try (var _ = hold()) {
            RunResult found = new Run(work, expansion, nodes, capacity, new RunProgress(progress, _ -> { }, nodes.size(), expansion.copies())).kept();
            return found.with(skipped(pipeline, expansion, pipeline.nodes().stream().map(Node::id).toList()));
        }
    }

    /**
     * Runs one node on values at hand. Nothing is looked up in the store and nothing kept there.
     *
     * @throws shelfwise.base.ProblemException naming the node, if it failed; what lay behind it, running out of memory among it, is the cause
     * @throws java.util.concurrent.CancellationException once cancelled
     */
    public Values once(Node node, Values in, Progress progress) {
        try {
            return Step.of(work.operators().operator(node), node.settings()).run(in, new Context(progress, work.assets(), node.id()));
        } catch (CancellationException e) {
            throw e;
        } catch (Throwable e) { // as in a run: out of memory ends the node alone
            throw Failures.problem(node, e).asException(e);
        }
    }

    /** For those who read a result's values: while it is open, nothing that runs begun since then found or made is swept away. */
    public ArtefactStore.Hold hold() {
        return work.store().hold();
    }

    private RunResult run(Pipeline pipeline, Collection<String> ids, Progress progress, Consumer<NodeEvent> listener) {
        Expansion expansion = Expansion.of(pipeline, work.operators());
        List<Node> nodes = expansion.pipeline().upTo(ids.stream().filter(id -> expansion.pipeline().find(id).isPresent()).toList());
        List<RunResult.NodeResult> skipped = skipped(pipeline, expansion, ids);
        skipped.forEach(n -> listener.accept(n.end()));
        try (var _ = hold()) { // what a node found kept is read only by those behind it
            return new Run(work, expansion, nodes, capacity, new RunProgress(progress, listener, nodes.size(), expansion.copies())).all().with(skipped);
        }
    }

    private static List<RunResult.NodeResult> skipped(Pipeline pipeline, Expansion expansion, Collection<String> ids) {
        return expansion.skipped().entrySet().stream().filter(s -> ids.contains(s.getKey()))
                .map(s -> new RunResult.NodeResult(pipeline.node(s.getKey()), new NodeEvent.Skipped(s.getKey(), s.getValue()), 0, "")).toList();
    }
}
