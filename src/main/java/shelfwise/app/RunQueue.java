package shelfwise.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import shelfwise.app.search.SearchPlan;
import shelfwise.pipeline.Pipeline;

/**
 * Runs of a project's pipelines, and searches for settings, that wait for one another: one at a time, in the order they were asked for unless
 * moved. How one ends means nothing to the others. It starts no threads: whoever makes it is asked to start a run and says when that has ended. For one thread.
 */
public final class RunQueue {
    /**
     * A run that is wanted.
     *
     * @param name     of the pipeline's file
     * @param pipeline as it was when the run was asked for, whatever becomes of it meanwhile
     * @param to       the steps to run, with those they need; empty for all
     * @param search   the search that is wanted instead of a run
     */
    public record Ask(String name, Pipeline pipeline, List<String> to, Optional<SearchPlan> search) {
        public Ask {
            to = List.copyOf(to);
        }

        public Ask(String name, Pipeline pipeline, List<String> to) {
            this(name, pipeline, to, Optional.empty());
        }

        /** A search for the settings of a step of the pipeline {@code name}. */
        public static Ask search(String name, SearchPlan plan) {
            return new Ask(name, plan.pipeline(), List.of(plan.node()), Optional.of(plan));
        }
    }

    /** @param id of all that were ever asked for */
    public record Entry(long id, Ask ask) { }

    /**
     * What runs and what waits.
     *
     * @param waiting the next one first
     */
    public record Line(Optional<Entry> running, List<Entry> waiting) {
        public static final Line NONE = new Line(Optional.empty(), List.of());

        public Line {
            waiting = List.copyOf(waiting);
        }

        /** Whether a run of the pipeline {@code name} is under way; a search is none. */
        public boolean runs(String name) {
            return running.filter(e -> isRun(e, name)).isPresent();
        }

        /** The runs of the pipeline {@code name} that wait. */
        public List<Entry> waiting(String name) {
            return waiting.stream().filter(e -> isRun(e, name)).toList();
        }

        private static boolean isRun(Entry entry, String name) {
            return entry.ask().search().isEmpty() && entry.ask().name().equals(name);
        }

        /** The one that was asked for in the same words and has not ended: a second one could only find what that leaves. */
        public Optional<Entry> same(Ask ask) {
            return Stream.concat(running.stream(), waiting.stream()).filter(e -> e.ask().equals(ask)).findFirst();
        }
    }

    private final Consumer<Entry> start;
    private final Consumer<Line> changed;
    private final List<Entry> waiting = new ArrayList<>();
    private Optional<Entry> running = Optional.empty();
    private long asked;

    /**
     * @param start   begins a run and returns at once
     * @param changed told whenever something else runs or waits, before a run begins
     */
    public RunQueue(Consumer<Entry> start, Consumer<Line> changed) {
        this.start = start;
        this.changed = changed;
    }

    /** Runs it as soon as those asked for before have ended. @return it, or the one that was already asked for in the same words */
    public Entry add(Ask ask) {
        Optional<Entry> same = line().same(ask);
        if (same.isPresent()) return same.get();
        var entry = new Entry(++asked, ask);
        waiting.add(entry);
        if (running.isPresent()) changed.accept(line());
        else next();
        return entry;
    }

    /** Lets one that waits pass {@code by} others, or be passed by them if it is negative; as far as there are any. @return whether it moved */
    public boolean forward(long id, int by) {
        int at = at(id);
        if (at < 0) return false;
        int to = Math.clamp((long) at - by, 0, waiting.size() - 1);
        if (to == at) return false;
        waiting.add(to, waiting.remove(at));
        changed.accept(line());
        return true;
    }

    /** Takes out one that waits; it is not run. @return whether it waited */
    public boolean takeOut(long id) {
        int at = at(id);
        if (at < 0) return false;
        waiting.remove(at);
        changed.accept(line());
        return true;
    }

    /** The run {@code id} has ended, be it well or not: the next one begins. */
    public void ended(long id) {
        if (running.filter(e -> e.id() == id).isEmpty()) return;
        running = Optional.empty();
        next();
    }

    public Line line() {
        return new Line(running, waiting);
    }

    private void next() {
        if (!waiting.isEmpty()) running = Optional.of(waiting.removeFirst());
        changed.accept(line());
        running.ifPresent(start);
    }

    private int at(long id) {
        for (int i = 0; i < waiting.size(); i++) if (waiting.get(i).id() == id) return i;
        return -1;
    }
}
