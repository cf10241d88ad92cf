package shelfwise.app;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shelfwise.base.Progress;
import shelfwise.data.LearningCurve;
import shelfwise.data.Metrics;
import shelfwise.data.TableValue;
import shelfwise.evaluate.Evaluations;
import shelfwise.ingest.AssetSource;
import shelfwise.pipeline.Engine;
import shelfwise.pipeline.Node;
import shelfwise.pipeline.NodeEvent;
import shelfwise.pipeline.OperatorCatalogue;
import shelfwise.pipeline.Pipeline;
import shelfwise.pipeline.PipelineJson;
import shelfwise.pipeline.PortType;
import shelfwise.pipeline.Preflight;
import shelfwise.pipeline.RunResult;
import shelfwise.pipeline.Sweeping;
import shelfwise.store.ArtefactStore;
import shelfwise.store.AssetVersion;
import shelfwise.store.Assets;
import shelfwise.store.NodeRun;
import shelfwise.store.Outcome;
import shelfwise.store.Project;
import shelfwise.store.RunData;
import shelfwise.store.RunEnd;
import shelfwise.store.RunInfo;
import shelfwise.store.RunOutput;
import shelfwise.store.Runs;

/** Runs pipelines, notes every run in the store and freezes the lists it made. For several threads; runs wait for nobody. */
public final class RunService {
    private static final Logger LOG = LoggerFactory.getLogger(RunService.class);
    private static final String DEVICE = "cpu";
    /** The nodes' part of the whole; the rest goes into freezing the lists. */
    private static final double RUNNING = 0.85;
    private final Runs runs;
    private final Assets assets;
    private final ArtefactStore artefacts;
    private final Engine engine;
    private final OperatorCatalogue operators;
    private final PipelineJson json;
    private final SnapshotService snapshots;
    private final CacheService cache;

    RunService(Project project, Engine engine, OperatorCatalogue operators, SnapshotService snapshots, CacheService cache) {
        runs = project.runs();
        assets = project.assets();
        artefacts = project.artefacts();
        this.engine = engine;
        this.operators = operators;
        json = new PipelineJson(operators);
        this.snapshots = snapshots;
        this.cache = cache;
    }

    /** Runs all nodes. See {@link Engine#run} for the progress and the listener. @throws CancellationException once cancelled; the run is noted so */
    public RunReport run(Pipeline pipeline, Progress progress, Consumer<NodeEvent> listener) {
        return noted(pipeline, () -> engine.run(pipeline, progress.part(0, RUNNING), listener), progress.part(RUNNING, 1));
    }

    /** Runs some nodes and those they depend on; all nodes if {@code ids} is empty. @throws shelfwise.base.ProblemException if there is no such node */
    public RunReport runTo(Pipeline pipeline, Collection<String> ids, Progress progress, Consumer<NodeEvent> listener) {
        if (ids.isEmpty()) return run(pipeline, progress, listener);
        return noted(pipeline, () -> engine.runTo(pipeline, ids, progress.part(0, RUNNING), listener), progress.part(RUNNING, 1));
    }

    /**
     * What a run to {@code ids} (of all nodes if empty) would do: which steps it takes from earlier runs, what would make others fail, and how
     * much memory it needs. Runs nothing and notes nothing. @throws shelfwise.base.ProblemException if there is no such node
     */
    public RunPlan plan(Pipeline pipeline, Collection<String> ids, Progress progress) {
        List<Node> nodes = ids.isEmpty() ? pipeline.order() : pipeline.upTo(ids);
        try (var _ = engine.hold()) { // what is kept stays while its tables are counted
            RunResult kept = engine.kept(pipeline, progress);
            return RunPlan.of(nodes, kept, new Preflight(operators, assets::read).forecast(pipeline, nodes.stream().map(Node::id).toList(), RunPlan.known(kept), progress));
        }
    }

    /** The seconds that each node took when it ran last in a pipeline of this name; of a sweep nothing, for its branch runs as often as it says. */
    public Map<String, Double> usualSeconds(Pipeline pipeline) {
        Map<String, Double> seconds = new HashMap<>(runs.seconds(pipeline.name()));
        pipeline.nodes().stream().filter(n -> operators.find(n.operator()).filter(Sweeping.class::isInstance).isPresent()).forEach(n -> seconds.remove(n.id()));
        return seconds;
    }

    /** Runs one node and those it depends on. */
    public RunReport runTo(Pipeline pipeline, String node, Progress progress, Consumer<NodeEvent> listener) {
        return noted(pipeline, () -> engine.runTo(pipeline, node, progress.part(0, RUNNING), listener), progress.part(RUNNING, 1));
    }

    /** What the store keeps of earlier runs of this pipeline as it stands; runs nothing. */
    public RunResult kept(Pipeline pipeline, Progress progress) {
        return engine.kept(pipeline, progress);
    }

    /** All runs but the trials of searches, the latest first. */
    public List<RunInfo> list() {
        return runs.list();
    }

    /** The runs whose evaluations found something, the latest first. */
    public List<RunInfo> measured() {
        Set<Long> measured = runs.measured();
        return runs.list().stream().filter(r -> measured.contains(r.id())).toList();
    }

    /** The trials of a search that were done, by number; see {@link shelfwise.app.search.SearchResult#id}. */
    public SortedMap<Integer, RunInfo> trials(String search) {
        return runs.trials(search);
    }

