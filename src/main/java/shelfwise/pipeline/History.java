package shelfwise.pipeline;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Function;

/**
 * States of something being edited: undo and redo without end, and which of them is saved. For one thread.
 *
 * @param <T> a state, compared by {@code equals}
 */
public final class History<T> {
    private record Step<T>(T state, Edit edit) { }

    /** The state before each edit, and after each that was undone; the nearest first. */
    private final Deque<Step<T>> before = new ArrayDeque<>(), after = new ArrayDeque<>();
    private T saved;
    private T present;
    private String lastTogether = "";

    public History(T saved) {
        this.saved = saved;
        present = saved;
    }

    public T present() {
        return present;
    }

    public T saved() {
        return saved;
    }

    /** Makes {@code changed} the present state; nothing if it already is. */
    public void edit(T changed, Edit edit) {
        if (changed.equals(present)) return;
        boolean goesOn = !edit.together().isEmpty() && edit.together().equals(lastTogether) && !before.isEmpty() && after.isEmpty();
        if (!goesOn) before.push(new Step<>(present, edit));
        after.clear();
        present = changed;
        lastTogether = edit.together();
    }

    /** What {@link #undo} would take back. */
    public Optional<Edit> toUndo() {
        return Optional.ofNullable(before.peek()).map(Step::edit);
    }

    /** What {@link #redo} would make again. */
    public Optional<Edit> toRedo() {
        return Optional.ofNullable(after.peek()).map(Step::edit);
    }

    /** Goes back by one edit; nothing where there is none. */
    public void undo() {
        step(before, after);
    }

    /** Makes the edit undone last again; nothing where there is none. */
    public void redo() {
        step(after, before);
    }

    private void step(Deque<Step<T>> from, Deque<Step<T>> to) {
        lastTogether = "";
        if (from.isEmpty()) return;
        Step<T> step = from.pop();
        to.push(new Step<>(present, step.edit()));
        present = step.state();
    }

    /** {@code written} is saved now; the edits can still be undone. */
    public void saved(T written) {
        saved = written;
        lastTogether = "";
    }

    /** The same edits of other states. */
    public <R> History<R> map(Function<T, R> state) {
        var mapped = new History<>(state.apply(saved));
        mapped.present = state.apply(present);
        before.forEach(s -> mapped.before.addLast(new Step<>(state.apply(s.state()), s.edit())));
        after.forEach(s -> mapped.after.addLast(new Step<>(state.apply(s.state()), s.edit())));
        mapped.lastTogether = lastTogether;
        return mapped;
    }
}
