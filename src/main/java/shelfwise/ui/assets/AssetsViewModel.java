package shelfwise.ui.assets;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import shelfwise.app.Workspace;
import shelfwise.base.JobEvent;
import shelfwise.base.Jobs;
import shelfwise.data.AssetKind;
import shelfwise.data.Role;
import shelfwise.data.Table;
import shelfwise.ingest.ImportResult;
import shelfwise.profile.Profile;
import shelfwise.store.AssetInfo;
import shelfwise.store.AssetVersion;
import shelfwise.store.Loss;
import shelfwise.ui.JobBoard;

/** Which assets there are, and which version of which one is looked at. */
final class AssetsViewModel {
    /** The chosen version with all that its page needs; the table's values are read when it is scanned. */
    record Open(AssetInfo info, List<AssetVersion> versions, AssetVersion version, Table table, Optional<Profile> profile) {
        Open {
            versions = List.copyOf(versions);
        }

        /** Roles and kind can be changed in the latest version only. */
        boolean latest() {
            return version.version() == info.latest().version();
        }
    }

    private record Read(List<AssetInfo> all, Optional<Open> open) { }

    private final Workspace workspace;
    private final ObservableList<AssetInfo> all = FXCollections.observableArrayList();
    private final FilteredList<AssetInfo> found = new FilteredList<>(all);
    private final StringProperty words = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Optional<Open>> open = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Throwable>> failure = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<ImportResult>> news = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper read = new ReadOnlyBooleanWrapper();
    private String chosen = "";
    private int version, question;
    private boolean learning;

    AssetsViewModel(Workspace workspace) {
        this.workspace = workspace;
        words.subscribe(w -> {
            String sought = w.strip().toLowerCase(Locale.ROOT);
            found.setPredicate(a -> a.name().toLowerCase(Locale.ROOT).contains(sought) || a.description().toLowerCase(Locale.ROOT).contains(sought)
                    || a.tags().stream().anyMatch(t -> t.toLowerCase(Locale.ROOT).contains(sought)));
        });
    }

    /** Looks again, as the project may have changed. */
    void refresh(JobBoard jobs) {
        int asked = ++question;
        String name = chosen;
        int number = version;
        jobs.<Read>quietly(_ -> look(name, number), event -> {
            if (asked == question) learn(event); // an answer to an older question comes too late
        });
    }

    private Read look(String name, int number) {
        List<AssetInfo> assets = workspace.assets().list();
        Optional<AssetInfo> info = assets.stream().filter(a -> a.name().equals(name)).findFirst().or(() -> assets.stream().findFirst());
        return new Read(assets, info.map(a -> {
            List<AssetVersion> versions = workspace.assets().versions(a.name());
            int wanted = a.name().equals(name) ? number : 0;
            AssetVersion shown = versions.stream().filter(v -> v.version() == wanted).findFirst().orElse(versions.getFirst());
            return new Open(a, versions, shown, workspace.assets().read(a.name(), shown.version()), workspace.quality().kept(a.name(), shown.version()));
        }));
    }

    private void learn(JobEvent<Read> event) {
        if (event instanceof JobEvent.Failed<Read> failed) failure.set(Optional.of(failed.cause()));
        if (!(event instanceof JobEvent.Done<Read> done)) return;
        failure.set(Optional.empty());
        chosen = done.result().open().map(o -> o.info().name()).orElse("");
        learning = true; // a list that changes may choose something by itself
        if (!all.equals(done.result().all())) all.setAll(done.result().all());
        learning = false;
        open.set(done.result().open());
        read.set(true);
    }

    /** Shows this asset's latest version. */
    void choose(String name, JobBoard jobs) {
        if (learning || name.equals(chosen)) return;
        chosen = name;
        version = 0;
        news.set(Optional.empty());
        refresh(jobs);
    }

    /** @param number from 1; 0 for the latest */
    void chooseVersion(int number, JobBoard jobs) {
        version = number;
        refresh(jobs);
    }

    /** A file was imported: shows what it became and what is to be said of it. */
    void imported(ImportResult result, JobBoard jobs) {
        chosen = result.asset();
        version = result.version();
        words.set("");
        news.set(Optional.of(result));
        refresh(jobs);
    }

    void forgetNews() {
        news.set(Optional.empty());
    }

    void setRole(String column, Role role, JobBoard jobs, Consumer<Throwable> onFailure) {
        String name = chosen; // another may be chosen before the work begins
        change(_ -> workspace.assets().setRole(name, column, role), jobs, onFailure);
    }

    void setKind(AssetKind kind, JobBoard jobs, Consumer<Throwable> onFailure) {
        String name = chosen;
        change(_ -> workspace.assets().setKind(name, kind), jobs, onFailure);
    }

    void describe(String owner, List<String> tags, String description, JobBoard jobs, Consumer<Throwable> onFailure) {
        String name = chosen;
        change(_ -> {
            workspace.assets().describe(name, owner, tags, description);
            return name;
        }, jobs, onFailure);
    }

    void rename(String newName, JobBoard jobs, Consumer<Throwable> onFailure) {
        String name = chosen;
        jobs.<String>quietly(_ -> {
            workspace.assets().rename(name, newName);
            return newName;
        }, event -> {
            if (event instanceof JobEvent.Failed<String> failed) onFailure.accept(failed.cause());
            if (!(event instanceof JobEvent.Done<String>)) return;
            chosen = newName;
            refresh(jobs);
        });
    }

    /** What deleting the chosen asset would lose. */
    void loss(JobBoard jobs, Consumer<Loss> answer, Consumer<Throwable> onFailure) {
        String name = chosen;
        jobs.<Loss>quietly(_ -> workspace.assets().loss(name), event -> {
            if (event instanceof JobEvent.Failed<Loss> failed) onFailure.accept(failed.cause());
            if (event instanceof JobEvent.Done<Loss> done) answer.accept(done.result());
        });
    }

    void delete(JobBoard jobs, Consumer<Throwable> onFailure) {
        String name = chosen;
        news.set(Optional.empty());
        change(_ -> {
            workspace.assets().delete(name);
            return name;
        }, jobs, onFailure);
    }

    /** Whether it went well or not, what is shown is read again: a control may show what was not to be. */
    private <T> void change(Jobs.Work<T> work, JobBoard jobs, Consumer<Throwable> onFailure) {
        jobs.<T>quietly(work, event -> {
            if (event instanceof JobEvent.Moved<T>) return;
            if (event instanceof JobEvent.Failed<T> failed) onFailure.accept(failed.cause());
            refresh(jobs);
        });
    }

    /** Assets that match the words sought. */
    ObservableList<AssetInfo> found() {
        return found;
    }

    /** All assets. */
    ObservableList<AssetInfo> all() {
        return all;
    }

    StringProperty words() {
        return words;
    }

    /** Empty while there is no asset. */
    ReadOnlyObjectProperty<Optional<Open>> open() {
        return open.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Throwable>> failure() {
        return failure.getReadOnlyProperty();
    }

    /** The import that has just ended, if its asset is shown. */
    ReadOnlyObjectProperty<Optional<ImportResult>> news() {
        return news.getReadOnlyProperty();
    }

    /** Whether the assets were read once. */
    ReadOnlyBooleanProperty read() {
        return read.getReadOnlyProperty();
    }

    Workspace workspace() {
        return workspace;
    }
}
