package shelfwise.app;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import shelfwise.base.Problem;
import shelfwise.base.ProblemException;
import shelfwise.data.Catalogue;
import shelfwise.model.Recommender;
import shelfwise.pipeline.Operator;
import shelfwise.pipeline.OperatorCatalogue;
import shelfwise.store.ArtefactStore;
import shelfwise.store.NodeRun;
import shelfwise.store.RunInfo;
import shelfwise.store.RunOutput;
import shelfwise.store.Runs;

/** The trained models of a project. The last few that were asked for stay in memory. */
public final class ModelService {
    private static final int IN_MEMORY = 6;
    private final Runs runs;
    private final ArtefactStore artefacts;
    private final OperatorCatalogue operators;
    private final Map<String, LoadedModel> loaded = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override protected boolean removeEldestEntry(Map.Entry<String, LoadedModel> eldest) {
            return size() > IN_MEMORY;
        }
    };

    ModelService(Runs runs, ArtefactStore artefacts, OperatorCatalogue operators) {
        this.runs = runs;
        this.artefacts = artefacts;
        this.operators = operators;
    }

    /** All models whose lists can be shown, those of the latest run first; of several with one name the latest. */
    public List<ModelRef> list() {
        return noted().stream().filter(m -> artefacts.has(m.key())).toList();
    }

    /** Models that some run trained and the project keeps no more: it was cleared. Running their pipelines again brings them back. */
    public List<ModelRef> gone() {
        return noted().stream().filter(m -> !artefacts.has(m.key())).toList();
    }

    private List<ModelRef> noted() {
        var found = new ArrayList<ModelRef>();
        var names = new HashSet<String>();
        for (RunInfo run : runs.list()) {
            for (RunOutput output : runs.outputs(run.id())) {
                String operator = run.nodes().stream().filter(n -> n.node().equals(output.node())).map(NodeRun::operator).findFirst().orElse("");
                boolean fit = operators.find(operator).filter(Operator.Fit.class::isInstance).isPresent();
                if (fit && names.add(output.node())) found.add(new ModelRef(output.node(), operator, run.id(), run.pipeline(), output.key()));
            }
        }
        return found;
    }

    /** @throws shelfwise.base.ProblemException if no run has a model of this name, or the project keeps it no more */
    public ModelRef find(String name) {
        List<ModelRef> all = noted();
        ModelRef found = all.stream().filter(m -> m.name().equals(name)).findFirst().orElseThrow(() -> all.isEmpty() ? Problem.of("app.no-models", name).asException()
                : Problem.of("app.no-model", name, all.stream().map(ModelRef::name).toList()).asException());
        if (!artefacts.has(found.key())) throw problem(found);
        return found;
    }

    /** Why a model of {@link #gone()} can't be shown, and what brings it back. */
    public ProblemException problem(ModelRef model) {
        return Problem.of("app.model-gone", model.name(), model.pipeline(), model.run()).asException();
    }

    /** As it is now: another call may find a later one, whose items and users have other numbers. */
    LoadedModel load(String name) {
        try (var _ = artefacts.hold()) {
            return load(find(name));
        }
    }

    private LoadedModel load(ModelRef ref) {
        Optional<String> catalogue = catalogueOf(ref);
        String key = ref.key() + " " + catalogue.orElse(""); // the same model may be shown with a later catalogue
        synchronized (loaded) {
            LoadedModel known = loaded.get(key);
            if (known != null) return known;
            LoadedModel model = new LoadedModel(ref, restore(ref), catalogue.flatMap(artefacts::find).map(Catalogue::of));
            loaded.put(key, model);
            return model;
        }
    }

    private Recommender restore(ModelRef ref) {
        var bundle = artefacts.find(ref.key()).orElseThrow(() -> problem(ref));
        return (Recommender) operators.restore(ref.operator(), bundle);
    }

    /** Where the catalogue lies that the model's run made; if that went no further than the model, the one of the pipeline's latest run that made one. */
    private Optional<String> catalogueOf(ModelRef ref) {
        return catalogue(ref.run()).or(() -> runs.list().stream().filter(r -> r.pipeline().equals(ref.pipeline()))
                .flatMap(r -> catalogue(r.id()).stream()).findFirst());
    }

    private Optional<String> catalogue(long run) {
        return runs.outputs(run).stream().filter(o -> o.port().equals("catalogue")).findFirst().map(RunOutput::key);
    }
}
