package shelfwise.app.search;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.function.Function;
import shelfwise.base.Hashing;
import shelfwise.base.Problem;
import shelfwise.base.ProblemException;
import shelfwise.base.Progress;
import shelfwise.pipeline.Engine;
import shelfwise.pipeline.Node;
import shelfwise.pipeline.Operator;
import shelfwise.pipeline.OperatorCatalogue;
import shelfwise.pipeline.Pipeline;
import shelfwise.pipeline.PipelineJson;
import shelfwise.pipeline.RunResult;
import shelfwise.pipeline.SettingSpec;
import shelfwise.pipeline.SettingsForm;
import shelfwise.store.RunData;
import shelfwise.store.RunInfo;
import shelfwise.store.Runs;

/** Searches for the settings of a model that do best on the validation part. For several threads. */
public final class SearchService {
    /** Part of the progress for the steps before the model, which are mostly kept. */
    private static final double PREPARING = 0.05;
    /** Draws that do not know of each other: enough to keep a machine busy, few enough to learn from what came before. */
    private static final int TOGETHER_BY_CHANCE = 32, TOGETHER_LEARNING = 4;
    private static final int MOST_TOGETHER = 8;

    /** What trials work with. */
    record Parts(Runs runs, Engine engine, OperatorCatalogue operators, PipelineJson json) { }

    private final Parts parts;
    private final Function<RunResult, List<RunData>> sources;

    /** @param sources tells what a run read */
    public SearchService(Runs runs, Engine engine, OperatorCatalogue operators, Function<RunResult, List<RunData>> sources) {
        parts = new Parts(runs, engine, operators, new PipelineJson(operators));
        this.sources = sources;
    }

    /**
     * The settings that texts say to vary; see {@link Space#of}.
     *
     * @throws shelfwise.base.ProblemException naming the node, if it trains no model, or the setting that can't be varied so
     */
    public Space space(Pipeline pipeline, String node, List<String> texts) {
        Node fit = fit(pipeline, node);
        try {
            return Space.of(parts.operators().form(fit), fit.settings(), texts);
        } catch (ProblemException e) {
            throw e.problem().in(node).asException(e);
        }
    }

    private Node fit(Pipeline pipeline, String node) {
        Node fit = pipeline.node(node);
        if (!(parts.operators().operator(fit) instanceof Operator.Fit<?>)) throw Problem.of("search.no-model", node).asException();
        return fit;
    }

    /**
     * Runs the steps before the model, or finds them kept, and then the trials. Each is noted as a run that lists of runs leave out. Trials,
     * their numbers and the result are the same for any number of them at a time; only how many are done within the minutes is up to the
     * machine.
     *
     * @param resume   whether trials are taken over that an earlier search of the same plan on the same data has done, be it one of fewer
     *                 trials, one that was stopped, or one that broke off
     * @param listener told of each trial when it ended, on any thread, one at a time; twice of one that ran out of memory and was tried again
     * @throws shelfwise.base.ProblemException if there is nothing to judge by, a step before the model fails, or all of the first trials fail
     * @throws java.util.concurrent.CancellationException once cancelled; what is done stays
     */
    public SearchResult search(SearchPlan plan, boolean resume, Progress progress, Consumer<Trial> listener) {
        try (var _ = parts.engine().hold()) { // trials read what the steps before the model made
            return held(plan, resume, progress, listener);
        }
    }

    private SearchResult held(SearchPlan plan, boolean resume, Progress progress, Consumer<Trial> listener) {
        Node node = fit(plan.pipeline(), plan.node());
        Ground ground = Ground.prepare(plan, parts.engine(), parts.operators(), sources, progress.part(0, PREPARING));
        String id = id(plan, node, ground);
        SortedMap<Integer, RunInfo> known = resume ? parts.runs().trials(id) : Collections.emptySortedMap();
        var runner = new TrialRunner(plan, parts, ground, id, known);
        return new Search(plan, sampler(plan, node), runner, parallel(plan, ground), progress.part(PREPARING, 1), listener).all(id);
    }

    private Sampler sampler(SearchPlan plan, Node node) {
        Space space = plan.space();
        return switch (plan.method()) {
            case RANDOM -> new DrawingSampler(space, plan.seed(), plan.trials(), TOGETHER_BY_CHANCE, (_, random) -> space.draw(random));
            case TPE -> new DrawingSampler(space, plan.seed(), plan.trials(), TOGETHER_LEARNING, new Parzen(space));
            case HALVING -> new Halving(space, plan.seed(), plan.trials(), Cost.of(parts.operators().form(node), node.settings(), space).full());
        };
    }

    /** Models use all processors for most of their work: half as many trials at a time fill the gaps. Memory sets the other bound. */
    private static int parallel(SearchPlan plan, Ground ground) {
        Runtime machine = Runtime.getRuntime();
        long free = machine.maxMemory() - machine.totalMemory() + machine.freeMemory(), room = free / 2 / Math.max(1, ground.trialBytes());
        int wanted = plan.parallel() > 0 ? plan.parallel() : Math.min(MOST_TOGETHER, machine.availableProcessors() / 2);
        return (int) Math.clamp(room, 1, Math.max(1, wanted));
    }

    /** All that a trial of a number depends on. Present values of varied settings are not among it: putting the best into the pipeline leaves the search the same. */
    private String id(SearchPlan plan, Node node, Ground ground) {
        SettingsForm form = parts.operators().form(node);
        var hashing = new Hashing().add(ground.hash()).add(node.operator()).add(parts.operators().operator(node).version());
        for (Dimension d : plan.space().dimensions()) hashing.add(d.text());
        form.specs().stream().map(SettingSpec::name).filter(name -> plan.space().dimensions().stream().noneMatch(d -> d.setting().equals(name)))
                .forEach(name -> hashing.add(name).add(form.text(name, form.get(node.settings(), name))));
        hashing.add(plan.measure()).add(plan.method().word()).add(plan.seed()).add(TrialRunner.excludeSeen(plan) ? 1 : 0);
        if (plan.method() == SearchMethod.HALVING) hashing.add(plan.trials());
        return hashing.hex();
    }

    /** The pipeline with a trial's settings. @throws shelfwise.base.ProblemException if it has no such node, or the node no such settings any more */
    public Pipeline with(Pipeline pipeline, String node, Trial trial) {
        Node fit = fit(pipeline, node);
        SettingsForm form = parts.operators().form(fit);
        Record settings = fit.settings();
        for (var e : trial.settings().entrySet()) settings = form.withText(settings, e.getKey(), e.getValue());
        return pipeline.set(node, settings);
    }
}
