package shelfwise.ui;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import shelfwise.base.JobEvent;
import shelfwise.base.Jobs;

/** Starts long work and shows it in the job strip. View models get it by their constructor; on the UI thread. */
public final class JobBoard {
    private static final int KEPT = 30;
    private final Jobs jobs;
    private final InstantSource clock;
    private final ObservableList<JobRow> rows = FXCollections.observableArrayList();
    /** One for all who ask: a wrapper that only a listener knows is collected, and its listener is told no more. */
    private final ObservableList<JobRow> shownRows = FXCollections.unmodifiableObservableList(rows);
    private final Map<Object, Runnable> running = new LinkedHashMap<>();
    private final List<Waiting> waiting = new ArrayList<>();
    private @Nullable Runnable whenIdle;

    /** @param jobs that have not ended yet @param then what waits for them */
    private record Waiting(Set<Object> jobs, Runnable then) { }

    /** @param jobs its listener thread is the UI thread */
    public JobBoard(Jobs jobs, InstantSource clock) {
        this.jobs = jobs;
        this.clock = clock;
    }

    /** The newest first; those that ended stay for a while. */
    public ObservableList<JobRow> rows() {
        return shownRows;
    }

    /**
     * Starts {@code work} and shows it. A failure is kept in the strip with its details; the listener need not tell it again.
     *
     * @param key      message key of what is being done, such as {@code "assets.job.import"}; {@code args} fill it in
     * @param listener gets every event on the UI thread, after the strip
     */
    public <T> JobRow start(String key, List<Object> args, Jobs.Work<T> work, Consumer<JobEvent<T>> listener) {
        var row = new JobRow(key, args, clock.millis());
        rows.addFirst(row);
        forgetOld();
        row.cancelBy(quietly(work, event -> {
            show(row, event);
            listener.accept(event);
        }));
        return row;
    }

    /**
     * As {@link #start(String, List, Jobs.Work, Consumer)}, for work that tells more than its progress.
     *
     * @param heard gets on the UI thread what the work told, several at once when it tells much; all of it before the job's last event
     */
    public <E, T> JobRow start(String key, List<Object> args, Jobs.TellingWork<E, T> work, Consumer<List<E>> heard, Consumer<JobEvent<T>> listener) {
        return start(key, args, jobs.telling(work, heard), listener);
    }

    /**
     * Shows a job that waits for others. It counts as work under way, so that closing asks and what goes on in the background does it too.
     * See {@link #begin}.
     */
    public JobRow await(String key, List<Object> args, JobRow.Turn turn) {
        var row = JobRow.waiting(key, args, turn);
        rows.addFirst(row);
        forgetOld();
        running.put(row, row::cancel);
        row.cancelBy(() -> {
            if (!rows.remove(row)) return;
            running.remove(row);
            turn.takeOut();
            ended(row);
            if (running.isEmpty()) thenGoOn();
        });
        return row;
    }

    /** Begins what was shown as waiting; as {@link #start(String, List, Jobs.TellingWork, Consumer, Consumer)}. */
    public <E, T> void begin(JobRow row, Jobs.TellingWork<E, T> work, Consumer<List<E>> heard, Consumer<JobEvent<T>> listener) {
        row.begin(clock.millis());
        row.cancelBy(start(row, jobs.telling(work, heard), event -> {
            show(row, event);
            listener.accept(event);
        }));
    }

    /** Work too short or too frequent for the strip (a page of a table, a live preview): not shown there. Running the answer cancels. */
    public <T> Runnable quietly(Jobs.Work<T> work, Consumer<JobEvent<T>> listener) {
        return start(new Object(), work, listener);
    }

    private <T> Runnable start(Object job, Jobs.Work<T> work, Consumer<JobEvent<T>> listener) {
        running.put(job, () -> { });
        Runnable cancel = jobs.start(work, event -> {
            if (!(event instanceof JobEvent.Moved<T>)) running.remove(job);
            try {
                listener.accept(event);
                if (!(event instanceof JobEvent.Moved<T>)) ended(job);
            } finally { // a view that breaks must not keep the window from being closed
                if (running.isEmpty()) thenGoOn();
            }
        });
        running.replace(job, cancel);
        if (whenIdle != null) cancel.run(); // begun by what is being stopped
        return cancel;
    }

    /** Whether work that the strip shows is under way or waits. */
    public boolean busy() {
        return rows.stream().anyMatch(JobRow::open);
    }

    /** Whether no work at all is under way, shown in the strip or not. */
    public boolean idle() {
        return running.isEmpty();
    }

    /** Whether {@link #stopAll} waits for work to end. */
    public boolean stopping() {
        return whenIdle != null;
    }

    /** Asks all work to stop, and what that begins until then; runs {@code then} once it has: before what it works on is closed. */
    public void stopAll(Runnable then) {
        whenIdle = then;
        List.copyOf(rows).forEach(JobRow::cancel); // the newest first: those that wait before the one they wait for
        List.copyOf(running.values()).forEach(Runnable::run);
        if (running.isEmpty()) thenGoOn();
    }

    /** Runs {@code then} once all work that is under way now has ended by itself. */
    public void afterPresent(Runnable then) {
        if (running.isEmpty()) then.run();
        else waiting.add(new Waiting(new HashSet<>(running.keySet()), then));
    }

    private void ended(Object job) {
        waiting.forEach(w -> w.jobs().remove(job));
        List<Waiting> over = waiting.stream().filter(w -> w.jobs().isEmpty()).toList();
        waiting.removeAll(over);
        over.forEach(w -> w.then().run());
    }

    private void thenGoOn() {
        Runnable then = whenIdle;
        whenIdle = null;
        if (then != null) then.run();
    }

    private <T> void show(JobRow row, JobEvent<T> event) {
        switch (event) {
            case JobEvent.Moved<T> e -> row.moved(e.done(), e.total(), clock.millis());
            case JobEvent.Done<T> _ -> row.ended(JobRow.State.DONE, null, clock.millis());
            case JobEvent.Cancelled<T> _ -> row.ended(JobRow.State.CANCELLED, null, clock.millis());
            case JobEvent.Failed<T> e -> row.ended(JobRow.State.FAILED, e.cause(), clock.millis());
        }
    }

    private void forgetOld() {
        for (int i = rows.size() - 1; i >= KEPT; i--) if (!rows.get(i).open()) rows.remove(i);
    }
}
