package shelfwise.pipeline;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import shelfwise.base.Progress;
import shelfwise.store.ArtefactStore;

/**
 * Runs pipelines: node after node, each after those it takes values from. A node whose outputs the store already keeps under the hash of
 * all that it depends on is not run again. A failed node keeps only those behind it from running. May be used by several threads at once.
 */
public final class Engine {
    private final OperatorCatalogue operators;
    private final ArtefactStore store;
    private final Context.AssetReader assets;

    public Engine(OperatorCatalogue operators, ArtefactStore store, Context.AssetReader assets) {
        this.operators = operators;
        this.store = store;
        this.assets = assets;
    }

    /**
     * Runs all nodes.
     *
     * @param progress told of the whole run in thousandths of a node; a cancelled one ends the run within the time an operator takes to look
     * @param listener called on this thread, and on an operator's own threads for {@link NodeEvent.Running}, at most 20 times a second for a node
     * @throws java.util.concurrent.CancellationException once cancelled, after telling {@code Cancelled} for the nodes that did not end
     */
    public RunResult run(Pipeline pipeline, Progress progress, Consumer<NodeEvent> listener) {
        return run(pipeline, pipeline.order(), true, progress, listener);
    }

    /** Runs {@code node} and those it depends on; as {@link #run} otherwise. @throws shelfwise.base.ProblemException if there is no such node */
    public RunResult runTo(Pipeline pipeline, String node, Progress progress, Consumer<NodeEvent> listener) {
        return run(pipeline, pipeline.upTo(node), true, progress, listener);
    }

    /**
     * Finds what the store keeps of earlier runs and runs nothing: cached nodes end {@code Cached}, others stay {@code Waiting}, and a node whose
     * asset is missing ends {@code Failed}. So a project opens with its last results.
     */
    public RunResult kept(Pipeline pipeline, Progress progress) {
        return run(pipeline, pipeline.order(), false, progress, _ -> { });
    }

    /**
     * Runs one node on values at hand. Nothing is looked up in the store and nothing kept there.
     *
     * @throws shelfwise.base.ProblemException naming the node, if it failed; what lay behind it, running out of memory among it, is the cause
     * @throws java.util.concurrent.CancellationException once cancelled
     */
    public Values once(Node node, Values in, Progress progress) {
        try {
            return Step.of(operators.operator(node), node.settings()).run(in, new Context(progress, assets, node.id()));
        } catch (CancellationException e) {
            throw e;
        } catch (Throwable e) { // as in a run: out of memory ends the node alone
            throw Failures.problem(node, e).asException(e);
        }
    }

    private RunResult run(Pipeline pipeline, List<Node> nodes, boolean running, Progress progress, Consumer<NodeEvent> listener) {
        return new Run(operators, store, assets, pipeline, nodes, running, new RunProgress(progress, listener, nodes.size())).all();
    }
}
