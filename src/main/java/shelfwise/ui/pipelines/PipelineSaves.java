package shelfwise.ui.pipelines;

import java.util.HashMap;
import java.util.Map;
import shelfwise.app.PipelineJournal;
import shelfwise.app.PipelineService;
import shelfwise.pipeline.Pipeline;

/** Writes pipelines into their files: of several that are saved at once the last one stands in the file, and of one save one is written. */
final class PipelineSaves {
    /**
     * A pipeline that is to be saved.
     *
     * @param of the edits it comes of
     */
    record Save(String file, PipelineJournal.Resumed of, Pipeline pipeline, long number) { }

    private final PipelineService pipelines;
    /** The latest save that was written, by file. */
    private final Map<String, Long> written = new HashMap<>();
    /** The latest save that the edits know of, by file. */
    private final Map<String, Long> told = new HashMap<>();
    private long saves;

    PipelineSaves(PipelineService pipelines) {
        this.pipelines = pipelines;
    }

    /** A save of what is there now. */
    Save of(String file, PipelineJournal.Resumed edits) {
        return new Save(file, edits, edits.edits().present(), ++saves);
    }

    /** On any thread. @throws shelfwise.base.ProblemException if the file can't be written */
    synchronized void write(Save save) {
        if (written.getOrDefault(save.file(), 0L) >= save.number()) return;
        pipelines.write(save.file(), save.pipeline());
        written.put(save.file(), save.number());
    }

    /** Whether the edits are still to be told that it was written; once. */
    boolean tells(Save save) {
        if (told.getOrDefault(save.file(), 0L) >= save.number()) return false;
        told.put(save.file(), save.number());
        return true;
    }
}
