package shelfwise.ui.pipelines;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import shelfwise.app.RunQueue;
import shelfwise.app.RunReport;
import shelfwise.app.RunService;
import shelfwise.app.search.SearchResult;
import shelfwise.app.search.Trial;
import shelfwise.base.JobEvent;
import shelfwise.base.Jobs;
import shelfwise.base.Problem;
import shelfwise.pipeline.Node;
import shelfwise.pipeline.NodeEvent;
import shelfwise.pipeline.Pipeline;
import shelfwise.ui.JobBoard;
import shelfwise.ui.JobRow;

/** The runs of the project's pipelines and the searches for settings, one after another, and where the steps of each pipeline stand, whichever is shown. On the UI thread. */
final class RunsViewModel {
    /** Who shows a pipeline. */
    interface Watcher {
        /** A run of the pipeline {@code file} begins or has ended. */
        void turned(String file);

        /** The file says now what was asked to be run. */
        void saved(PipelineSaves.Save save);
    }

    /**
     * A search that waits its turn among the runs.
     *
     * @param begun    it begins
     * @param heard    gets the trials as they end
     * @param happened gets each event of its work
     * @param takenOut it was taken out of the line and does not begin
     */
    record Searching(Jobs.TellingWork<Trial, SearchResult> work, Runnable begun, Consumer<List<Trial>> heard, Consumer<JobEvent<SearchResult>> happened, Runnable takenOut) { }

    private final RunService runs;
    private final PipelineSaves saves;
    private final JobBoard jobs;
    private final Watcher watcher;
    private final RunQueue queue = new RunQueue(this::begin, this::changed);
    private final ReadOnlyObjectWrapper<RunQueue.Line> line = new ReadOnlyObjectWrapper<>(RunQueue.Line.NONE);
    private final Map<Long, JobRow> rows = new HashMap<>();
    private final Map<RunQueue.Ask, PipelineSaves.Save> unsaved = new HashMap<>();
    private final Map<RunQueue.Ask, Searching> searches = new HashMap<>();
    private final Map<String, NodeStates> states = new HashMap<>();
    private final Map<String, JobEvent<RunReport>> endings = new HashMap<>();

    RunsViewModel(RunService runs, PipelineSaves saves, JobBoard jobs, Watcher watcher) {
        this.runs = runs;
        this.saves = saves;
        this.jobs = jobs;
        this.watcher = watcher;
    }

    /** Where the steps of the pipeline {@code file} stand: kept while others are shown. */
    NodeStates states(String file) {
        return states.computeIfAbsent(file, _ -> new NodeStates());
    }

    /** How the last run of the pipeline {@code file} ended; null before and during one. */
    @Nullable JobEvent<RunReport> ending(String file) {
        return endings.get(file);
    }

    void forgetEnding(String file) {
        endings.remove(file);
        watcher.turned(file);
    }

    /** Of pipelines that are no longer there nothing is kept. */
    void retain(Collection<String> files) {
        states.keySet().removeIf(f -> !files.contains(f) && !line.get().runs(f));
        endings.keySet().retainAll(files);
    }

    /** What runs and what waits. */
    ReadOnlyObjectProperty<RunQueue.Line> line() {
        return line.getReadOnlyProperty();
    }

    /** Runs it now, or once those asked for before have ended. @param save written first, so that what runs is what the file says; at once if it waits */
    void ask(RunQueue.Ask ask, Optional<PipelineSaves.Save> save) {
        if (queue.line().same(ask).isPresent()) return;
        boolean waits = queue.line().running().isPresent();
        save.ifPresent(s -> unsaved.put(ask, s));
        queue.add(ask);
        if (waits) save.ifPresent(this::writeSoon);
    }

    /** Cancels the run of the same pipeline and runs this in its place, before all that waits. @param save written first */
    void replace(RunQueue.Ask ask, Optional<PipelineSaves.Save> save) {
        ask(ask, save);
        queue.line().same(ask).ifPresent(entry -> queue.forward(entry.id(), Integer.MAX_VALUE));
        cancel(ask.name());
    }

    /** Searches now, or once what was asked for before has ended. @return stops it, or takes it out of the line */
    Runnable ask(RunQueue.Ask ask, Searching searching) {
        searches.put(ask, searching);
        RunQueue.Entry entry = queue.add(ask);
        return () -> Optional.ofNullable(rows.get(entry.id())).ifPresent(JobRow::cancel);
    }

    /** If that fails, the run says so. */
    private void writeSoon(PipelineSaves.Save save) {
        jobs.<Boolean>quietly(_ -> {
            saves.write(save);
            return true;
        }, event -> {
            if (event instanceof JobEvent.Done<Boolean>) watcher.saved(save);
        });
    }

