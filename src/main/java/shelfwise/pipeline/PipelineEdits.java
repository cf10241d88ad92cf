package shelfwise.pipeline;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * A pipeline being worked on: its edits with undo and redo without end, and whether they are saved. An edit is the pipeline after it, which
 * shares all unchanged nodes with the one before, so undoing costs nothing. For one thread.
 */
public final class PipelineEdits {
    private record Step(Pipeline pipeline, Edit edit) { }

    /** The pipeline before each edit, and after each that was undone. */
    private final Deque<Step> before = new ArrayDeque<>(), after = new ArrayDeque<>();
    private Pipeline saved;
    private Pipeline present;
    private String lastTogether = "";

    /** @param saved as it stands in its file */
    public PipelineEdits(Pipeline saved) {
        this.saved = saved;
        present = saved;
    }

    public Pipeline present() {
        return present;
    }

    /** As it stands in its file. */
    public Pipeline saved() {
        return saved;
    }

    /** Makes {@code changed} the present one; nothing if it already is. */
    public void edit(Pipeline changed, Edit edit) {
        if (changed.equals(present)) return;
        boolean goesOn = !edit.together().isEmpty() && edit.together().equals(lastTogether) && !before.isEmpty() && after.isEmpty();
        if (!goesOn) before.push(new Step(present, edit));
        after.clear();
        present = changed;
        lastTogether = edit.together();
    }

    public boolean canUndo() {
        return !before.isEmpty();
    }

    public boolean canRedo() {
        return !after.isEmpty();
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

    private void step(Deque<Step> from, Deque<Step> to) {
        lastTogether = "";
        if (from.isEmpty()) return;
        Step step = from.pop();
        to.push(new Step(present, step.edit()));
        present = step.pipeline();
    }

    /** {@code written} now stands in the file; the edits can still be undone. */
    public void saved(Pipeline written) {
        saved = written;
        lastTogether = "";
    }

    public boolean unsaved() {
        return !present.equals(saved);
    }
}
