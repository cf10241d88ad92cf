package shelfwise.ui.pipelines;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.collections.FXCollections;
import javafx.collections.MapChangeListener;
import javafx.collections.ObservableMap;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import shelfwise.base.Problem;
import shelfwise.pipeline.Link;
import shelfwise.pipeline.Node;
import shelfwise.pipeline.NodeEvent;
import shelfwise.pipeline.Pipeline;
import shelfwise.pipeline.Preflight;
import shelfwise.pipeline.RunResult;
import shelfwise.pipeline.TimeLeft;

/** Where each node of a pipeline stands, and the result that holds what it made. */
final class NodeStates {
    private final ObservableMap<String, NodeEvent> states = FXCollections.observableHashMap();
    private final ObservableMap<String, NodeEvent> all = FXCollections.unmodifiableObservableMap(states);
    private final ObservableMap<String, Problem> findings = FXCollections.observableHashMap(), allFindings = FXCollections.unmodifiableObservableMap(findings);
    private final ReadOnlyLongWrapper looks = new ReadOnlyLongWrapper();
    private final Map<String, RunResult> results = new HashMap<>();
    /** Those whose results are of before a change. */
    private final Set<String> stale = new HashSet<>();
    /** Null while none is known. */
    private @Nullable Pipeline present;
    private @Nullable Live run;
    private final TimeLeft left = new TimeLeft();
    private final InstantSource clock;

    /**
     * A run under way.
     *
     * @param pipeline as it runs
     * @param steps    that take part
     * @param changed  those that are otherwise by now
     * @param told     the last that was told of each
     */
    private record Live(Pipeline pipeline, Set<String> steps, Set<String> changed, Map<String, NodeEvent> told) { }

    NodeStates() {
        this(InstantSource.system());
    }

    NodeStates(InstantSource clock) {
        this.clock = clock;
    }

    ObservableMap<String, NodeEvent> all() {
        return all;
    }

    /** What would make a node fail if it were run as it is. */
    ObservableMap<String, Problem> findings() {
        return allFindings;
    }

    NodeEvent of(String node) {
        return states.getOrDefault(node, new NodeEvent.Waiting(node));
    }

    /** Whether what {@code node} made is of an earlier run, and something has changed since: it is there until another run replaces it. */
    boolean stale(String node) {
        return stale.contains(node);
    }

    /** A run of {@code pipeline} begins, which what is edited from here on does not change. @param to the steps to run; all if empty */
    void begin(Pipeline pipeline, List<String> to) {
        var steps = new HashSet<String>();
        for (Node n : to.isEmpty() ? pipeline.order() : pipeline.upTo(to)) steps.add(n.id());
        run = new Live(pipeline, steps, present == null ? Set.of() : touched(pipeline, present), new HashMap<>());
    }

    /** @param seconds that nodes took the last time they ran */
    void begin(Map<String, Double> seconds) {
        left.begin(seconds);
    }

    /** The run has ended, be it well or not. */
    void over() {
        run = null;
    }

    /** Whether the state of {@code node} is what the run that is under way does with it: it takes part, and is set as it was when that began. */
    boolean live(String node) {
        Live now = run;
        return now != null && now.steps().contains(node) && !now.changed().contains(node);
    }

    /** Whether the run that is under way has {@code node} otherwise than it stands now, or not at all. */
    private boolean apart(String node) {
        Live now = run;
        return now != null && now.changed().contains(node) || present != null && present.find(node).isEmpty();
    }

    /** Milliseconds that a node still needs; empty while that would be a guess. */
    OptionalLong leftMillis(NodeEvent.Running state) {
        return left.millis(state, clock.millis());
    }

    /** Milliseconds that the run under way still needs; empty while that would be a guess. */
    OptionalLong leftMillis() {
        Live now = run;
        if (now == null) return OptionalLong.empty();
        List<String> open = now.pipeline().order().stream().map(Node::id).filter(now.steps()::contains).filter(id -> open(now.told().get(id))).toList();
        return left.all(now.pipeline(), open, clock.millis());
    }

    private static boolean open(@Nullable NodeEvent told) {
        return told == null || told instanceof NodeEvent.Waiting || told instanceof NodeEvent.Running;
    }

    /** What holds the outputs of {@code node}, those of an earlier run among them; empty if it has none. */
    Optional<RunResult> result(String node) {
        return Optional.ofNullable(results.get(node));
    }

    /** Counts up whenever results came or went, be the states as they were. */
    ReadOnlyLongProperty looks() {
        return looks.getReadOnlyProperty();
    }

    /** The pipeline is shown, again perhaps: what was changed in it since is out of date. */
    void shown(Pipeline now) {
        Pipeline before = present;
        present = now;
        if (before != null && before != now) edited(before, now);
    }