    public List<Metrics.Row> metrics(long run) {
        return runs.metrics(run);
    }

    /** How a run's models learned, by their nodes, as far as the store still keeps them; those that have no curve are left out. */
    public SortedMap<String, LearningCurve> curves(long run) {
        var curves = new TreeMap<String, LearningCurve>();
        try (var _ = artefacts.hold()) {
            for (RunOutput o : runs.outputs(run)) {
                if (o.port().equals("model")) artefacts.find(o.key()).map(LearningCurve::of).filter(c -> !c.points().isEmpty()).ifPresent(c -> curves.put(o.node(), c));
            }
        }
        return curves;
    }

    /** What a run's evaluations found, with doubts, tests and values by user as far as the store still keeps those. */
    public Metrics evaluation(long run) {
        try (var _ = artefacts.hold()) {
            return kept(run);
        }
    }

    private Metrics kept(long run) {
        var kept = new LinkedHashMap<String, Metrics>();
        for (RunOutput o : runs.outputs(run)) if (o.port().equals("metrics")) artefacts.find(o.key()).ifPresent(found -> kept.put(o.node(), Metrics.of(found)));
        return Evaluations.again(runs.metrics(run), kept);
    }

    private interface Work {
        RunResult run();
    }

    private RunReport noted(Pipeline pipeline, Work work, Progress freezing) {
        try (var _ = engine.hold()) { // until it is noted what stays, and the lists are frozen
            return held(pipeline, work, freezing);
        } finally {
            cache.tidy();
        }
    }

    private RunReport held(Pipeline pipeline, Work work, Progress freezing) {
        long run = runs.start(pipeline.name(), json.write(pipeline), seed(pipeline), DEVICE);
        long begun = System.nanoTime();
        try {
            RunResult result = work.run();
            Metrics found = Evaluations.of(result);
            runs.finish(run, new RunEnd(result.complete() ? Outcome.DONE : Outcome.FAILED, result.seconds(), data(result), nodes(result), outputs(result), found.rows()));
            result.nodes().forEach(RunService::log);
            Optional<String> snapshot = snapshots.freeze(run, pipeline, result, freezing);
            return new RunReport(run, result.seconds(), found.rows(), found.doubts(), snapshot, result.problems(), result);
        } catch (CancellationException e) {
            end(run, Outcome.CANCELLED, begun);
            throw e;
        } catch (RuntimeException | Error e) { // out of memory while the lists are frozen
            end(run, Outcome.FAILED, begun);
            throw e;
        }
    }

    private void end(long run, Outcome outcome, long begun) {
        if (runs.find(run).filter(r -> r.outcome() == Outcome.RUNNING).isEmpty()) return;
        runs.finish(run, new RunEnd(outcome, (System.nanoTime() - begun) / 1e9, List.of(), List.of(), List.of(), List.of()));
    }

    private static void log(RunResult.NodeResult node) {
        if (node.end() instanceof NodeEvent.Failed f) LOG.warn("node {} failed: {}", f.node(), f.problem(), f.cause());
    }

    /** The first seed that a node of the pipeline is set to; 0 if none has one. */
    private long seed(Pipeline pipeline) {
        return pipeline.order().stream().flatMap(this::seeds).findFirst().orElse(0L);
    }

    private Stream<Long> seeds(Node node) {
        if (operators.readable(node).isEmpty()) return Stream.empty();
        var form = operators.form(node);
        return form.specs().stream().filter(s -> s.name().equals("seed")).map(s -> ((Number) form.get(node.settings(), s.name())).longValue());
    }

    /** The versions of assets that a run read. */
    List<RunData> data(RunResult result) {
        var found = new ArrayList<RunData>();
        for (var n : result.nodes()) {
            if (!n.hasOutputs() || !(n.node().settings() instanceof AssetSource.Setup setup)) continue;
            String hash = result.value(n.node().id(), "table", TableValue.class).map(t -> t.table().hash()).orElse("");
            found.add(new RunData(setup.asset(), version(setup, hash), hash));
        }
        return found.stream().distinct().toList();
    }

    /** The version that was read: by now there may be a later one, or none at all. */
    private int version(AssetSource.Setup setup, String hash) {
        if (setup.version() > 0) return setup.version();
        return assets.versions(setup.asset()).stream().filter(v -> v.hash().equals(hash)).findFirst().map(AssetVersion::version).orElse(0);
    }

    private static List<NodeRun> nodes(RunResult result) {
        return result.nodes().stream().map(n -> new NodeRun(n.node().id(), n.node().operator(), state(n.end()), n.seconds(), n.key(),
                n.end() instanceof NodeEvent.Failed f ? f.problem() : null)).toList();
    }

    private static String state(NodeEvent end) {
        return switch (end) {
            case NodeEvent.Waiting _ -> "waiting";
            case NodeEvent.Running _ -> "running";
            case NodeEvent.Done _ -> "done";
            case NodeEvent.Cached _ -> "cached";
            case NodeEvent.Failed _ -> "failed";
            case NodeEvent.Cancelled _ -> "cancelled";
            case NodeEvent.Skipped _ -> "skipped";
        };
    }

    private static List<RunOutput> outputs(RunResult result) {
        return Arrays.stream(PortType.values()).flatMap(type -> result.outputs(type).stream())
                .flatMap(o -> result.key(o.node(), o.port()).stream().map(key -> new RunOutput(o.node(), o.port(), key))).toList();
    }
}
