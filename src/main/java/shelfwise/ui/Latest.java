package shelfwise.ui;

import java.util.function.Consumer;
import shelfwise.base.JobEvent;
import shelfwise.base.Jobs;

/** Asks questions of which only the latest counts: an earlier one is cancelled, and its answer is passed over should it still come. */
public final class Latest {
    private final JobBoard jobs;
    private Runnable cancel = () -> { };
    private long asked;

    public Latest(JobBoard jobs) {
        this.jobs = jobs;
    }

    /** On the UI thread, where {@code done} or {@code failed} is called as well, unless another question has come by then. */
    public <T> void ask(Jobs.Work<T> work, Consumer<T> done, Consumer<Throwable> failed) {
        drop();
        long mine = asked;
        cancel = jobs.quietly(work, event -> {
            if (mine != asked) return;
            switch (event) {
                case JobEvent.Done<T> e -> done.accept(e.result());
                case JobEvent.Failed<T> e -> failed.accept(e.cause());
                case JobEvent.Moved<T> _, JobEvent.Cancelled<T> _ -> { }
            }
        });
    }

    /** Waits for no answer any more. */
    public void drop() {
        asked++;
        cancel.run();
        cancel = () -> { };
    }
}
