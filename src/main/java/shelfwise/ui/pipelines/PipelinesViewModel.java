package shelfwise.ui.pipelines;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;
import org.jspecify.annotations.Nullable;
import shelfwise.app.PipelineJournal;
import shelfwise.app.PipelineService;
import shelfwise.app.RunReport;
import shelfwise.app.RunService;
import shelfwise.base.JobEvent;
import shelfwise.base.Jobs;
import shelfwise.base.Problem;
import shelfwise.pipeline.Edit;
import shelfwise.pipeline.NodeEvent;
import shelfwise.pipeline.Pipeline;
import shelfwise.pipeline.PipelineEdits;
import shelfwise.pipeline.Preflight;
import shelfwise.pipeline.RunResult;
import shelfwise.ui.JobBoard;
import shelfwise.ui.JobRow;

/** The pipelines of the project, the one shown with its edits, the states of its nodes, and its runs. On the UI thread. */
final class PipelinesViewModel {
    /** A setting of a node. */
    record Setting(String node, String name) { }

    /** What opening found: the pipeline, or why it can't be read; neither if there is none at all. */
    private record Opened(List<String> names, String name, PipelineJournal.@Nullable Resumed pipeline, @Nullable RuntimeException problem) { }

    /** What can be known of a pipeline without running it. */
    private record Known(RunResult kept, List<Preflight.Finding> findings) { }

    private final PipelineService pipelines;
    private final RunService runs;
    private final Preflight preflight;
    private final JobBoard jobs;
    private final ObservableList<String> names = FXCollections.observableArrayList(), allNames = FXCollections.unmodifiableObservableList(names);
    private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper selected = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<@Nullable Throwable> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable JobEvent<RunReport>> ending = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper(true), running = new ReadOnlyBooleanWrapper();
    private final ObservableMap<Setting, String> drafts = FXCollections.observableHashMap(), allDrafts = FXCollections.unmodifiableObservableMap(drafts);
    private final NodeStates states = new NodeStates();
    private final EditingViewModel editing = new EditingViewModel(this::changed);
    private @Nullable JobRow run;
    private Runnable stopOpening = () -> { }, stopLooking = () -> { };
    private int opening, looking;
    private long saves, told;
    /** The latest save that was written, by file. */
    private final Map<String, Long> lastSaves = new HashMap<>();

    PipelinesViewModel(PipelineService pipelines, RunService runs, Preflight preflight, JobBoard jobs) {
        this.pipelines = pipelines;
        this.runs = runs;
        this.preflight = preflight;
        this.jobs = jobs;
    }

    /** Reads the names, and the pipeline shown unless it has edits. @param wanted the pipeline to show; empty for the present one, else the first */
    void refresh(String wanted) {
        if (running.get()) return;
        String now = name.get();
        String first = wanted.isEmpty() ? now : wanted;
        boolean keepEdits = first.equals(now) && editing.unsaved().get();
        int turn = ++opening;
        stopOpening.run();
        if (editing.pipeline().get() == null) loading.set(true);
        stopOpening = jobs.quietly(_ -> open(first), event -> {
            if (turn != opening || running.get()) return;
            switch (event) {
                case JobEvent.Done<Opened> e -> opened(e.result(), keepEdits);
                case JobEvent.Failed<Opened> e -> failed(e.cause());
                case JobEvent.Moved<Opened> _, JobEvent.Cancelled<Opened> _ -> { }
            }
        });
    }

    private Opened open(String wanted) {
        List<String> found = pipelines.names();
        String chosen = found.contains(wanted) || found.isEmpty() ? wanted : found.getFirst();
        if (found.isEmpty()) return new Opened(found, "", null, null);
        try {
            return new Opened(found, chosen, pipelines.resume(chosen), null);
        } catch (RuntimeException e) {
            return new Opened(found, chosen, null, e);
        }
    }

    private void opened(Opened found, boolean keepEdits) {
        loading.set(false);
        if (!names.equals(found.names())) names.setAll(found.names());
        PipelineEdits edits = editing.edits();
        boolean same = found.name().equals(name.get()) && edits != null && found.pipeline() != null && (keepEdits || edits.saved().equals(found.pipeline().edits().saved()));
        if (!same) {
            states.clear();
            drafts.clear();
            ending.set(null);
            editing.adopt(found.pipeline());
            if (!found.name().equals(name.get())) selected.set("");
        }
        name.set(found.name());
        problem.set(found.problem());
        select(selected.get());
        lookUp();
    }

