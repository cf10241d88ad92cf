package shelfwise.pipeline;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import shelfwise.base.Problem;
import shelfwise.base.Progress;
import shelfwise.data.Portable;

/** What became of each node of a run. Values are not held in memory: each is read from the store when it is asked for. */
public final class RunResult {
    /**
     * @param node    the node as it ran
     * @param end     its last event; {@link NodeEvent.Waiting} where only what is kept was looked up and nothing was found
     * @param seconds that it ran; 0 where it did not
     * @param key     hash of all it depends on; empty where an input is missing
     */
    public record NodeResult(Node node, NodeEvent end, double seconds, String key) {
        public boolean hasOutputs() {
            return end instanceof NodeEvent.Done || end instanceof NodeEvent.Cached;
        }
    }

    private final SequencedMap<String, NodeResult> nodes;
    private final Map<String, List<Kept>> outputs;
    private final List<Copied> copies;
    private final double seconds;

    RunResult(SequencedMap<String, NodeResult> nodes, Map<String, List<Kept>> outputs, List<Copied> copies, double seconds) {
        this.nodes = nodes;
        this.outputs = Map.copyOf(outputs);
        this.copies = List.copyOf(copies);
        this.seconds = seconds;
    }

    /** In the order they ran. */
    public List<NodeResult> nodes() {
        return List.copyOf(nodes.values());
    }

    public Optional<NodeResult> node(String id) {
        return Optional.ofNullable(nodes.get(id));
    }

    /** Of the whole run, looking up included. */
    public double seconds() {
        return seconds;
    }

    /** Whether every node has its outputs, but those skipped because a node before them is switched off. */
    public boolean complete() {
        return nodes.values().stream().allMatch(n -> n.hasOutputs() || n.end() instanceof NodeEvent.Skipped s && !nodes.containsKey(s.because()));
    }

    /** Why nodes failed, in the order they ran; nodes skipped for that are not told again. */
    public List<Problem> problems() {
        return nodes.values().stream().map(NodeResult::end).filter(NodeEvent.Failed.class::isInstance).map(e -> ((NodeEvent.Failed) e).problem()).toList();
    }

    /** The key under which the store keeps one output; empty if the node has none. */
    public Optional<String> key(String node, String port) {
        return kept(node, port).map(k -> k.key);
    }

    /** SHA-256 of one output's content; empty if the node has none. */
    public Optional<String> hash(String node, String port) {
        return kept(node, port).map(Kept::hash);
    }

    /** How large one output is; empty if the node has none. */
    public Optional<Volume> volume(String node, String port) {
        return kept(node, port).map(Kept::volume);
    }

    /**
     * One output, read from the store at each call: keep it while it is needed.
     *
     * @return empty if the node did not run or has no such output
     * @throws shelfwise.base.ProblemException if what was kept can't be read
     * @throws ClassCastException if it is of another type
     */
    public <T extends Portable> Optional<T> value(String node, String port, Class<T> type) {
        return kept(node, port).map(k -> type.cast(k.read()));
    }

    /**
     * As {@link #value(String, String, Class)}, for work that may be cancelled: the value is not to be used beyond it.
     *
     * @param progress looked at while the value is read
     * @throws java.util.concurrent.CancellationException once cancelled
     */
    public <T extends Portable> Optional<T> value(String node, String port, Class<T> type, Progress progress) {
        return kept(node, port).map(k -> type.cast(k.read(progress)));
    }

    /** Every output of {@code portType} there is, as (node, port), in the order the nodes ran. */
    public List<Output> outputs(PortType portType) {
        return nodes.keySet().stream().flatMap(node -> outputs.getOrDefault(node, List.of()).stream()
                .filter(k -> k.port().type() == portType).map(k -> new Output(node, k.port().name()))).toList();
    }

    /**
     * One output of a copy that a sweep asked for. It may be swept out of the store before those of the nodes drawn.
     *
     * @param node of the copy, as {@link Sweeping#copy} reads it
     * @param sweep the node it was made for
     * @param key  under which the store keeps it
     */
    public record Copied(String node, String sweep, String port, PortType type, String key) { }

    /** The outputs of all copies that were found or made, in the order they ran. */
    public List<Copied> copies() {
        return copies;
    }

    /** One output of one node. */
    public record Output(String node, String port) { }

    /** With nodes that do not take part, since one that they need is switched off. */
    RunResult with(List<NodeResult> skipped) {
        var all = new LinkedHashMap<>(nodes);
        skipped.forEach(n -> all.put(n.node().id(), n));
        return new RunResult(all, outputs, copies, seconds);
    }

    private Optional<Kept> kept(String node, String port) {
        return outputs.getOrDefault(node, List.of()).stream().filter(k -> k.port().name().equals(port)).findFirst();
    }
}
