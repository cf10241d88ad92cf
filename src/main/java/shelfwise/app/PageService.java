package shelfwise.app;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import shelfwise.base.Messages;
import shelfwise.export.PipelinePage;
import shelfwise.pipeline.OperatorCatalogue;
import shelfwise.pipeline.Pipeline;
import shelfwise.pipeline.PipelineJson;
import shelfwise.store.Outcome;
import shelfwise.store.RunInfo;

/** Writes pipelines as pages for people who do not have the program. For several threads. */
public final class PageService {
    private final RunService runs;
    private final OperatorCatalogue operators;

    PageService(RunService runs, OperatorCatalogue operators) {
        this.runs = runs;
        this.operators = operators;
    }

    /**
     * Writes the pipeline's page and its pictures into {@code folder}, which is made if it is not there. Takes a second or two.
     *
     * @param messages of the language to write in
     * @return the page
     * @throws shelfwise.base.ProblemException if the folder can't be written
     */
    public Path write(Pipeline pipeline, Path folder, Messages messages) {
        return new PipelinePage(operators, messages).write(pipeline, lastRun(pipeline), folder);
    }

    /** The last run of a pipeline of this name that ended well, else the last of all. */
    private Optional<PipelinePage.LastRun> lastRun(Pipeline pipeline) {
        List<RunInfo> all = runs.list().stream().filter(r -> r.pipeline().equals(pipeline.name()) && r.outcome() != Outcome.RUNNING).toList();
        String now = new PipelineJson(operators).write(pipeline);
        return all.stream().min(Comparator.comparing((RunInfo r) -> r.outcome() != Outcome.DONE).thenComparing(RunInfo::id, Comparator.reverseOrder()))
                .map(r -> new PipelinePage.LastRun(r, !r.pipelineJson().equals(now), runs.metrics(r.id()), runs.curves(r.id())));
    }
}