    /** @param changed gets the node whose state, or what was found of it, has changed @param looked is told when results came or went */
    Subscription watch(Consumer<String> changed, Runnable looked) {
        MapChangeListener<String, NodeEvent> state = c -> changed.accept(c.getKey());
        MapChangeListener<String, Problem> finding = c -> changed.accept(c.getKey());
        states.addListener(state);
        findings.addListener(finding);
        Subscription looking = looks.subscribe((_, _) -> looked.run());
        return () -> {
            states.removeListener(state);
            findings.removeListener(finding);
            looking.unsubscribe();
        };
    }

    /** What a run told, in its order: of each node only the last counts. */
    void heard(List<NodeEvent> events) {
        var last = new LinkedHashMap<String, NodeEvent>();
        for (NodeEvent e : events) {
            last.put(e.node(), e);
            left.heard(e, clock.millis());
        }
        last.forEach((node, event) -> {
            if (run != null) run.told().put(node, event);
            if (!apart(node)) put(node, event);
        });
    }

    private void put(String node, NodeEvent state) {
        if (!state.equals(states.get(node))) states.put(node, state);
    }

    /** What looking over the pipeline found; of a node only the first. */
    void found(List<Preflight.Finding> found) {
        var now = new HashMap<String, Problem>();
        for (Preflight.Finding f : found) now.putIfAbsent(f.node(), f.problem());
        findings.keySet().retainAll(now.keySet());
        now.forEach((node, problem) -> {
            if (!problem.equals(findings.get(node))) findings.put(node, problem);
        });
    }

    /** What a run made. Of a step that was changed meanwhile it is there to be looked at, out of date. */
    void ran(RunResult result) {
        for (var n : result.nodes()) {
            String id = n.node().id();
            if (!apart(id)) {
                states.put(id, n.end());
                holds(n, result);
            } else if (n.hasOutputs() && of(id) instanceof NodeEvent.Waiting && (present == null || present.find(id).isPresent())) {
                results.put(id, result);
                stale.add(id);
            }
        }
        looks.set(looks.get() + 1);
    }

    /**
     * What the store keeps. A state that a run left is more telling than that its outputs are kept, or are not: it stays while the node is
     * what it was. A source is looked at again: its asset may have come or gone meanwhile.
     */
    void kept(RunResult result, Pipeline pipeline) {
        states.keySet().removeIf(id -> pipeline.find(id).isEmpty());
        results.keySet().removeIf(id -> pipeline.find(id).isEmpty());
        stale.retainAll(results.keySet());
        for (var n : result.nodes()) {
            String id = n.node().id();
            if (live(id)) continue;
            boolean source = pipeline.into(id).isEmpty() && n.hasOutputs();
            NodeEvent end = source && !(of(id) instanceof NodeEvent.Done) ? n.end() : merged(of(id), unrun(n.end()));
            put(id, end);
            holds(n, result);
        }
        looks.set(looks.get() + 1);
    }

    /** Nothing has failed where nothing ran: what a step lacks is among the {@link #findings}. */
    private static NodeEvent unrun(NodeEvent looked) {
        return looked instanceof NodeEvent.Failed || looked instanceof NodeEvent.Skipped ? new NodeEvent.Waiting(looked.node()) : looked;
    }

    private NodeEvent merged(NodeEvent was, NodeEvent now) {
        return switch (was) {
            case NodeEvent.Done d when now instanceof NodeEvent.Cached -> d;
            case NodeEvent.Failed f when now instanceof NodeEvent.Waiting -> f;
            case NodeEvent.Cancelled c when now instanceof NodeEvent.Waiting -> c;
            case NodeEvent.Skipped s when now instanceof NodeEvent.Waiting && of(s.because()) instanceof NodeEvent.Failed -> s;
            default -> now;
        };
    }

    private void holds(RunResult.NodeResult node, RunResult result) {
        String id = node.node().id();
        if (node.hasOutputs()) {
            results.put(id, result);
            stale.remove(id);
        } else if (results.containsKey(id)) stale.add(id);
    }

    /**
     * The pipeline was changed: nodes that are set otherwise and all behind them wait again; what they made before stays to be looked at. One
     * that is again as a run under way has it stands where that says.
     */
    void edited(Pipeline before, Pipeline now) {
        present = now;
        Live running = run;
        if (running != null) run = new Live(running.pipeline(), running.steps(), touched(running.pipeline(), now), running.told());
        for (String id : touched(before, now)) {
            if (results.containsKey(id)) stale.add(id);
            NodeEvent told = live(id) && running != null ? running.told().get(id) : null;
            states.put(id, told == null ? new NodeEvent.Waiting(id) : told);
        }
    }

    private static Set<String> touched(Pipeline before, Pipeline now) {
        var touched = new HashSet<String>();
        for (Node n : now.order()) {
            boolean changed = before.find(n.id()).filter(b -> b.settings().equals(n.settings()) && b.operator().equals(n.operator())).isEmpty();
            var sources = new ArrayList<String>();
            for (Link l : now.into(n.id())) sources.add(l.fromNode());
            if (changed || !before.into(n.id()).equals(now.into(n.id())) || sources.stream().anyMatch(touched::contains)) touched.add(n.id());
        }
        return touched;
    }
}
