package shelfwise.ui.assets;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import shelfwise.app.ImportService;
import shelfwise.base.JobEvent;
import shelfwise.base.Problem;
import shelfwise.base.ProblemException;
import shelfwise.data.ColumnType;
import shelfwise.data.Role;
import shelfwise.ingest.ImportOptions;
import shelfwise.ingest.ImportResult;
import shelfwise.ingest.Preview;
import shelfwise.ui.JobBoard;

/** The file that is to be imported, what was said of it, and its first rows as they would be read. */
final class ImportViewModel {
    /** Rows shown before an import. */
    static final int ROWS = 200;

    private final ImportService service;
    private final Deque<Path> waiting = new ArrayDeque<>();
    private final Map<ImportSetting, String> settings = new EnumMap<>(ImportSetting.class);
    private final Map<String, ColumnType> types = new HashMap<>();
    private final Map<String, Role> roles = new HashMap<>();
    private final StringProperty name = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Optional<Path>> file = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Preview>> preview = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Throwable>> failure = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper looking = new ReadOnlyBooleanWrapper();
    private Runnable stop = () -> { };
    private int question;

    ImportViewModel(ImportService service) {
        this.service = service;
    }

    /** Takes these files one after another, in place of those that were waiting. */
    void take(List<Path> files, JobBoard jobs) {
        waiting.clear();
        waiting.addAll(files);
        next(jobs);
    }

    /** Goes on to the next file. @return whether there is one */
    boolean next(JobBoard jobs) {
        Path first = waiting.poll();
        settings.clear();
        types.clear();
        roles.clear();
        name.set("");
        preview.set(Optional.empty());
        failure.set(Optional.empty());
        file.set(Optional.ofNullable(first));
        if (first != null) look(jobs);
        return first != null;
    }

    /** Files that come after this one. */
    int waiting() {
        return waiting.size();
    }

    /** Says how the file is to be read. @param value blank for what is detected */
    void set(ImportSetting setting, @Nullable String value, JobBoard jobs) {
        String wanted = value == null || value.isBlank() ? "" : value.equals(" ") ? value : value.strip();
        if (wanted.equals(settings.getOrDefault(setting, ""))) return;
        if (wanted.isEmpty()) settings.remove(setting);
        else settings.put(setting, wanted);
        if (setting.makesColumns()) {
            types.clear();
            roles.clear();
        }
        look(jobs);
    }

    /** @param type null for what is detected */
    void setType(String column, @Nullable ColumnType type, JobBoard jobs) {
        if (type == null) types.remove(column);
        else types.put(column, type);
        look(jobs);
    }

    /** Gives a column a role, which the one that had it loses; those guessed so far stay. */
    void setRole(String column, Role role, JobBoard jobs) {
        preview.get().ifPresent(p -> p.plan().columns().forEach(f -> roles.putIfAbsent(f.name(), f.role())));
        if (!role.repeatable()) roles.replaceAll((_, r) -> r == role ? Role.NONE : r);
        roles.put(column, role);
        look(jobs);
    }

    private void look(JobBoard jobs) {
        int asked = ++question;
        stop.run();
        ImportOptions options;
        try {
            options = options();
        } catch (ProblemException e) {
            looking.set(false);
            failure.set(Optional.of(e));
            return;
        }
        Path path = file.get().orElseThrow();
        looking.set(true);
        stop = jobs.<Preview>quietly(_ -> service.preview(path, options, ROWS), event -> {
            if (asked == question) learn(event); // an answer to older settings comes too late
        });
    }

    private void learn(JobEvent<Preview> event) {
        if (event instanceof JobEvent.Moved<Preview>) return;
        looking.set(false);
        if (event instanceof JobEvent.Failed<Preview> failed) failure.set(Optional.of(failed.cause()));
        if (!(event instanceof JobEvent.Done<Preview> done)) return;
        failure.set(Optional.empty());
        if (name.get().isEmpty()) name.set(done.result().plan().asset());
        preview.set(Optional.of(done.result()));
    }

    /** @throws ProblemException if a setting cannot be understood */
    private ImportOptions options() {
        Optional<Integer> skip = said(ImportSetting.SKIP).map(ImportViewModel::number);
        return new ImportOptions(Optional.of(name.get().strip()).filter(n -> !n.isEmpty()), said(ImportSetting.ENCODING), said(ImportSetting.DELIMITER),
                said(ImportSetting.QUOTE), Optional.empty(), said(ImportSetting.HEADER).map("yes"::equals), skip, said(ImportSetting.DECIMAL),
                said(ImportSetting.DATE_FORMAT), said(ImportSetting.ZONE), said(ImportSetting.SHEET), types, roles);
    }

    private static int number(String text) {
        try {
            return Math.clamp(Integer.parseInt(text), 0, 1_000_000);
        } catch (NumberFormatException e) {
            throw Problem.of("assets.not-a-number", "", text).asException(e);
        }
    }

    private Optional<String> said(ImportSetting setting) {
        return Optional.ofNullable(settings.get(setting));
    }

    /** What was said of a setting; empty if it is detected. */
    String setting(ImportSetting setting) {
        return settings.getOrDefault(setting, "");
    }

    boolean typeIsSaid(String column) {
        return types.containsKey(column);
    }

    /** Imports the file in the strip; the listener runs after it is done, with what it became. */
    void start(JobBoard jobs, Consumer<ImportResult> onDone, Consumer<Throwable> onFailure) {
        Path path = file.get().orElseThrow();
        ImportOptions options = options(); // understood, or there would be a failure to mend first
        jobs.<ImportResult>start("assets.job.import", List.of(String.valueOf(path.getFileName())), progress -> service.importFile(path, options, progress), event -> {
            if (event instanceof JobEvent.Done<ImportResult> done) onDone.accept(done.result());
            if (event instanceof JobEvent.Failed<ImportResult> failed) onFailure.accept(failed.cause());
        });
    }

    StringProperty name() {
        return name;
    }

    /** The file looked at; empty if there is none. */
    ReadOnlyObjectProperty<Optional<Path>> file() {
        return file.getReadOnlyProperty();
    }

    /** The latest that could be made: older than what was said while a failure stands. */
    ReadOnlyObjectProperty<Optional<Preview>> preview() {
        return preview.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Throwable>> failure() {
        return failure.getReadOnlyProperty();
    }

    /** Whether a preview is being made. */
    ReadOnlyBooleanProperty looking() {
        return looking.getReadOnlyProperty();
    }
}
