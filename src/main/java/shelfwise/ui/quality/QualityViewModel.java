package shelfwise.ui.quality;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import shelfwise.app.QualityService;
import shelfwise.app.Workspace;
import shelfwise.base.JobEvent;
import shelfwise.data.AssetKind;
import shelfwise.profile.Alert;
import shelfwise.profile.ColumnProfile;
import shelfwise.profile.Profile;
import shelfwise.store.AssetInfo;
import shelfwise.store.AssetVersion;
import shelfwise.store.Assets;
import shelfwise.ui.JobBoard;
import shelfwise.ui.Target;

/** Which asset's quality is looked at, and which finding or column of it. */
final class QualityViewModel {
    /** How far the chosen asset's profile is. */
    enum State { READING, NO_ASSETS, MAKING, STOPPED, SHOWN, FAILED }

    /** A profile and what it is of. */
    record Shown(AssetVersion version, Profile profile) { }

    /** What the detail shows. */
    sealed interface Focus {
        record Nothing() implements Focus { }

        record OfAlert(Alert alert) implements Focus { }

        record OfColumn(ColumnProfile column) implements Focus { }
    }

    private record Read(List<AssetInfo> all, Optional<AssetVersion> version, Optional<Profile> kept) { }

    private final Assets assets;
    private final QualityService service;
    private final ObservableList<String> names = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.READING);
    private final ReadOnlyObjectWrapper<Optional<Shown>> shown = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Focus> focus = new ReadOnlyObjectWrapper<>(new Focus.Nothing());
    private final ReadOnlyObjectWrapper<Optional<AlertTable>> rows = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Throwable>> rowsFailure = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper columnsFirst = new ReadOnlyBooleanWrapper();
    private Optional<Throwable> failure = Optional.empty();
    private Target wanted = Target.NONE;
    private String chosen = "";
    private int question, rowsQuestion;
    private Runnable stopRows = () -> { };

    QualityViewModel(Workspace workspace) {
        assets = workspace.assets();
        service = workspace.quality();
    }

    /** Looks again, and at what {@code target} names. */
    void show(Target target, JobBoard jobs) {
        if (!target.equals(Target.NONE)) wanted = target;
        target.get("asset").ifPresent(a -> chosen = a);
        refresh(jobs);
    }

    void choose(String asset, JobBoard jobs) {
        if (asset.equals(chosen)) return;
        chosen = asset;
        wanted = Target.NONE;
        refresh(jobs);
    }

    private void refresh(JobBoard jobs) {
        int asked = ++question;
        String name = chosen;
        jobs.<Read>quietly(_ -> read(name), event -> {
            if (asked != question) return; // an answer to an older question comes too late
            if (event instanceof JobEvent.Failed<Read> failed) fail(failed.cause());
            if (event instanceof JobEvent.Done<Read> done) learn(done.result(), jobs);
        });
    }

    private Read read(String name) {
        List<AssetInfo> all = assets.list();
        Optional<AssetVersion> version = all.stream().filter(a -> a.name().equals(name)).findFirst()
                .or(() -> all.stream().filter(a -> a.kind() == AssetKind.INTERACTIONS).findFirst()).or(() -> all.stream().findFirst()).map(AssetInfo::latest);
        return new Read(all, version, version.flatMap(v -> service.kept(v.asset(), v.version())));
    }

    private void learn(Read read, JobBoard jobs) {
        List<String> now = read.all().stream().map(AssetInfo::name).toList();
        chosen = read.version().map(AssetVersion::asset).orElse("");
        if (!names.equals(now)) names.setAll(now);
        if (read.version().isEmpty()) {
            shown.set(Optional.empty());
            state.set(State.NO_ASSETS);
        } else if (read.kept().isPresent()) {
            keep(new Shown(read.version().get(), read.kept().get()));
        } else {
            make(read.version().get(), jobs, false);
        }
    }

    private void fail(Throwable cause) {
        failure = Optional.of(cause);
        state.set(State.FAILED);
    }

    /** Profiles the chosen asset anew, in the strip. */
    void again(JobBoard jobs) {
        int asked = ++question;
        String name = chosen;
        jobs.<AssetVersion>quietly(_ -> assets.version(name, 0), event -> {
            if (event instanceof JobEvent.Failed<AssetVersion> failed && asked == question) fail(failed.cause());
            if (event instanceof JobEvent.Done<AssetVersion> done && asked == question) make(done.result(), jobs, true);
        });
    }

    private void make(AssetVersion version, JobBoard jobs, boolean anew) {
        int asked = ++question;
        state.set(State.MAKING);
        jobs.<Profile>start("quality.job.profile", List.of(version.asset()), progress -> anew ? service.again(version.asset(), version.version(), progress)
                : service.profile(version.asset(), version.version(), progress), event -> {
            if (asked != question) return;
            if (event instanceof JobEvent.Failed<Profile> failed) fail(failed.cause());
            if (event instanceof JobEvent.Cancelled<Profile>) state.set(State.STOPPED);
            if (event instanceof JobEvent.Done<Profile> done) keep(new Shown(version, done.result()));
        });
    }

    private void keep(Shown now) {
        boolean other = !shown.get().map(s -> s.equals(now)).orElse(false);
        if (other) shown.set(Optional.of(now));
        state.set(State.SHOWN);
        Profile profile = now.profile();
        Optional<String> column = wanted.get("column"), alert = wanted.get("alert");
        wanted = Target.NONE;
        Optional<Focus> sought = alert.flatMap(id -> profile.alerts().stream().filter(a -> a.id().equals(id) && (column.isEmpty() || a.column().equals(column))).findFirst())
                .<Focus>map(Focus.OfAlert::new).or(() -> column.flatMap(profile::column).map(Focus.OfColumn::new));
        if (sought.isPresent()) focus.set(sought.get());
        else if (other) focus.set(profile.alerts().stream().findFirst().<Focus>map(Focus.OfAlert::new).orElseGet(() -> first(profile)));
        columnsFirst.set(focus.get() instanceof Focus.OfColumn);
    }

    private static Focus first(Profile profile) {
        return profile.columns().stream().findFirst().<Focus>map(Focus.OfColumn::new).orElseGet(Focus.Nothing::new);
    }

    void focus(Alert alert) {
        focus.set(new Focus.OfAlert(alert));
    }

    void focus(ColumnProfile column) {
        focus.set(new Focus.OfColumn(column));
    }

    /** Looks for the rows behind the alert shown. */
    void findRows(Alert alert, JobBoard jobs) {
        int asked = ++rowsQuestion;
        stopRows.run();
        rows.set(Optional.empty());
        rowsFailure.set(Optional.empty());
        Optional<Shown> of = shown.get();
        if (alert.count() == 0 || of.isEmpty()) return;
        stopRows = jobs.<AlertTable>quietly(progress -> AlertTable.of(service, of.get().version(), alert, progress), event -> {
            if (asked != rowsQuestion) return;
            if (event instanceof JobEvent.Failed<AlertTable> failed) rowsFailure.set(Optional.of(failed.cause()));
            if (event instanceof JobEvent.Done<AlertTable> done) rows.set(Optional.of(done.result()));
        });
    }

    ObservableList<String> names() {
        return names;
    }

    String chosen() {
        return chosen;
    }

    ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /** What went wrong, in the state FAILED. */
    Optional<Throwable> failure() {
        return failure;
    }

    ReadOnlyObjectProperty<Optional<Shown>> shown() {
        return shown.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Focus> focus() {
        return focus.getReadOnlyProperty();
    }

    /** Whether the columns were asked for rather than the findings. */
    ReadOnlyBooleanProperty columnsFirst() {
        return columnsFirst.getReadOnlyProperty();
    }

    /** The rows behind the alert shown, once they are found. */
    ReadOnlyObjectProperty<Optional<AlertTable>> rows() {
        return rows.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Throwable>> rowsFailure() {
        return rowsFailure.getReadOnlyProperty();
    }
}
