package shelfwise.ui.pipelines;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import shelfwise.app.PipelineJournal;
import shelfwise.app.PipelineService;
import shelfwise.app.RunQueue;
import shelfwise.app.RunReport;
import shelfwise.app.RunService;
import shelfwise.app.search.SearchPlan;
import shelfwise.base.JobEvent;
import shelfwise.base.Jobs;
import shelfwise.pipeline.Edit;
import shelfwise.pipeline.Pipeline;
import shelfwise.pipeline.PipelineEdits;
import shelfwise.pipeline.Preflight;
import shelfwise.pipeline.RunResult;
import shelfwise.ui.JobBoard;

/** The pipelines of the project, the one shown with its edits, the states of its nodes, and its runs. On the UI thread. */
final class PipelinesViewModel {
    /** A setting of a node. */
    record Setting(String node, String name) { }

    /** What opening found: the pipeline, or why it can't be read; neither if there is none at all. */
    private record Opened(List<String> names, String name, PipelineJournal.@Nullable Resumed pipeline, @Nullable RuntimeException problem) { }

    /** What can be known of a pipeline without running it. */
    private record Known(RunResult kept, List<Preflight.Finding> findings) { }

    private final PipelineService pipelines;
    private final RunService service;
    private final Preflight preflight;
    private final JobBoard jobs;
    private final ObservableList<String> names = FXCollections.observableArrayList(), allNames = FXCollections.unmodifiableObservableList(names);
    private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper selected = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<@Nullable Throwable> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable JobEvent<RunReport>> ending = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper(true), running = new ReadOnlyBooleanWrapper();
    private final ObservableMap<Setting, String> drafts = FXCollections.observableHashMap(), allDrafts = FXCollections.unmodifiableObservableMap(drafts);
    private final ShownStates states = new ShownStates();
    private final EditingViewModel editing = new EditingViewModel(this::changed);
    private final PipelineSaves saves;
    private final RunsViewModel runs;
    private final BooleanExpression canRun;
    private Runnable stopOpening = () -> { }, stopLooking = () -> { };
    private int opening, looking;

    PipelinesViewModel(PipelineService pipelines, RunService service, Preflight preflight, JobBoard jobs) {
        this.pipelines = pipelines;
        this.service = service;
        this.preflight = preflight;
        this.jobs = jobs;
        saves = new PipelineSaves(pipelines);
        runs = new RunsViewModel(service, saves, jobs, new RunsViewModel.Watcher() {
            @Override public void turned(String file) {
                if (file.equals(name.get())) tellEnding();
            }

            @Override public void saved(PipelineSaves.Save save) {
                PipelinesViewModel.this.saved(save);
            }
        });
        running.bind(Bindings.createBooleanBinding(() -> runs.line().get().runs(name.get()), runs.line(), name));
        canRun = Bindings.createBooleanBinding(this::isToRun, editing.pipeline(), drafts, runs.line(), name);
    }

