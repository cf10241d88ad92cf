package shelfwise.base;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Runs long work away from the caller's thread.
 *
 * @param workers        runs the work
 * @param listenerThread runs the listener: the window gives its UI thread, a test {@code Runnable::run}
 */
public record Jobs(Executor workers, Executor listenerThread) {
    private static final long TELL_EVERY_NANOS = 50_000_000;

    /** Work that tells its progress; throws {@link CancellationException} when cancelled. */
    @FunctionalInterface
    public interface Work<T> {
        T run(Progress progress) throws Exception;
    }

    /** Work that tells more than its progress, by {@code tell}, on any thread. */
    @FunctionalInterface
    public interface TellingWork<E, T> {
        T run(Progress progress, Consumer<E> tell) throws Exception;
    }

    /**
     * Work that hands what it tells to {@code heard} on the listener's thread: in its order and all of it before the job's last event. What
     * is told while that thread is busy comes in one list, so that no amount of telling can flood it.
     */
    public <E, T> Work<T> telling(TellingWork<E, T> work, Consumer<List<E>> heard) {
        var batches = new Batches<E>(listenerThread, heard);
        return progress -> work.run(progress, batches::tell);
    }

    /**
     * Starts {@code work}; running the answer cancels it (no thread is interrupted: that would close the store's file).
     * The last event is Done, Cancelled or Failed; Moved comes at most 20 times a second.
     */
    public <T> Runnable start(Work<T> work, Consumer<JobEvent<T>> listener) {
        var cancelled = new AtomicBoolean();
        var told = new AtomicLong(System.nanoTime() - TELL_EVERY_NANOS);
        Consumer<JobEvent<T>> tell = event -> listenerThread.execute(() -> listener.accept(event));
        Progress progress = (done, total) -> {
            if (cancelled.get()) throw new CancellationException();
            long now = System.nanoTime(), last = told.get();
            if (done >= 0 && now - last >= TELL_EVERY_NANOS && told.compareAndSet(last, now)) tell.accept(new JobEvent.Moved<>(done, total));
        };
        workers.execute(() -> {
            try {
                tell.accept(new JobEvent.Done<>(work.run(progress)));
            } catch (CancellationException e) {
                tell.accept(new JobEvent.Cancelled<>());
            } catch (Throwable e) { // out of memory must end the job as well
                tell.accept(new JobEvent.Failed<>(e));
            }
        });
        return () -> cancelled.set(true);
    }
}