    private void changed(RunQueue.Line now) {
        for (int i = 0; i < now.waiting().size(); i++) {
            RunQueue.Entry entry = now.waiting().get(i);
            rows.computeIfAbsent(entry.id(), _ -> await(entry)).place(i + 1);
        }
        line.set(now);
    }

    private JobRow await(RunQueue.Entry entry) {
        RunQueue.Ask ask = entry.ask();
        String key = ask.search().isPresent() ? "search.job" : ask.to().isEmpty() ? "pipelines.job.run" : ask.to().size() == 1 ? "pipelines.job.run-to" : "pipelines.job.run-some";
        Object part = ask.to().size() == 1 ? ask.pipeline().find(ask.to().getFirst()).map(Node::label).filter(l -> !l.isEmpty()).orElse(ask.to().getFirst()) : ask.to().size();
        return jobs.await(key, ask.search().isPresent() ? List.of(part) : List.of(ask.name(), part), new JobRow.Turn() {
            @Override public void move(boolean forward) {
                queue.forward(entry.id(), forward ? 1 : -1);
            }

            @Override public void takeOut() {
                rows.remove(entry.id());
                unsaved.remove(entry.ask());
                queue.takeOut(entry.id());
                Optional.ofNullable(searches.remove(entry.ask())).ifPresent(s -> s.takenOut().run());
            }
        });
    }

    private void begin(RunQueue.Entry entry) {
        JobRow row = rows.computeIfAbsent(entry.id(), _ -> await(entry));
        Searching searching = searches.remove(entry.ask());
        if (searching == null) run(entry, row);
        else search(entry, row, searching);
    }

    private void search(RunQueue.Entry entry, JobRow row, Searching searching) {
        searching.begun().run();
        jobs.begin(row, searching.work(), searching.heard(), event -> {
            searching.happened().accept(event);
            if (event instanceof JobEvent.Moved<SearchResult>) return;
            rows.remove(entry.id());
            queue.ended(entry.id());
        });
    }

    private void run(RunQueue.Entry entry, JobRow row) {
        RunQueue.Ask ask = entry.ask();
        Pipeline pipeline = ask.pipeline();
        Optional<PipelineSaves.Save> save = Optional.ofNullable(unsaved.remove(entry.ask()));
        NodeStates of = states(ask.name());
        of.begin(pipeline, ask.to());
        row.leftBy(of::leftMillis);
        endings.remove(ask.name());
        watcher.turned(ask.name());
        var usual = new ConcurrentHashMap<String, Double>();
        var begun = new AtomicBoolean();
        Jobs.TellingWork<NodeEvent, RunReport> work = (progress, tell) -> {
            save.ifPresent(saves::write);
            usual.putAll(runs.usualSeconds(pipeline));
            return runs.runTo(pipeline, ask.to(), progress, tell::accept);
        };
        jobs.begin(row, work, events -> {
            if (!begun.getAndSet(true)) { // the first event comes after the file was written
                save.ifPresent(watcher::saved);
                of.begin(usual);
            }
            of.heard(events);
        }, event -> {
            if (event instanceof JobEvent.Done<RunReport>) save.ifPresent(watcher::saved);
            if (!(event instanceof JobEvent.Moved<RunReport>)) ended(entry, row, event);
        });
    }

    private void ended(RunQueue.Entry entry, JobRow row, JobEvent<RunReport> event) {
        String file = entry.ask().name();
        NodeStates of = states(file);
        if (event instanceof JobEvent.Done<RunReport> done) {
            of.ran(done.result().result());
            tellLack(row, done.result().problems());
        }
        of.over();
        endings.put(file, event);
        rows.remove(entry.id());
        queue.ended(entry.id());
        watcher.turned(file);
    }

    /** The strip says that steps failed, for it is seen from every place. */
    private static void tellLack(JobRow row, List<Problem> problems) {
        if (!problems.isEmpty()) row.incomplete("pipelines.job.incomplete", List.of(problems.size()), problems.getFirst().asException());
    }

    /** Stops the run of the pipeline {@code file} at the next word of its operator; if it does not run, the last that waits is taken out. */
    void cancel(String file) {
        RunQueue.Line now = queue.line();
        Optional<RunQueue.Entry> entry = now.runs(file) ? now.running() : Optional.ofNullable(now.waiting(file).isEmpty() ? null : now.waiting(file).getLast());
        entry.map(e -> rows.get(e.id())).ifPresent(JobRow::cancel);
    }

    /** Takes out all runs of the pipeline {@code file} that wait. */
    void takeOut(String file) {
        queue.line().waiting(file).stream().flatMap(e -> Optional.ofNullable(rows.get(e.id())).stream()).forEach(JobRow::cancel);
    }
}