    private void failed(Throwable cause) {
        loading.set(false);
        editing.adopt(null);
        selected.set("");
        problem.set(cause);
    }

    /** Finds what the store keeps of earlier runs, and what would make a run fail; nothing is run. */
    private void lookUp() {
        stopLooking.run();
        int turn = ++looking;
        Pipeline now = editing.pipeline().get();
        if (now == null || running.get()) return;
        stopLooking = jobs.quietly(progress -> new Known(runs.kept(now, progress), preflight.check(now, progress)), event -> {
            if (turn != looking) return;
            switch (event) {
                case JobEvent.Done<Known> e -> {
                    states.kept(e.result().kept(), now);
                    states.found(e.result().findings());
                }
                case JobEvent.Failed<Known> e -> problem.set(e.cause());
                case JobEvent.Moved<Known> _, JobEvent.Cancelled<Known> _ -> { }
            }
        });
    }

    void select(String node) {
        Pipeline now = editing.pipeline().get();
        selected.set(now != null && now.find(node).isPresent() ? node : "");
    }

    // ---- edits

    /**
     * Gives a node other settings, and all that follow the same parameters.
     *
     * @param what is being set: settings of one thing in a row are undone as one; empty for an edit that stands alone
     * @throws shelfwise.base.ProblemException if another setting that follows the parameter refuses the value
     */
    void set(String node, Record settings, String what) {
        Pipeline now = editing.pipeline().get();
        if (now != null) edit(pipelines.withSettings(now, node, settings), Edit.of("edit.settings", node).together(what));
    }

    /** Makes {@code changed} the pipeline, as one step of undo. */
    void edit(Pipeline changed, Edit edit) {
        if (!running.get()) editing.edit(changed, edit);
    }

    /** What is typed into a field that no setting can be made of; it can't be run while there is any. Empty: all is well again. */
    void draft(Setting setting, Optional<String> text) {
        text.ifPresentOrElse(t -> drafts.put(setting, t), () -> drafts.remove(setting));
    }

    void undo() {
        drafts.clear();
        if (!running.get()) editing.undo();
    }

    void redo() {
        drafts.clear();
        if (!running.get()) editing.redo();
    }

    /** Goes back to what stands in the file; that can be undone. */
    void discard() {
        drafts.clear();
        if (!running.get()) editing.discard();
    }

    private void changed(Pipeline before, Pipeline now) {
        states.edited(before, now);
        select(selected.get());
        lookUp();
    }

    /** Writes the pipeline into its file. */
    void save() {
        PipelineJournal.Resumed now = editing.resumed();
        if (now == null || !now.edits().unsaved() || running.get()) return;
        Pipeline written = now.edits().present();
        String file = name.get();
        long save = ++saves;
        jobs.<Pipeline>start("pipelines.job.save", List.of(file), _ -> {
            write(file, written, save);
            return written;
        }, event -> {
            if (event instanceof JobEvent.Done<Pipeline>) saved(now, written, save);
        });
    }

    /** Of several that are being saved at once the last one stands in the file. On any thread. */
    private void write(String file, Pipeline written, long save) {
        synchronized (lastSaves) {
            if (lastSaves.getOrDefault(file, 0L) > save) return;
            pipelines.write(file, written);
            lastSaves.put(file, save);
        }
    }

    private void saved(PipelineJournal.Resumed of, Pipeline written, long save) {
        if (save < told) return;
        told = save;
        editing.saved(of, written);
    }

    // ---- runs

    /** Runs all nodes. Edits are saved first, so that what ran is what stands in the file. */
    void run() {
        start(Optional.empty());
    }

    /** Runs the selected node and those it depends on. */
    void runToSelected() {
        if (!selected.get().isEmpty()) runTo(List.of(selected.get()));
    }

    /** Runs these nodes and those they depend on. */
    void runTo(List<String> nodes) {
        start(Optional.of(List.copyOf(nodes)));
    }

