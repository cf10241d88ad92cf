package shelfwise.model;

import java.util.concurrent.CancellationException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import shelfwise.base.Checks;
import shelfwise.base.Progress;

/**
 * Shares numbered pieces of work among a bounded number of threads. A result is the same for any number of threads as long as each
 * piece is worked on by itself and writes to places of its own.
 *
 * @param threads threads at work, the caller's among them
 */
public record Workers(int threads) {
    public Workers {
        Checks.inRange("threads", threads, 1, 4096);
    }

    /** One thread for each processor. */
    public static Workers all() {
        return new Workers(Runtime.getRuntime().availableProcessors());
    }

    /** Works on the pieces {@code from} (inclusive) to {@code to} (exclusive) with a scratch that no other thread uses. */
    @FunctionalInterface
    public interface Body<S> {
        void run(S scratch, int from, int to);
    }

    /**
     * Runs {@code body} over 0 to {@code n} in blocks and returns when all are done. The first exception, {@link CancellationException}
     * among them, ends the work of all threads and is thrown to the caller.
     *
     * @param block    pieces in one block; a block should take less than 100 ms, for it is the time between two looks at a cancel
     * @param progress told after each block, by one thread at a time
     * @param scratch  makes one scratch for each thread
     */
    public <S> void each(int n, int block, Progress progress, Supplier<S> scratch, Body<S> body) {
        progress.at(0, n);
        var shared = new Shared<>(n, block, progress, body);
        int helpers = Math.min(threads, Math.ceilDiv(n, block)) - 1;
        if (helpers <= 0) shared.work(scratch.get());
        else {
            try (var pool = Executors.newFixedThreadPool(helpers, Thread.ofPlatform().daemon().name("shelfwise-work-", 1).factory())) {
                for (int i = 0; i < helpers; i++) pool.execute(() -> shared.work(scratch));
                shared.work(scratch);
            }
        }
        shared.rethrow();
    }

    private static final class Shared<S> {
        private final int n, block;
        private final Progress progress;
        private final Body<S> body;
        private final AtomicInteger next = new AtomicInteger();
        private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        private int done;

        Shared(int n, int block, Progress progress, Body<S> body) {
            this.n = n;
            this.block = block;
            this.progress = progress;
            this.body = body;
        }

        void work(Supplier<S> scratch) {
            try {
                work(scratch.get());
            } catch (Throwable e) { // out of memory in a thread's scratch must reach the caller as well
                failure.compareAndSet(null, e);
            }
        }

        void work(S scratch) {
            try {
                for (int from = take(); from < n && failure.get() == null; from = take()) {
                    int to = Math.min(n, from + block);
                    body.run(scratch, from, to);
                    tell(to - from);
                }
            } catch (Throwable e) {
                failure.compareAndSet(null, e);
            }
        }

        private int take() {
            return next.getAndUpdate(at -> at >= n ? at : Math.min(n, at + block));
        }

        private synchronized void tell(int pieces) {
            done += pieces;
            progress.at(done, n);
        }

        void rethrow() {
            switch (failure.get()) {
                case null -> { }
                case RuntimeException e -> throw e;
                case Error e -> throw e;
                case Throwable e -> throw new IllegalStateException(e);
            }
        }
    }
}
