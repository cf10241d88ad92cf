package shelfwise.model;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import shelfwise.base.Progress;

/**
 * Work of a library that knows of no cancel, in a pool of one thread: the caller looks for a cancel meanwhile; what was begun then ends by itself
 * and is not used. Of one thread also because Smile adds up in parallel, and the order of its sums hangs on the size of the pool.
 *
 * <p>What is being opened or loaded is machine code of others: a program that ended amid that would pull its libraries away beneath it and
 * crash. So these threads keep the program from ending, and {@link #settle} waits for them where it ends all the same.
 */
public final class Alone {
    private static final long LOOK_MILLIS = 50;
    private static final String LOADING = "loading-";

    private Alone() { }

    /** @throws CancellationException once cancelled */
    public static <T> T run(Supplier<T> work, Progress progress) {
        return run(new ForkJoinPool(1), work, _ -> { }, progress);
    }

    /** What a library in machine code takes long for. @throws CancellationException once cancelled */
    public static <T> T load(Supplier<T> work, Progress progress) {
        return run(loading(), work, _ -> { }, progress);
    }

    /** What takes long to open. It is closed if it is there only after the cancel. @throws CancellationException once cancelled */
    public static <T extends AutoCloseable> T open(Supplier<T> work, Progress progress) {
        return run(loading(), work, Alone::close, progress);
    }

    /**
     * Waits until nothing is being opened or loaded any more, cancelled or not.
     *
     * @return whether that came to pass in time
     */
    public static boolean settle(long millis) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (!thread.getName().startsWith(LOADING)) continue;
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0 || !thread.join(java.time.Duration.ofMillis(left))) return false;
        }
        return true;
    }

    private static ForkJoinPool loading() {
        return new ForkJoinPool(1, pool -> {
            ForkJoinWorkerThread thread = ForkJoinPool.defaultForkJoinWorkerThreadFactory.newThread(pool);
            thread.setName(LOADING + thread.threadId());
            thread.setDaemon(false);
            return thread;
        }, null, false);
    }

    private static <T> T run(ForkJoinPool pool, Supplier<T> work, Consumer<T> unused, Progress progress) {
        try {
            ForkJoinTask<T> task = pool.submit(ForkJoinTask.adapt(work::get));
            try {
                while (!task.quietlyJoin(LOOK_MILLIS, TimeUnit.MILLISECONDS)) progress.check();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw leave(pool, task, unused, new CancellationException());
            } catch (CancellationException e) {
                throw leave(pool, task, unused, e);
            }
            return task.join();
        } finally {
            pool.shutdown();
        }
    }

    private static <T> CancellationException leave(ForkJoinPool pool, ForkJoinTask<T> task, Consumer<T> unused, CancellationException why) {
        pool.execute(() -> {
            task.quietlyJoin();
            if (task.isCompletedNormally()) unused.accept(task.join());
        });
        return why;
    }

    private static void close(AutoCloseable late) {
        try {
            late.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
