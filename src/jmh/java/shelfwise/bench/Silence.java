package shelfwise.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import shelfwise.base.Progress;

/**
 * The longest that a thread worked between two looks into its work's progress, in processor time, and where it was then: how late a cancel can
 * be heard, whatever else the machine does.
 */
final class Silence implements AutoCloseable {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final long NANOS = 1_000_000, LONG_MILLIS = 250, EVERY_MILLIS = 50;
    private static final int DEEP = 16;
    /** Processor time of each thread at its last look. */
    private final Map<Long, Long> last = new ConcurrentHashMap<>();
    private final AtomicLong longest = new AtomicLong();
    private volatile String where = "";
    private volatile boolean ended;

    Silence() {
        Thread.ofPlatform().daemon().start(this::watch);
    }

    /** Never cancels. */
    Progress progress() {
        return (_, _) -> {
            long now = THREADS.getCurrentThreadCpuTime();
            Long before = last.put(Thread.currentThread().threadId(), now);
            if (before != null) longest.accumulateAndGet(now - before, Math::max);
        };
    }

    private void watch() {
        try {
            while (!ended) {
                Thread.sleep(EVERY_MILLIS);
                for (Map.Entry<Thread, StackTraceElement[]> e : Thread.getAllStackTraces().entrySet()) look(e.getKey(), e.getValue());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(Thread thread, StackTraceElement[] stack) {
        if (ended || !thread.getName().startsWith("shelfwise-") && !thread.getName().equals("main")) return;
        if (Arrays.stream(stack).limit(1).noneMatch(f -> thread.getState() == Thread.State.RUNNABLE)) return;
        long now = THREADS.getThreadCpuTime(thread.threadId());
        Long before = last.putIfAbsent(thread.threadId(), now);
        if (before == null || now - before < LONG_MILLIS * NANOS || now - before < longest.get()) return;
        longest.accumulateAndGet(now - before, Math::max);
        where = "    " + thread.getName() + " " + (now - before) / NANOS + " ms: " + Arrays.stream(stack).limit(DEEP)
                .map(f -> f.getClassName().replaceAll(".*\\.", "") + "." + f.getMethodName() + ":" + f.getLineNumber()).collect(Collectors.joining(" < "));
    }

    long longestMillis() {
        return longest.get() / NANOS;
    }

    /** The stack of the thread in the longest one; empty if all were short. */
    String where() {
        return where;
    }

    @Override public void close() {
        ended = true;
    }
}
