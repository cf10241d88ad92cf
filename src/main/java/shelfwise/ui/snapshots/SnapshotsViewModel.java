package shelfwise.ui.snapshots;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import shelfwise.app.SnapshotService;
import shelfwise.base.JobEvent;
import shelfwise.base.Messages;
import shelfwise.export.Snapshot;
import shelfwise.ui.JobBoard;
import shelfwise.ui.choice.ModelHues;

/** Which snapshot is open, and which customer in it. */
final class SnapshotsViewModel {
    /** Customers offered at once. */
    static final int OFFERED = 500;

    private record Opened(Snapshot snapshot, Map<String, Integer> hues) { }

    private final SnapshotService service;
    private final ModelHues colours;
    private Map<String, Integer> hues = Map.of();
    private final ObservableList<String> ids = FXCollections.observableArrayList();
    /** One for all who ask: a wrapper that only a listener knows is collected, and its listener is told no more. */
    private final ObservableList<String> shownIds = FXCollections.unmodifiableObservableList(ids);
    private final ReadOnlyObjectWrapper<Optional<Snapshot>> open = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Throwable>> failure = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Boolean> read = new ReadOnlyObjectWrapper<>(false);
    private final StringProperty words = new SimpleStringProperty("");
    private final StringProperty user = new SimpleStringProperty("");
    private String chosen = "";
    private int question;

    SnapshotsViewModel(SnapshotService service, ModelHues colours) {
        this.service = service;
        this.colours = colours;
    }

    /** Reads the names again; opens {@code wanted}, else the one that was open, else the latest. */
    void refresh(Optional<String> wanted, JobBoard jobs) {
        jobs.<List<String>>quietly(_ -> service.ids(), event -> {
            if (event instanceof JobEvent.Failed<List<String>> failed) failure.set(Optional.of(failed.cause()));
            if (!(event instanceof JobEvent.Done<List<String>> done)) return;
            if (!ids.equals(done.result())) ids.setAll(done.result());
            read.set(true);
            String next = wanted.filter(ids::contains).orElse(ids.contains(chosen) ? chosen : ids.isEmpty() ? "" : ids.getFirst());
            choose(next, jobs);
        });
    }

    void choose(String id, JobBoard jobs) {
        if (id.equals(chosen) && failure.get().isEmpty()) return;
        chosen = id;
        int asked = ++question;
        failure.set(Optional.empty());
        open.set(Optional.empty());
        if (id.isEmpty()) return;
        jobs.<Opened>quietly(_ -> read(id), event -> {
            if (asked != question) return;
            if (event instanceof JobEvent.Failed<Opened> failed) failure.set(Optional.of(failed.cause()));
            if (event instanceof JobEvent.Done<Opened> done) show(done.result());
        });
    }

    private Opened read(String id) {
        Snapshot snapshot = service.read(id);
        return new Opened(snapshot, colours.of(snapshot.lists().stream().map(Snapshot.RankedList::model).distinct().toList()));
    }

    /** Index of the colour of a model. */
    int hue(String model) {
        return hues.getOrDefault(model, -1);
    }

    private void show(Opened opened) {
        Snapshot snapshot = opened.snapshot();
        hues = opened.hues();
        open.set(Optional.of(snapshot));
        List<String> all = users();
        if (!all.contains(user.get())) user.set(all.isEmpty() ? "" : all.getFirst());
    }

    void export(SnapshotService.Format format, Path file, Messages messages, JobBoard jobs, Consumer<JobEvent<Path>> listener) {
        String id = chosen;
        jobs.<Path>start("snapshots.job.export", List.of(id, String.valueOf(file.getFileName())), _ -> {
            service.export(id, format, file, messages);
            return file;
        }, listener);
    }

    void delete(JobBoard jobs, Consumer<Throwable> failed) {
        String id = chosen;
        jobs.<String>quietly(_ -> {
            service.delete(id);
            return id;
        }, event -> {
            if (event instanceof JobEvent.Failed<String> f) failed.accept(f.cause());
            if (event instanceof JobEvent.Done<String>) refresh(Optional.empty(), jobs);
        });
    }

    /** Customers of the open snapshot whose id holds the words sought, at most {@link #OFFERED}. */
    List<String> users() {
        String sought = words.get().strip().toLowerCase(Locale.ROOT);
        return open.get().map(s -> s.lists().stream().map(Snapshot.RankedList::user).distinct().filter(u -> u.toLowerCase(Locale.ROOT).contains(sought)).limit(OFFERED).toList())
                .orElse(List.of());
    }

    /** The lists of the chosen customer, model by model. */
    List<Snapshot.RankedList> lists() {
        return open.get().map(s -> s.lists().stream().filter(l -> l.user().equals(user.get())).toList()).orElse(List.of());
    }

    ObservableList<String> ids() {
        return shownIds;
    }

    String chosen() {
        return chosen;
    }

    /** Whether the names were read at all. */
    ReadOnlyObjectProperty<Boolean> read() {
        return read.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Snapshot>> open() {
        return open.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Throwable>> failure() {
        return failure.getReadOnlyProperty();
    }

    /** What is sought among the customers. */
    StringProperty words() {
        return words;
    }

    StringProperty user() {
        return user;
    }
}