    /** Reads the names, and the pipeline shown unless it has edits. @param wanted the pipeline to show; empty for the present one, else the first */
    void refresh(String wanted) {
        String now = name.get();
        String first = wanted.isEmpty() ? now : wanted;
        boolean keepEdits = first.equals(now) && editing.unsaved().get();
        int turn = ++opening;
        stopOpening.run();
        if (editing.pipeline().get() == null) loading.set(true);
        stopOpening = jobs.quietly(_ -> open(first), event -> {
            if (turn != opening) return;
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
        runs.retain(found.names());
        String before = name.get();
        name.set(found.name()); // first: whoever hears of the pipeline may run it, under this name
        if (!same) {
            drafts.clear();
            turnTo(found);
            if (!found.name().equals(before)) selected.set("");
        }
        ending.set(runs.ending(found.name()));
        states.tell();
        problem.set(found.problem());
        select(selected.get());
        lookUp();
    }

    /** The states first: whoever hears of the pipeline asks for them. */
    private void turnTo(Opened found) {
        NodeStates now = runs.states(found.name());
        if (found.pipeline() != null) now.shown(found.pipeline().edits().present());
        states.turn(now);
        editing.adopt(found.pipeline());
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
        if (now == null) return;
        NodeStates of = states.now();
        stopLooking = jobs.quietly(progress -> new Known(service.kept(now, progress), preflight.check(now, progress)), event -> {
            if (turn != looking) return;
            switch (event) {
                case JobEvent.Done<Known> e -> {
                    of.kept(e.result().kept(), now);
                    of.found(e.result().findings());
                }
                case JobEvent.Failed<Known> e -> problem.set(e.cause());
                case JobEvent.Moved<Known> _, JobEvent.Cancelled<Known> _ -> { }
            }
        });
    }

    void select(String node) {
        Pipeline now = editing.pipeline().get();
        selected.set(now != null && (now.find(node).isPresent() || now.group(node).isPresent() || now.note(node).isPresent()) ? node : "");
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
        editing.edit(changed, edit);
    }

    /** What is typed into a field that no setting can be made of; it can't be run while there is any. Empty: all is well again. */
    void draft(Setting setting, Optional<String> text) {
        text.ifPresentOrElse(t -> drafts.put(setting, t), () -> drafts.remove(setting));
    }

    void undo() {
        drafts.clear();
        editing.undo();
    }

    void redo() {
        drafts.clear();
        editing.redo();
    }

    /** Goes back to what stands in the file; that can be undone. */
    void discard() {
        drafts.clear();
        editing.discard();
    }

    private void changed(Pipeline before, Pipeline now) {
        states.now().edited(before, now);
        select(selected.get());
        lookUp();
    }

    /** Writes the pipeline into its file. */
    void save() {
        PipelineJournal.Resumed now = editing.resumed();
        if (now == null || !now.edits().unsaved()) return;
        PipelineSaves.Save save = saves.of(name.get(), now);
        jobs.<Boolean>start("pipelines.job.save", List.of(name.get()), _ -> {
            saves.write(save);
            return true;
        }, event -> {
            if (event instanceof JobEvent.Done<Boolean>) saved(save);
        });
    }

    /** Whoever went to another pipeline and came back has the same edits, read anew. */
    private void saved(PipelineSaves.Save save) {
        if (!saves.tells(save)) return;
        PipelineJournal.Resumed shown = editing.resumed();
        editing.saved(shown != null && save.file().equals(name.get()) ? shown : save.of(), save.pipeline());
    }

    // ---- runs

    /** Runs all nodes as they are now; after what was asked for before. Edits are saved first, so that what ran is what stands in the file. */
    void run() {
        start(List.of());
    }

    /** Runs these nodes and those they depend on. */
    void runTo(List<String> nodes) {
        if (!nodes.isEmpty()) start(nodes);
    }

    private void start(List<String> to) {
        ask(to, runs::ask);
    }

    private void ask(List<String> to, BiConsumer<RunQueue.Ask, Optional<PipelineSaves.Save>> how) {
        PipelineJournal.Resumed now = editing.resumed();
        if (now == null || !drafts.isEmpty()) return;
        how.accept(new RunQueue.Ask(name.get(), now.edits().present(), to), now.edits().unsaved() ? Optional.of(saves.of(name.get(), now)) : Optional.empty());
    }

    /** Cancels the run of the pipeline shown and runs the same steps as they are now in its place; nothing if none runs. */
    void runAnew() {
        runs.line().get().running().filter(_ -> running.get()).ifPresent(e -> ask(e.ask().to(), runs::replace));
    }

    private void tellEnding() {
        ending.set(runs.ending(name.get()));
        if (ending.get() != null) lookUp();
    }

    /** Searches settings of a step of the pipeline shown, after what was asked for before. @return stops it, or takes it out of the line */
    Runnable search(SearchPlan plan, RunsViewModel.Searching searching) {
        return runs.ask(RunQueue.Ask.search(name.get(), plan), searching);
    }

    /** Stops the run of the pipeline shown at the next word of its operator; if it still waits, it is taken out of the line. */
    void cancel() {
        runs.cancel(name.get());
    }

    /** Takes all runs of the pipeline shown that wait out of the line. */
    void cancelWaiting() {
        runs.takeOut(name.get());
    }

    void forgetEnding() {
        runs.forgetEnding(name.get());
    }

    /** Whether all of it can be run, and is not already going to be as it stands. */
    BooleanExpression canRun() {
        return canRun;
    }

    private boolean isToRun() {
        Pipeline now = editing.pipeline().get();
        return now != null && !now.nodes().isEmpty() && drafts.isEmpty() && runs.line().get().same(new RunQueue.Ask(name.get(), now, List.of())).isEmpty();
    }

    /** What runs and what waits, of all pipelines. */
    ReadOnlyObjectProperty<RunQueue.Line> line() {
        return runs.line();
    }

    /** Whether the pipeline shown runs or waits to run. */
    BooleanExpression inLine() {
        return Bindings.createBooleanBinding(() -> running.get() || !runs.line().get().waiting(name.get()).isEmpty(), runs.line(), running, name);
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

    /** Those of the pipeline shown now: they are others when another one is. */
    NodeStates states() {
        return states.now();
    }

    /** Counts up whenever results came or went, be the states as they were. */
    ReadOnlyLongProperty looks() {
        return states.looks();
    }

    /** @param changed gets the node whose state, or what was found of it, has changed; empty text for all */
    Subscription watch(Consumer<String> changed) {
        return states.watch(changed);
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

    /** Whether the pipeline shown runs. */
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
