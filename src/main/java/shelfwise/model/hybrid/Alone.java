package shelfwise.model.hybrid;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import shelfwise.base.Progress;

/**
 * Work of Smile in a pool of one thread: it adds up in parallel, and the order of the sum hangs on the size of the pool. Parts of Smile know of no
 * cancel, so that the caller looks for one meanwhile; what was begun then ends by itself and is not used.
 */
final class Alone {
    private static final long LOOK_MILLIS = 50;

    private Alone() { }

    /** @throws CancellationException once cancelled */
    static <T> T run(Supplier<T> work, Progress progress) {
        var pool = new ForkJoinPool(1);
        try {
            ForkJoinTask<T> task = pool.submit(ForkJoinTask.adapt(work::get));
            while (!task.quietlyJoin(LOOK_MILLIS, TimeUnit.MILLISECONDS)) progress.check();
            return task.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        } finally {
            pool.shutdown();
        }
    }
}
