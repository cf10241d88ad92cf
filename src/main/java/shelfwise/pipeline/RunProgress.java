package shelfwise.pipeline;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import shelfwise.base.Progress;

/** Tells a run's progress twice: as a whole to the job, and node by node to the listener. */
final class RunProgress {
    private static final long TELL_EVERY_NANOS = 50_000_000;
    private static final int PARTS = 1000;

    private final Progress whole;
    private final Consumer<NodeEvent> listener;
    private final int nodes;

    RunProgress(Progress whole, Consumer<NodeEvent> listener, int nodes) {
        this.whole = whole;
        this.listener = listener;
        this.nodes = nodes;
    }

    void tell(NodeEvent event) {
        listener.accept(event);
    }

    void check() {
        whole.check();
    }

    /** {@code ended} nodes of the run are over. */
    void at(int ended) {
        whole.at((long) ended * PARTS, (long) nodes * PARTS);
    }

    /** For the node that runs after {@code ended} others. */
    Progress of(String node, int ended) {
        var told = new AtomicLong(System.nanoTime() - TELL_EVERY_NANOS);
        return (done, total) -> {
            if (done < 0) {
                whole.check();
                return;
            }
            double part = total <= 0 ? 0 : Math.min(1, (double) done / total);
            whole.at(Math.round((ended + part) * PARTS), (long) nodes * PARTS);
            long now = System.nanoTime(), last = told.get();
            if (now - last >= TELL_EVERY_NANOS && told.compareAndSet(last, now)) listener.accept(new NodeEvent.Running(node, done, total));
        };
    }
}
