package shelfwise.pipeline;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The threads on which the steps of one run work. All methods are for the run's own thread. */
final class Lanes implements AutoCloseable {
    /**
     * How a step ended.
     *
     * @param made   its outputs; empty where it did not end well
     * @param thrown why it did not
     */
    record Ending(NodeWork.Prepared step, List<Kept> made, @Nullable Throwable thrown, double seconds) { }

    private final ExecutorService threads;
    private final BlockingQueue<Ending> endings = new LinkedBlockingQueue<>();

    Lanes(int atOnce) {
        threads = Executors.newFixedThreadPool(atOnce, Thread.ofPlatform().daemon().name("shelfwise-step-", 1).factory());
    }

    void start(NodeWork.Prepared step, Supplier<List<Kept>> work) {
        threads.execute(() -> {
            long began = System.nanoTime();
            try {
                endings.add(new Ending(step, work.get(), null, seconds(began)));
            } catch (Throwable e) { // out of memory and a library that can't be loaded end the node, not the run
                endings.add(new Ending(step, List.of(), e, seconds(began)));
            }
        });
    }

    /** The next step that ended; empty if none does within {@code millis}. */
    Optional<Ending> await(long millis) {
        try {
            return Optional.ofNullable(endings.poll(millis, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) { // not handed on to the steps: an interrupted thread would close the store's file
            throw new CancellationException();
        }
    }

    /** Waits for the steps that are under way. */
    @Override public void close() {
        threads.close();
    }

    static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }
}
