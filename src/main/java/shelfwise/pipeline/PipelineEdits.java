package shelfwise.pipeline;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A pipeline being worked on: its edits with undo and redo, and whether they are saved. An edit is the pipeline after it, so undoing
 * costs nothing; the number of steps is bounded. For one thread.
 */
public final class PipelineEdits {
    private static final int STEPS = 500;
    private final Deque<Pipeline> before = new ArrayDeque<>(), after = new ArrayDeque<>();
    private Pipeline saved;
    private Pipeline present;
    private String lastWhat = "";

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

    /**
     * Makes {@code changed} the present one.
     *
     * @param what what is being changed, such as {@code "knn.neighbours"}: edits of one thing in a row (a number while it is typed) are undone
     *             as one; empty for an edit that stands alone
     */
    public void edit(Pipeline changed, String what) {
        if (changed.equals(present)) return;
        boolean goesOn = !what.isEmpty() && what.equals(lastWhat) && !before.isEmpty() && after.isEmpty();
        if (!goesOn) before.push(present);
        while (before.size() > STEPS) before.removeLast();
        after.clear();
        present = changed;
        lastWhat = what;
    }

    public boolean canUndo() {
        return !before.isEmpty();
    }

    public boolean canRedo() {
        return !after.isEmpty();
    }

    /** Goes back by one edit; nothing where there is none. */
    public void undo() {
        step(before, after);
    }

    /** Makes the edit undone last again; nothing where there is none. */
    public void redo() {
        step(after, before);
    }

    private void step(Deque<Pipeline> from, Deque<Pipeline> to) {
        lastWhat = "";
        if (from.isEmpty()) return;
        to.push(present);
        present = from.pop();
    }

    /** {@code written} now stands in the file; the edits can still be undone. */
    public void saved(Pipeline written) {
        saved = written;
        lastWhat = "";
    }

    public boolean unsaved() {
        return !present.equals(saved);
    }
}
