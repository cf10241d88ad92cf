package shelfwise.ui.home;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
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
