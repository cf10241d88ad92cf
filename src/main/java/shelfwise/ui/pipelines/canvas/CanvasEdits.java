package shelfwise.ui.pipelines.canvas;

import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import shelfwise.pipeline.Pipeline;

/** The pipeline on the canvas, and where its edits go. On the UI thread. */
public interface CanvasEdits {
    /** With all edits; null while there is none. */
    ObservableValue<@Nullable Pipeline> pipeline();

    /** What is chosen; shared with what stands beside the canvas. */
    ObjectProperty<Selection> selection();

    /** Whether nothing may be changed now. */
    ObservableBooleanValue locked();

    /**
     * Makes {@code changed} the pipeline, as one step of undo.
     *
     * @param what the key of the edit's name, such as {@code "edit.move"}; see its message
     * @param args of that message
     */
    void edit(Pipeline changed, String what, Object... args);
}
