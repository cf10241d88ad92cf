package shelfwise.model;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import shelfwise.base.Progress;

/**
 * Work of a library that knows of no cancel, in a pool of one thread: the caller looks for a cancel meanwhile; what was begun then ends by itself
 * and is not used. Of one thread also because Smile adds up in parallel, and the order of its sums hangs on the size of the pool.
 */
public final class Alone {
    private static final long LOOK_MILLIS = 50;

    private Alone() { }

    /** @throws CancellationException once cancelled */
    public static <T> T run(Supplier<T> work, Progress progress) {
        return run(work, _ -> { }, progress);
    }

    /** What takes long to open. It is closed if it is there only after the cancel. @throws CancellationException once cancelled */
    public static <T extends AutoCloseable> T open(Supplier<T> work, Progress progress) {
        return run(work, Alone::close, progress);
    }

    private static <T> T run(Supplier<T> work, Consumer<T> unused, Progress progress) {
        var pool = new ForkJoinPool(1);
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
