package shelfwise.ui.pipelines;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import shelfwise.app.OwnOperatorService;
import shelfwise.base.JobEvent;
import shelfwise.pipeline.OwnFile;
import shelfwise.pipeline.OwnOperator;
import shelfwise.ui.JobBoard;

/** The project's own operators as they were last read. On the UI thread; files are read and written away from it. */
final class OwnViewModel {
    /** What a change gives. @param changed the operator; empty for one that is gone */
    private record Done(Optional<OwnOperator> changed, List<OwnFile> all) { }

    private final OwnOperatorService service;
    private final JobBoard jobs;
    private final ObservableList<OwnFile> all = FXCollections.observableArrayList();

    OwnViewModel(OwnOperatorService service, JobBoard jobs) {
        this.service = service;
        this.jobs = jobs;
    }

    /** In alphabetical order, those that can't be read among them. */
    ObservableList<OwnFile> all() {
        return all;
    }

    /** The one of this name as it is kept now; empty if there is none that can be read. */
    Optional<OwnOperator> find(String name) {
        return all.stream().filter(f -> f.name().equals(name)).findFirst().flatMap(OwnFile::own);
    }

    void refresh() {
        change(Optional::empty, _ -> { }, _ -> { });
    }

    /** @param done gets it as it is kept @param failed gets why it is not */
    void keep(OwnOperator own, Consumer<OwnOperator> done, Consumer<Throwable> failed) {
        change(() -> Optional.of(service.keep(own)), done, failed);
    }

    void take(Path file, boolean replace, Consumer<OwnOperator> done, Consumer<Throwable> failed) {
        change(() -> Optional.of(service.take(file, Optional.empty(), replace)), done, failed);
    }

    void export(String name, Path file, Consumer<Throwable> failed) {
        change(() -> {
            service.export(name, file);
            return Optional.empty();
        }, _ -> { }, failed);
    }

    void remove(String name, Consumer<Throwable> failed) {
        change(() -> {
            service.remove(name);
            return Optional.empty();
        }, _ -> { }, failed);
    }

    private void change(Callable<Optional<OwnOperator>> work, Consumer<OwnOperator> done, Consumer<Throwable> failed) {
        jobs.<Done>quietly(_ -> new Done(work.call(), service.list()), event -> {
            if (event instanceof JobEvent.Done<Done> now) {
                if (!all.equals(now.result().all())) all.setAll(now.result().all());
                now.result().changed().ifPresent(done);
            }
            if (event instanceof JobEvent.Failed<Done> why) failed.accept(why.cause());
        });
    }
}
