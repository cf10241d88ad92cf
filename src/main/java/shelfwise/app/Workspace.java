package shelfwise.app;

import java.nio.file.Path;
import java.time.InstantSource;
import shelfwise.app.look.LookService;
import shelfwise.app.search.SearchService;
import shelfwise.app.template.TemplateService;
import shelfwise.model.encoder.OwnEncoders;
import shelfwise.pipeline.Engine;
import shelfwise.pipeline.OperatorCatalogue;
import shelfwise.store.Assets;
import shelfwise.store.Project;
import shelfwise.store.ProjectSettings;

/** An open project with all that can be done in it. For several threads; to be closed. */
public final class Workspace implements AutoCloseable {
    private final Project project;
    private final OperatorCatalogue operators = Operators.catalogue();
    private final ImportService imports;
    private final QualityService quality;
    private final PipelineService pipelines;
    private final OwnOperatorService own;
    private final SnapshotService snapshots;
    private final RunService runs;
    private final ModelService models;
    private final ListService lists;
    private final SimilarityService similarity;
    private final SearchService search;
    private final CacheService cache;
    private final LookService looks;
    private final PageService pages;
    private final ModelExportService modelExport;
    private final TemplateService templates;

    private Workspace(Project project) {
        this.project = project;
        Assets assets = project.assets();
        var engine = new Engine(operators, project.artefacts(), ProjectReader.of(project));
        imports = new ImportService(assets);
        quality = new QualityService(assets, InstantSource.system());
        pipelines = new PipelineService(project.folder().resolve("pipelines"), operators);
        own = new OwnOperatorService(project.folder().resolve("operators"), operators);
        models = new ModelService(project.runs(), project.artefacts(), operators);
        snapshots = new SnapshotService(project, operators, InstantSource.system());
        cache = new CacheService(project, models);
        runs = new RunService(project, engine, operators, snapshots, cache);
        lists = new ListService(models, encoders());
        similarity = new SimilarityService(models, lists);
        looks = new LookService(project.artefacts(), project.runs(), operators, InstantSource.system());
        pages = new PageService(runs, operators);
        modelExport = new ModelExportService(project, models, operators);
        search = new SearchService(project.runs(), engine, operators, runs::data);
        templates = new TemplateService(assets, operators);
    }

    /** @throws shelfwise.base.ProblemException if that can't be, with nothing changed on disk; see {@link Project#open} */
    public static Workspace open(Path folder) {
        return new Workspace(Project.open(folder));
    }

    /** @throws shelfwise.base.ProblemException if that can't be, with nothing changed on disk; see {@link Project#create} */
    public static Workspace create(Path folder) {
        return new Workspace(Project.create(folder));
    }

    /** Looks whether there is a project that this program knows; opens nothing. @throws shelfwise.base.ProblemException if not */
    public static void check(Path folder) {
        Project.check(folder);
    }

    public String name() {
        return project.name();
    }

    public Path folder() {
        return project.folder();
    }

    public OperatorCatalogue operators() {
        return operators;
    }

    /** The text encoders that the analyst added. */
    public OwnEncoders encoders() {
        return new OwnEncoders(project.folder());
    }

    public Assets assets() {
        return project.assets();
    }

    /** What the window remembers of this project: sizes, folds, places. */
    public ProjectSettings settings() {
        return project.settings();
    }

    public ImportService imports() {
        return imports;
    }

    public QualityService quality() {
        return quality;
    }

    public PipelineService pipelines() {
        return pipelines;
    }

    /** The analyst's own operators. */
    public OwnOperatorService own() {
        return own;
    }

    public RunService runs() {
        return runs;
    }

    public ModelService models() {
        return models;
    }

    public ListService lists() {
        return lists;
    }

    public SimilarityService similarity() {
        return similarity;
    }

    public PageService pages() {
        return pages;
    }

    /** Models as folders for other programs. */
    public ModelExportService modelExport() {
        return modelExport;
    }

    public SearchService search() {
        return search;
    }

    /** Looks at what steps made. */
    public LookService looks() {
        return looks;
    }

    public TemplateService templates() {
        return templates;
    }

    public SnapshotService snapshots() {
        return snapshots;
    }

    /** What steps made and the project keeps for later runs. */
    public CacheService cache() {
        return cache;
    }

    @Override public void close() {
        pipelines.close();
        project.close();
    }
}
