package shelfwise.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PipelineEditsTest {
    private final Pipeline first = Pipeline.empty("shop"), second = first.withName("shop-2"), third = first.withName("shop-3");
    private static final Edit PLAIN = Edit.of("edit.move"), TYPED = Edit.of("edit.settings", "knn").together("knn.neighbours");
    private final PipelineEdits edits = new PipelineEdits(first);

    @Test void undoAndRedoRetraceEdits() {
        edits.edit(second, PLAIN);
        edits.edit(third, PLAIN);
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
        edits.edit(second, TYPED);
        edits.edit(third, TYPED);
        edits.undo();
        assertEquals(first, edits.present());
    }

    @Test void typingTheSameThingAfterSavingIsAnotherEdit() {
        edits.edit(second, TYPED);
        edits.saved(second);
        edits.edit(third, TYPED);
        edits.undo();
        assertEquals(second, edits.present());
        assertFalse(edits.unsaved());
    }

    @Test void anEditAfterUndoingForgetsWhatWasUndone() {
        edits.edit(second, PLAIN);
        edits.undo();
        edits.edit(third, PLAIN);
        assertFalse(edits.canRedo());
        assertTrue(edits.unsaved());
    }

    @Test void undoingToWhatIsInTheFileNeedsNoSaving() {
        edits.edit(second, PLAIN);
        assertTrue(edits.unsaved());
        edits.undo();
        assertFalse(edits.unsaved());
        edits.undo();
        assertEquals(first, edits.present());
    }

    @Test void everyEditIsNamedBeforeItIsUndoneAndMadeAgain() {
        edits.edit(second, Edit.of("edit.move"));
        edits.edit(third, Edit.of("edit.lay-out"));
        assertEquals("edit.lay-out", edits.toUndo().orElseThrow().key());
        edits.undo();
        assertEquals("edit.move", edits.toUndo().orElseThrow().key());
        assertEquals("edit.lay-out", edits.toRedo().orElseThrow().key());
        edits.redo();
        assertTrue(edits.toRedo().isEmpty());
        assertEquals("edit.lay-out", edits.toUndo().orElseThrow().key());
    }

    @Test void thereIsNoEndToUndoing() {
        for (int i = 0; i < 5000; i++) edits.edit(first.withName("shop " + i), PLAIN);
        for (int i = 0; i < 5000; i++) edits.undo();
        assertEquals(first, edits.present());
        for (int i = 0; i < 5000; i++) edits.redo();
        assertEquals("shop 4999", edits.present().name());
    }
}
