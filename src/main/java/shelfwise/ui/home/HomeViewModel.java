package shelfwise.ui.home;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import shelfwise.app.CacheService;
import shelfwise.app.CacheService.Extent;
import shelfwise.app.Workspace;
import shelfwise.base.JobEvent;
import shelfwise.ui.JobBoard;

/** What is known of the open project. */
final class HomeViewModel {
    private final Optional<Workspace> workspace;
    private final ReadOnlyObjectWrapper<Optional<ProjectFacts>> facts = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Throwable>> failure = new ReadOnlyObjectWrapper<>(Optional.empty());

    private int question;

    HomeViewModel(Optional<Workspace> workspace) {
        this.workspace = workspace;
    }

    /** Looks again, as something may have been done elsewhere. */
    void refresh(JobBoard jobs) {
        int asked = ++question;
        workspace.ifPresent(w -> jobs.<ProjectFacts>quietly(_ -> ProjectFacts.of(w), event -> {
            if (asked == question) learn(event); // an answer to an older question comes too late
        }));
    }

    /** Asks what clearing would take, and tells {@code then}. */
    void loss(JobBoard jobs, Extent extent, Consumer<CacheService.Loss> then, Consumer<Throwable> failed) {
        workspace.ifPresent(w -> jobs.<CacheService.Loss>quietly(_ -> w.cache().loss(extent), event -> {
            if (event instanceof JobEvent.Done<CacheService.Loss> done) then.accept(done.result());
            if (event instanceof JobEvent.Failed<CacheService.Loss> f) failed.accept(f.cause());
        }));
    }

    /** Clears what is kept of the steps that ran. */
    void clear(JobBoard jobs, Extent extent) {
        workspace.ifPresent(w -> jobs.start("home.job.clear", List.of(), progress -> w.cache().clear(extent, progress), event -> then(jobs, event)));
    }

    /** Keeps no more than this from now on, but for what is needed. @param bytes as chosen */
    void limit(JobBoard jobs, long bytes) {
        workspace.ifPresent(w -> jobs.start("home.job.limit", List.of(), progress -> w.cache().limit(bytes, progress), event -> then(jobs, event)));
    }

    /** However it ended: some of it may have gone. */
    private void then(JobBoard jobs, JobEvent<CacheService.Cleared> event) {
        if (!(event instanceof JobEvent.Moved<CacheService.Cleared>)) refresh(jobs);
    }

    private void learn(JobEvent<ProjectFacts> event) {
        if (event instanceof JobEvent.Done<ProjectFacts> done) {
            failure.set(Optional.empty());
            facts.set(Optional.of(done.result()));
        }
        if (event instanceof JobEvent.Failed<ProjectFacts> failed) failure.set(Optional.of(failed.cause()));
    }

    boolean hasProject() {
        return workspace.isPresent();
    }

    /** Empty until they were read. */
    ReadOnlyObjectProperty<Optional<ProjectFacts>> facts() {
        return facts.getReadOnlyProperty();
    }

    /** Why they could not be read the last time. */
    ReadOnlyObjectProperty<Optional<Throwable>> failure() {
        return failure.getReadOnlyProperty();
    }
}
