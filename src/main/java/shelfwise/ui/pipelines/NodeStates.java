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
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import shelfwise.base.Problem;
import shelfwise.pipeline.Link;
import shelfwise.pipeline.Node;
import shelfwise.pipeline.NodeEvent;
import shelfwise.pipeline.Pipeline;
import shelfwise.pipeline.Preflight;
import shelfwise.pipeline.RunResult;
import shelfwise.pipeline.TimeLeft;

/** Where each node of the pipeline shown stands, and the result that holds what it made. */
final class NodeStates {
    private final ObservableMap<String, NodeEvent> states = FXCollections.observableHashMap();
    private final ObservableMap<String, NodeEvent> all = FXCollections.unmodifiableObservableMap(states);
    private final ObservableMap<String, Problem> findings = FXCollections.observableHashMap(), allFindings = FXCollections.unmodifiableObservableMap(findings);
    private final ReadOnlyLongWrapper looks = new ReadOnlyLongWrapper();
    private final Map<String, RunResult> results = new HashMap<>();
    /** Those whose results are of before a change. */
    private final Set<String> stale = new HashSet<>();
    private final TimeLeft left = new TimeLeft();
    private final InstantSource clock;

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

    /** A run begins. @param seconds that nodes took the last time they ran */
    void begin(Map<String, Double> seconds) {
        left.begin(seconds);
    }

    /** Milliseconds that a node still needs; empty while that would be a guess. */
    OptionalLong leftMillis(NodeEvent.Running state) {
        return left.millis(state, clock.millis());
    }

    /** What holds the outputs of {@code node}, those of an earlier run among them; empty if it has none. */
    Optional<RunResult> result(String node) {
        return Optional.ofNullable(results.get(node));
    }

    /** Counts up whenever results came or went, be the states as they were. */
    ReadOnlyLongProperty looks() {
        return looks.getReadOnlyProperty();
    }

    void clear() {
        states.clear();
        findings.clear();
        results.clear();
        stale.clear();
    }

    /** What a run told, in its order: of each node only the last counts. */
    void heard(List<NodeEvent> events) {
        var last = new LinkedHashMap<String, NodeEvent>();
        for (NodeEvent e : events) {
            last.put(e.node(), e);
            left.heard(e, clock.millis());
        }
        last.forEach((node, event) -> {
            if (!event.equals(states.get(node))) states.put(node, event);
        });
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

    /** What a run made. */
    void ran(RunResult result) {
        for (var n : result.nodes()) {
            states.put(n.node().id(), n.end());
            holds(n, result);
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
            boolean source = pipeline.into(id).isEmpty();
            NodeEvent end = source && !(of(id) instanceof NodeEvent.Done) ? n.end() : merged(of(id), n.end());
            if (!end.equals(states.get(id))) states.put(id, end);
            holds(n, result);
        }
        looks.set(looks.get() + 1);
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

    /** The pipeline was changed: nodes that are set otherwise and all behind them wait again; what they made before stays to be looked at. */
    void edited(Pipeline before, Pipeline now) {
        for (String id : touched(before, now)) {
            if (results.containsKey(id)) stale.add(id);
            states.put(id, new NodeEvent.Waiting(id));
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
