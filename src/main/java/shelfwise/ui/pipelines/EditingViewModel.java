package shelfwise.ui.pipelines;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import shelfwise.app.PipelineJournal;
import shelfwise.pipeline.Edit;
import shelfwise.pipeline.Pipeline;
import shelfwise.pipeline.PipelineEdits;

/** The pipeline shown with its edits: undone, made again and noted in its journal. On the UI thread. */
final class EditingViewModel {
    private final ReadOnlyObjectWrapper<@Nullable Pipeline> pipeline = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Optional<Edit>> toUndo = new ReadOnlyObjectWrapper<>(Optional.empty()), toRedo = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper unsaved = new ReadOnlyBooleanWrapper(), recovered = new ReadOnlyBooleanWrapper();
    private final BiConsumer<Pipeline, Pipeline> changed;
    private PipelineJournal.@Nullable Resumed now;

    /** @param changed gets the pipeline before and after an edit, once it is told */
    EditingViewModel(BiConsumer<Pipeline, Pipeline> changed) {
        this.changed = changed;
    }

    /** Goes on with another pipeline, or with none. */
    void adopt(PipelineJournal.@Nullable Resumed resumed) {
        now = resumed;
        recovered.set(resumed != null && resumed.recovered());
        tell();
    }

    /** The edits shown; null if there is no pipeline. */
    @Nullable PipelineEdits edits() {
        return now == null ? null : now.edits();
    }

    void edit(Pipeline to, Edit edit) {
        change(r -> {
            r.edits().edit(to, edit);
            if (r.edits().present() == to) r.journal().edit(to, edit);
        });
    }

    void undo() {
        change(r -> {
            if (!r.edits().canUndo()) return;
            r.edits().undo();
            r.journal().undo(r.edits().present());
        });
    }

    void redo() {
        change(r -> {
            if (!r.edits().canRedo()) return;
            r.edits().redo();
            r.journal().redo(r.edits().present());
        });
    }

    /** Goes back to what stands in the file, as one edit that can itself be undone. */
    void discard() {
        if (now != null) edit(now.edits().saved(), Edit.of("edit.discard"));
        recovered.set(false);
    }

    /** {@code written} stands in the file of the pipeline that was edited by {@code of}. */
    void saved(PipelineJournal.Resumed of, Pipeline written) {
        of.edits().saved(written);
        of.journal().saved(written);
        if (of != now) return;
        recovered.set(false);
        tell();
    }

    private void change(Consumer<PipelineJournal.Resumed> how) {
        PipelineJournal.Resumed edited = now;
        if (edited == null) return;
        Pipeline before = edited.edits().present();
        how.accept(edited);
        tell();
        if (edited.edits().present() != before) changed.accept(before, edited.edits().present());
    }

    private void tell() {
        PipelineEdits edits = edits();
        pipeline.set(edits == null ? null : edits.present());
        unsaved.set(edits != null && edits.unsaved());
        toUndo.set(edits == null ? Optional.empty() : edits.toUndo());
        toRedo.set(edits == null ? Optional.empty() : edits.toRedo());
    }

    PipelineJournal.@Nullable Resumed resumed() {
        return now;
    }

    ReadOnlyObjectProperty<@Nullable Pipeline> pipeline() {
        return pipeline.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty unsaved() {
        return unsaved.getReadOnlyProperty();
    }

    /** Whether edits of an earlier time came back that are not saved; until they are, or are taken back. */
    ReadOnlyBooleanProperty recovered() {
        return recovered.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Edit>> toUndo() {
        return toUndo.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Edit>> toRedo() {
        return toRedo.getReadOnlyProperty();
    }
}