    private void start(Optional<List<String>> to) {
        PipelineJournal.Resumed now = editing.resumed();
        if (now == null || !canRun().get()) return;
        Pipeline shown = now.edits().present();
        String file = name.get();
        Optional<Long> save = now.edits().unsaved() ? Optional.of(++saves) : Optional.empty();
        stopLooking.run();
        looking++;
        opening++;
        ending.set(null);
        running.set(true);
        var usual = new ConcurrentHashMap<String, Double>();
        var begun = new AtomicBoolean();
        Jobs.TellingWork<NodeEvent, RunReport> work = (progress, tell) -> {
            save.ifPresent(number -> write(file, shown, number));
            usual.putAll(runs.usualSeconds(shown));
            return to.isPresent() ? runs.runTo(shown, to.get(), progress, tell::accept) : runs.run(shown, progress, tell::accept);
        };
        JobRow row = jobs.start("pipelines.job.run", List.of(file), work, events -> {
            if (now.edits().unsaved()) save.ifPresent(number -> saved(now, shown, number)); // the first event comes after the file was written
            if (!begun.getAndSet(true)) states.begin(usual);
            states.heard(events);
        }, this::ran);
        run = running.get() ? row : null;
    }

    private void ran(JobEvent<RunReport> event) {
        switch (event) {
            case JobEvent.Moved<RunReport> _ -> {
                return;
            }
            case JobEvent.Done<RunReport> e -> {
                states.ran(e.result().result());
                tellLack(e.result().problems());
            }
            case JobEvent.Cancelled<RunReport> _, JobEvent.Failed<RunReport> _ -> { }
        }
        running.set(false);
        run = null;
        ending.set(event);
        lookUp();
    }

    /** The strip says that steps failed, for it is seen from every place. */
    private void tellLack(List<Problem> problems) {
        JobRow row = run;
        if (row != null && !problems.isEmpty()) row.incomplete("pipelines.job.incomplete", List.of(problems.size()), problems.getFirst().asException());
    }

    /** Stops the run at the next word of its operator. */
    void cancel() {
        JobRow now = run;
        if (now != null) now.cancel();
    }

    void forgetEnding() {
        ending.set(null);
    }

    BooleanExpression canRun() {
        return editing.pipeline().isNotNull().and(running.not()).and(Bindings.isEmpty(drafts));
    }

    // ---- what is shown

    ObservableList<String> names() {
        return allNames;
    }

    ReadOnlyStringProperty name() {
        return name.getReadOnlyProperty();
    }

    /** The pipeline with its edits; null if there is none or it can't be read. */
    ReadOnlyObjectProperty<@Nullable Pipeline> pipeline() {
        return editing.pipeline();
    }

    /** Why the pipeline can't be shown. */
    ReadOnlyObjectProperty<@Nullable Throwable> problem() {
        return problem.getReadOnlyProperty();
    }

    /** Id of the chosen node; empty if there is none. */
    ReadOnlyStringProperty selected() {
        return selected.getReadOnlyProperty();
    }

    NodeStates states() {
        return states;
    }

    /** Texts in fields that no setting can be made of. */
    ObservableMap<Setting, String> drafts() {
        return allDrafts;
    }

    /** How the last run of this sitting ended; null before and during one. */
    ReadOnlyObjectProperty<@Nullable JobEvent<RunReport>> ending() {
        return ending.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty loading() {
        return loading.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty running() {
        return running.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty unsaved() {
        return editing.unsaved();
    }

    /** Whether edits of an earlier time came back that are not saved. */
    ReadOnlyBooleanProperty recovered() {
        return editing.recovered();
    }

    /** What {@link #undo} would take back. */
    ReadOnlyObjectProperty<Optional<Edit>> toUndo() {
        return editing.toUndo();
    }

    /** What {@link #redo} would make again. */
    ReadOnlyObjectProperty<Optional<Edit>> toRedo() {
        return editing.toRedo();
    }

    BooleanExpression canUndo() {
        return Bindings.createBooleanBinding(() -> editing.toUndo().get().isPresent(), editing.toUndo());
    }

    BooleanExpression canRedo() {
        return Bindings.createBooleanBinding(() -> editing.toRedo().get().isPresent(), editing.toRedo());
    }

    <T> Runnable quietly(Jobs.Work<T> work, Consumer<JobEvent<T>> listener) {
        return jobs.quietly(work, listener);
    }
}
