package shelfwise.app;

import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import shelfwise.base.Messages;
import shelfwise.base.Progress;
import shelfwise.export.serving.ModelCard;
import shelfwise.export.serving.ModelFolder;
import shelfwise.pipeline.OperatorCatalogue;
import shelfwise.pipeline.PipelineJson;
import shelfwise.store.Project;
import shelfwise.store.RunInfo;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Writes trained models as folders, to be served by other programs. For several threads. */
public final class ModelExportService {
    private final Project project;
    private final ModelService models;
    private final OperatorCatalogue operators;

    ModelExportService(Project project, ModelService models, OperatorCatalogue operators) {
        this.project = project;
        this.models = models;
        this.operators = operators;
    }

    /**
     * Writes a model's card, ids, vectors and what it learned.
     *
     * @param folder   made; may be there if it is empty
     * @param messages in whose language the card tells what the files hold
     * @throws shelfwise.base.ProblemException if there is no such model, there is something in the folder, or it can't be written; nothing
     *     is then left of it
     * @throws java.util.concurrent.CancellationException once cancelled, with nothing left
     */
    public ModelCard write(String model, Path folder, Messages messages, Progress progress) {
        LoadedModel loaded = models.load(model);
        progress.check();
        return new ModelFolder(loaded.model, messages, progress).write(folder, origin(loaded.ref));
    }

    private ModelCard.Origin origin(ModelRef ref) {
        RunInfo run = project.runs().find(ref.run()).orElseThrow();
        return new ModelCard.Origin(Version.NAME, project.name(), ref.name(), ref.operator(), ref.pipeline(), run.id(), run.started().truncatedTo(ChronoUnit.SECONDS).toString(),
                run.data(), settings(run, ref.name()));
    }

    /** Copies that a sweep made have names that their pipeline does not know. */
    private Map<String, Object> settings(RunInfo run, String node) {
        return new PipelineJson(operators).read(run.pipeline(), run.pipelineJson()).find(node).map(n -> operators.form(n).json(n.settings()))
                .map(text -> JsonMapper.builder().build().readValue(text, new TypeReference<Map<String, Object>>() { })).orElse(Map.of());
    }
}
