package shelfwise.ui.pipelines.canvas;

import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import shelfwise.pipeline.Edit;
import shelfwise.pipeline.Pipeline;

/** The pipeline on the canvas, and where its edits go. On the UI thread. */
public interface CanvasEdits {
    /** With all edits; null while there is none. */
    ObservableValue<@Nullable Pipeline> pipeline();

    /** What is chosen; shared with what stands beside the canvas. */
    ObjectProperty<Selection> selection();

    /** Makes {@code changed} the pipeline, as one step of undo. */
    void edit(Pipeline changed, Edit edit);

    /** The pipeline is empty, and a person would rather begin with a template. */
    void beginWithTemplate();

    /** The analyst's own operators. */
    default OwnSteps own() {
        return OwnSteps.NONE;
    }
}
