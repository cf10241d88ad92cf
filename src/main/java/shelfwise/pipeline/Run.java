package shelfwise.pipeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import shelfwise.base.Problem;

/**
 * One run of a pipeline. Steps whose inputs are there start in the pipeline's order as soon as a thread and enough memory are free; all
 * but the steps themselves is done on the caller's thread. A step that runs out of memory beside others is tried once more alone, so that
 * what comes of a run does not hang on what ran at the same time.
 */
final class Run {
    /** Between two looks at a cancel while all wait. */
    private static final long LOOK_MILLIS = 20;

    private final NodeWork work;
    private final Expansion expansion;
    private final Pipeline pipeline;
    private final List<Node> nodes;
    private final Capacity capacity;
    private final RunProgress progress;
    private final Held memory;
    private final Map<String, List<Link>> into = new HashMap<>();
    private final Map<String, RunResult.NodeResult> ended = new HashMap<>();
    private final Map<String, List<Kept>> outputs = new HashMap<>();
    private final Map<String, Integer> readersLeft = new HashMap<>();
    /** Ready to run, in the pipeline's order. */
    private final SequencedMap<String, NodeWork.Prepared> ready = new LinkedHashMap<>();
    private final Set<String> running = new HashSet<>();
    /** Of those that run, the ones beside which another ran. */
    private final Set<String> beside = new HashSet<>();
    /** Those that are to run alone. */
    private final Set<String> alone = new HashSet<>();

    Run(NodeWork work, Expansion expansion, List<Node> nodes, Capacity capacity, RunProgress progress) {
        this.work = work;
        this.expansion = expansion;
        pipeline = expansion.pipeline();
        this.nodes = nodes;
        this.capacity = capacity;
        this.progress = progress;
        memory = new Held(capacity.memory());
        for (Node n : nodes) {
            into.put(n.id(), pipeline.into(n.id()));
            into(n).forEach(l -> readersLeft.merge(l.fromNode(), 1, Integer::sum));
        }
    }

    private List<Link> into(Node node) {
        return into.getOrDefault(node.id(), List.of());
    }

    /** Looks up what is kept, and leaves all else waiting. */
    RunResult kept() {
        long began = System.nanoTime();
        settle();
        for (Node n : nodes) if (!ended.containsKey(n.id())) end(new RunResult.NodeResult(n, new NodeEvent.Waiting(n.id()), 0, key(n)));
        return result(began);
    }

    private String key(Node node) {
        NodeWork.Prepared prepared = ready.get(node.id());
        return prepared == null ? "" : prepared.key();
    }

    RunResult all() {
        long began = System.nanoTime();
        for (Node n : nodes) progress.tell(new NodeEvent.Waiting(n.id()));
        try (memory) {
            run();
        } catch (CancellationException e) {
            nodes.stream().filter(n -> !ended.containsKey(n.id())).forEach(n -> progress.tell(new NodeEvent.Cancelled(n.id())));
            throw e;
        }
        return result(began);
    }

    private void run() {
        try (var lanes = new Lanes(capacity.atOnce())) {
            try {
                settle();
                while (ended.size() < nodes.size()) {
                    start(lanes);
                    progress.check();
                    lanes.await(LOOK_MILLIS).ifPresent(this::take);
                }
            } finally {
                progress.stop(); // what still runs ends at its next look
            }
        }
    }

    private RunResult result(long began) {
        var inOrder = new LinkedHashMap<String, RunResult.NodeResult>();
        for (Node n : nodes) if (!expansion.copies().containsKey(n.id())) Optional.ofNullable(ended.get(n.id())).ifPresent(r -> inOrder.put(n.id(), r));
        outputs.values().forEach(all -> all.forEach(Kept::letGo));
        var copied = nodes.stream().filter(n -> expansion.copies().containsKey(n.id())).flatMap(n -> outputs.getOrDefault(n.id(), List.of()).stream()
                .map(k -> new RunResult.Copied(n.id(), expansion.copies().getOrDefault(n.id(), ""), k.port().name(), k.port().type(), k.key))).toList();
        outputs.keySet().removeAll(expansion.copies().keySet());
        return new RunResult(inOrder, outputs, copied, Lanes.seconds(began));
    }

    /** Ends every node of which that can be told by now, and makes those ready whose inputs are there. */
    private void settle() {
        for (Node n : nodes) {
            if (ended.containsKey(n.id()) || ready.containsKey(n.id()) || running.contains(n.id())) continue;
            progress.check();
            Standing standing = standing(n);
            if (standing.open()) continue;
            if (standing.end() != null) end(new RunResult.NodeResult(n, standing.end(), 0, ""));
            else prepare(n);
        }
    }

