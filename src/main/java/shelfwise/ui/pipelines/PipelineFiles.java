package shelfwise.ui.pipelines;

import java.util.List;
import shelfwise.app.PipelineService;
import shelfwise.base.JobEvent;
import shelfwise.pipeline.Pipeline;
import shelfwise.ui.JobBoard;

/** What is done with whole files: the pipeline shown copied as a variant, named, taken out. On the UI thread; one that runs or waits to is neither named
 * otherwise nor taken out. */
final class PipelineFiles {
    private final PipelinesViewModel model;
    private final PipelineService pipelines;
    private final JobBoard jobs;

    PipelineFiles(PipelinesViewModel model, PipelineService pipelines, JobBoard jobs) {
        this.model = model;
        this.pipelines = pipelines;
        this.jobs = jobs;
    }

    /** A variant of what is shown, with its edits: the same steps under another name, to be changed apart. It is shown then. */
    void duplicate(String newName) {
        Pipeline now = model.pipeline().get();
        if (now != null) change("pipelines.job.create", newName, () -> pipelines.create(now.withName(newName)));
    }

    /** What is shown, with its edits, under another name. */
    void rename(String newName) {
        Pipeline now = model.pipeline().get();
        String old = model.name().get();
        if (now != null && !model.inLine().get()) change("pipelines.job.rename", newName, () -> pipelines.rename(old, now.withName(newName)));
    }

    /** Takes the pipeline shown out of the project; its file is kept aside. */
    void remove() {
        String old = model.name().get();
        if (!old.isEmpty() && !model.inLine().get()) change("pipelines.job.remove", old, () -> pipelines.remove(old));
    }

    private void change(String job, String about, Runnable work) {
        jobs.<String>start(job, List.of(about), _ -> {
            work.run();
            return about;
        }, event -> {
            if (event instanceof JobEvent.Done<String>) model.refresh(about);
        });
    }
}
