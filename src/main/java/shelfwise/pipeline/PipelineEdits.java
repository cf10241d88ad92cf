package shelfwise.pipeline;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A pipeline being worked on: its edits with undo and redo without end, and whether they are saved. An edit is the pipeline after it, which
 * shares all unchanged nodes with the one before, so undoing costs nothing; edits of earlier times are read when they are come to. For one
 * thread.
 */
public final class PipelineEdits {
    /** A pipeline that is made when it is first asked for. */
    private static final class Lazy {
        private final Supplier<Pipeline> made;
        private @Nullable Pipeline pipeline;

        Lazy(Supplier<Pipeline> made) {
            this.made = made;
        }

        Pipeline get() {
            Pipeline known = pipeline;
            return known != null ? known : (pipeline = made.get());
        }

        @Override public boolean equals(@Nullable Object other) {
            return other == this || other instanceof Lazy l && l.get().equals(get());
        }

        @Override public int hashCode() {
            return get().hashCode();
        }
    }

    private final History<Lazy> history;

    private PipelineEdits(History<Lazy> history) {
        this.history = history;
    }

    /** @param saved as it stands in its file */
    public PipelineEdits(Pipeline saved) {
        this(new History<>(new Lazy(() -> saved)));
    }

    /** Goes on with edits of earlier times, each of which is made when it is come to. */
    public static PipelineEdits of(History<Supplier<Pipeline>> earlier) {
        return new PipelineEdits(earlier.map(Lazy::new));
    }

    public Pipeline present() {
        return history.present().get();
    }

    /** As it stands in its file. */
    public Pipeline saved() {
        return history.saved().get();
    }

    /** Makes {@code changed} the present one; nothing if it already is. */
    public void edit(Pipeline changed, Edit edit) {
        history.edit(new Lazy(() -> changed), edit);
    }

    public boolean canUndo() {
        return toUndo().isPresent();
    }

    public boolean canRedo() {
        return toRedo().isPresent();
    }

    /** What {@link #undo} would take back. */
    public Optional<Edit> toUndo() {
        return history.toUndo();
    }

    /** What {@link #redo} would make again. */
    public Optional<Edit> toRedo() {
        return history.toRedo();
    }

    /** Goes back by one edit; nothing where there is none. */
    public void undo() {
        history.undo();
    }

    /** Makes the edit undone last again; nothing where there is none. */
    public void redo() {
        history.redo();
    }

    /** {@code written} now stands in the file; the edits can still be undone. */
    public void saved(Pipeline written) {
        history.saved(new Lazy(() -> written));
    }

    public boolean unsaved() {
        return !history.present().equals(history.saved());
    }
}
