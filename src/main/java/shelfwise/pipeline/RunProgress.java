package shelfwise.pipeline;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import shelfwise.base.Learning;
import shelfwise.base.Progress;

/** Tells a run's progress twice: as a whole to the job, and node by node to the listener; each to one thread at a time. */
final class RunProgress {
    private static final long TELL_EVERY_NANOS = 50_000_000;
    private static final int PARTS = 1000;

    private final Progress whole;
    private final Consumer<NodeEvent> listener;
    private final int nodes;
    /** Copies made for a sweep, which are told as its progress. */
    private final Map<String, String> copies;
    /** How far each node is, 0 to 1. */
    private final Map<String, Double> parts = new HashMap<>();
    private double sum;
    private long furthest;
    private volatile boolean stopped;

    RunProgress(Progress whole, Consumer<NodeEvent> listener, int nodes, Map<String, String> copies) {
        this.whole = whole;
        this.listener = listener;
        this.nodes = nodes;
        this.copies = copies;
    }

    synchronized void tell(NodeEvent event) {
        String sweep = copies.get(event.node());
        if (sweep == null) listener.accept(event);
        else if (!(event instanceof NodeEvent.Waiting || event instanceof NodeEvent.Cancelled)) listener.accept(running(sweep));
    }

    private NodeEvent running(String sweep) {
        double done = 0;
        long all = 0;
        for (Map.Entry<String, String> copy : copies.entrySet()) {
            if (!copy.getValue().equals(sweep)) continue;
            Double part = parts.get(copy.getKey());
            done += part == null ? 0 : part;
            all++;
        }
        return new NodeEvent.Running(sweep, Math.round(done * PARTS), all * PARTS);
    }

    void check() {
        whole.check();
    }

    /** From now on every step that looks is cancelled. */
    void stop() {
        stopped = true;
    }

    void ended(String node) {
        moved(node, 1);
    }

    /** A step that works in several rounds may fall back; the whole does not. */
    private synchronized void moved(String node, double part) {
        Double before = parts.put(node, part);
        sum += part - (before == null ? 0 : before);
        furthest = Math.max(furthest, Math.round(sum * PARTS));
        whole.at(furthest, (long) nodes * PARTS);
    }

    /** For one node's step. */
    Progress of(String node) {
        return new OfNode(node);
    }

    /** A node's own progress; for the threads that its step works on. */
    private final class OfNode implements Progress {
        private final String node;
        private final AtomicLong told = new AtomicLong(System.nanoTime() - TELL_EVERY_NANOS);
        private final List<Learning> curve = new CopyOnWriteArrayList<>();
        private volatile long done, total;

        OfNode(String node) {
            this.node = node;
        }

        @Override public void at(long nowDone, long nowTotal) {
            if (stopped) throw new CancellationException();
            if (nowDone < 0) {
                whole.check();
                return;
            }
            moved(node, nowTotal <= 0 ? 0 : Math.min(1, (double) nowDone / nowTotal));
            done = nowDone;
            total = nowTotal;
            long now = System.nanoTime(), last = told.get();
            if (now - last >= TELL_EVERY_NANOS && told.compareAndSet(last, now)) tell();
        }

        @Override public void learned(Learning point) {
            curve.add(point);
            tell();
        }

        private void tell() {
            RunProgress.this.tell(new NodeEvent.Running(node, done, total, curve));
        }
    }
}