    /** @param open whether one before it has not ended */
    private record Standing(boolean open, @Nullable NodeEvent end) { }

    /** Skipped for the first of those before it, in the order of the links, that failed or was skipped. */
    private Standing standing(Node node) {
        Problem refused = expansion.refused().get(node.id());
        if (refused != null) return new Standing(false, new NodeEvent.Failed(node.id(), refused, null));
        if (into(node).stream().anyMatch(l -> into.containsKey(l.fromNode()) && !ended.containsKey(l.fromNode()))) return new Standing(true, null);
        for (Link l : into(node)) {
            RunResult.NodeResult before = ended.get(l.fromNode());
            if (before == null) continue;
            if (before.end() instanceof NodeEvent.Failed f) return new Standing(false, because(node, f.node()));
            if (before.end() instanceof NodeEvent.Skipped s) return new Standing(false, because(node, s.because()));
        }
        return new Standing(false, null);
    }

    /** Nobody knows the copies made for a sweep: if one of them failed, the sweep did. */
    private NodeEvent because(Node node, String failed) {
        boolean ofSweep = node.id().equals(expansion.copies().get(failed));
        if (ofSweep && ended.get(failed) instanceof RunResult.NodeResult r && r.end() instanceof NodeEvent.Failed f) {
            return new NodeEvent.Failed(node.id(), f.problem().in(node.id()), f.cause());
        }
        return new NodeEvent.Skipped(node.id(), failed);
    }

    private void prepare(Node node) {
        long began = System.nanoTime();
        try {
            NodeWork.Prepared prepared = work.prepare(node, pipeline, from -> outputs.getOrDefault(from, List.of()), progress.of(node.id()));
            Optional<List<Kept>> found = work.find(prepared);
            if (found.isEmpty()) {
                ready.put(node.id(), prepared);
                return;
            }
            outputs.put(node.id(), found.get());
            end(new RunResult.NodeResult(node, new NodeEvent.Cached(node.id(), sizes(found.get())), 0, prepared.key()));
        } catch (CancellationException e) {
            throw e;
        } catch (Throwable e) {
            end(failed(node, e, Lanes.seconds(began), ""));
        }
    }

    private void start(Lanes lanes) {
        for (Node n : nodes) {
            NodeWork.Prepared p = ready.get(n.id());
            if (p == null || running.size() >= capacity.atOnce() || alone.stream().anyMatch(running::contains)) continue;
            if (alone.contains(n.id()) && !running.isEmpty() || !memory.take(p, running.isEmpty())) continue;
            ready.remove(n.id());
            running.add(n.id());
            if (running.size() > 1) beside.addAll(running);
            progress.tell(new NodeEvent.Running(n.id(), 0, 0));
            lanes.start(p, () -> work.run(p, readersLeft.getOrDefault(n.id(), 0) > 0, progress.of(n.id())));
        }
    }

    private void take(Lanes.Ending ending) {
        Node node = ending.step().node();
        running.remove(node.id());
        memory.give(ending.step());
        boolean hadCompany = beside.remove(node.id());
        Throwable thrown = ending.thrown();
        if (thrown instanceof CancellationException e) throw e;
        if (thrown != null && hadCompany && Failures.wantsMemory(thrown)) {
            alone.add(node.id());
            ready.put(node.id(), ending.step());
        } else if (thrown != null) {
            end(failed(node, thrown, ending.seconds(), ending.step().key()));
        } else {
            outputs.put(node.id(), ending.made());
            memory.hold(ending.made());
            end(new RunResult.NodeResult(node, new NodeEvent.Done(node.id(), ending.seconds(), sizes(ending.made())), ending.seconds(), ending.step().key()));
        }
        settle();
    }

    private static RunResult.NodeResult failed(Node node, Throwable thrown, double seconds, String key) {
        return new RunResult.NodeResult(node, new NodeEvent.Failed(node.id(), Failures.problem(node, thrown), Failures.cause(thrown)), seconds, key);
    }

    private void end(RunResult.NodeResult result) {
        ended.put(result.node().id(), result);
        progress.ended(result.node().id());
        progress.tell(result.end());
        for (Link l : into(result.node())) {
            int left = readersLeft.merge(l.fromNode(), -1, Integer::sum);
            if (left == 0) outputs.getOrDefault(l.fromNode(), List.of()).forEach(memory::letGo);
        }
    }

    private static Map<String, Long> sizes(List<Kept> kept) {
        var sizes = new HashMap<String, Long>();
        for (Kept k : kept) sizes.put(k.port().name(), k.rows());
        return sizes;
    }
}
