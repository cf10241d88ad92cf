package shelfwise.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PipelineEditsTest {
    private final Pipeline first = Pipeline.empty("shop"), second = first.withName("shop-2"), third = first.withName("shop-3");
    private final PipelineEdits edits = new PipelineEdits(first);

    @Test void undoAndRedoRetraceEdits() {
        edits.edit(second, "");
        edits.edit(third, "");
        edits.undo();
        assertEquals(second, edits.present());
        edits.undo();
        assertEquals(first, edits.present());
        assertFalse(edits.canUndo());
        edits.redo();
        edits.redo();
        assertEquals(third, edits.present());
        assertFalse(edits.canRedo());
    }

    @Test void typingOneThingIsUndoneAtOnce() {
        edits.edit(second, "knn.neighbours");
        edits.edit(third, "knn.neighbours");
        edits.undo();
        assertEquals(first, edits.present());
    }

    @Test void typingTheSameThingAfterSavingIsAnotherEdit() {
        edits.edit(second, "knn.neighbours");
        edits.saved(second);
        edits.edit(third, "knn.neighbours");
        edits.undo();
        assertEquals(second, edits.present());
        assertFalse(edits.unsaved());
    }

    @Test void anEditAfterUndoingForgetsWhatWasUndone() {
        edits.edit(second, "");
        edits.undo();
        edits.edit(third, "");
        assertFalse(edits.canRedo());
        assertTrue(edits.unsaved());
    }

    @Test void undoingToWhatIsInTheFileNeedsNoSaving() {
        edits.edit(second, "");
        assertTrue(edits.unsaved());
        edits.undo();
        assertFalse(edits.unsaved());
        edits.undo();
        assertEquals(first, edits.present());
    }
}
