package shelfwise.app.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import shelfwise.base.Problem;
import shelfwise.base.ProblemException;
import shelfwise.base.Progress;
import shelfwise.data.Metrics;
import shelfwise.evaluate.EvaluateRanking;
import shelfwise.model.Recommender;
import shelfwise.pipeline.Context;
import shelfwise.pipeline.Node;
import shelfwise.pipeline.Pipeline;
import shelfwise.pipeline.SettingsForm;
import shelfwise.store.NodeRun;
import shelfwise.store.Outcome;
import shelfwise.store.RunEnd;
import shelfwise.store.RunInfo;

/** Trains and judges one model after another, each noted as a run. Models are not kept. For several threads. */
final class TrialRunner {
    private static final String DEVICE = "cpu";
    /** The training's part of a trial; the rest goes into judging. */
    private static final double TRAINING = 0.8;
    private final SearchPlan plan;
    private final SearchService.Parts parts;
    private final Ground ground;
    private final String search;
    private final Pipeline pipeline;
    private final Node node;
    private final SettingsForm form;
    private final Cost cost;
    private final EvaluateRanking.Setup judging;
    private final SortedMap<Integer, RunInfo> known;
    private final Map<Double, List<Ground.Fold>> folds = new ConcurrentHashMap<>();

    /** @param known trials that were done before, by number */
    TrialRunner(SearchPlan plan, SearchService.Parts parts, Ground ground, String search, SortedMap<Integer, RunInfo> known) {
        this.plan = plan;
        this.parts = parts;
        this.ground = ground;
        this.search = search;
        this.known = known;
        pipeline = Ground.upTo(plan.pipeline(), plan.node());
        node = pipeline.node(plan.node());
        form = parts.operators().form(node);
        cost = Cost.of(form, node.settings(), plan.space());
        judging = EvaluateRanking.Setup.plain(List.of(plan.k()), excludeSeen(plan), EvaluateRanking.Part.VALIDATION);
    }

    /** As the step that judges the model has it; without one, what a user has already is left out. */
    static boolean excludeSeen(SearchPlan plan) {
        return plan.pipeline().outOf(plan.node()).stream().map(l -> plan.pipeline().node(l.toNode()).settings()).filter(EvaluateRanking.Setup.class::isInstance)
                .map(s -> ((EvaluateRanking.Setup) s).excludeSeen()).findFirst().orElse(true);
    }

    boolean isKnown(Draw draw) {
        return known.containsKey(draw.number());
    }

    /** @throws CancellationException once cancelled; the run is noted so */
    Trial run(Draw draw, Progress progress) {
        Node tried;
        try {
            tried = node.withSettings(cost.settings(form, plan.space().settings(form, node.settings(), draw.point()), draw.share()));
        } catch (ProblemException e) { // values that each are allowed, but not together
            return failed(draw, node, 0, 0, e.problem().in(node.id()));
        }
        RunInfo before = known.get(draw.number());
        if (before != null) return kept(draw, tried, before);
        String name = pipeline.name() + " · " + node.id() + " " + draw.number();
        long run = parts.runs().start(name, parts.json().write(pipeline.set(node.id(), tried.settings()).withName(name)), plan.seed(), DEVICE, search, draw.number());
        return noted(draw, tried, run, progress);
    }

    private Trial noted(Draw draw, Node tried, long run, Progress progress) {
        long began = System.nanoTime();
        try {
            List<Metrics.Row> rows = measure(tried, draw.share(), progress);
            double score = score(rows), seconds = seconds(began);
            end(run, tried, Outcome.DONE, seconds, rows, null);
            return new Trial(draw.number(), texts(tried), draw.share(), score, seconds, run, Optional.empty(), false);
        } catch (CancellationException e) {
            end(run, tried, Outcome.CANCELLED, seconds(began), List.of(), null);
            throw e;
        } catch (ProblemException e) {
            return failed(draw, tried, run, seconds(began), e.problem());
        } catch (OutOfMemoryError e) { // while the model was judged; the engine tells the others
            return failed(draw, tried, run, seconds(began), Problem.of(Search.OUT_OF_MEMORY, node.id(), Long.toString(Runtime.getRuntime().maxMemory() >> 20)));
        } catch (RuntimeException | Error e) {
            end(run, tried, Outcome.FAILED, seconds(began), List.of(), null);
            throw e;
        }
    }

    private Trial failed(Draw draw, Node tried, long run, double seconds, Problem problem) {
        if (run > 0) end(run, tried, Outcome.FAILED, seconds, List.of(), problem);
        return new Trial(draw.number(), texts(tried), draw.share(), Double.NaN, seconds, run, Optional.of(problem), false);
    }

    private Trial kept(Draw draw, Node tried, RunInfo run) {
        return new Trial(draw.number(), texts(tried), draw.share(), score(parts.runs().metrics(run.id())), run.seconds(), run.id(), Optional.empty(), true);
    }

    private SequencedMap<String, String> texts(Node tried) {
        return plan.space().texts(form, tried.settings());
    }

    private void end(long run, Node tried, Outcome outcome, double seconds, List<Metrics.Row> rows, @Nullable Problem problem) {
        var step = new NodeRun(tried.id(), tried.operator(), outcome.name().toLowerCase(Locale.ROOT), seconds, "", problem);
        parts.runs().finish(run, new RunEnd(outcome, seconds, ground.data(), List.of(step), List.of(), rows));
    }

    private List<Metrics.Row> measure(Node tried, double share, Progress progress) {
        List<Ground.Fold> all = folds.computeIfAbsent(share, s -> ground.at(s, cost, plan.seed()));
        var found = new ArrayList<List<Metrics.Row>>();
        for (int f = 0; f < all.size(); f++) {
            Progress mine = progress.part((double) f / all.size(), (f + 1.0) / all.size());
            Recommender model = parts.engine().once(tried, all.get(f).inputs(), mine.part(0, TRAINING)).one("model", Recommender.class);
            var context = new Context(mine.part(TRAINING, 1), (asset, _) -> {
                throw new IllegalArgumentException(asset);
            }, tried.id());
            found.add(EvaluateRanking.measure(all.get(f).split(), model, judging, context).rows());
        }
        return found.size() == 1 ? found.getFirst() : means(found);
    }

    /** Each value's mean over the folds, and the number of users in all of them. */
    private static List<Metrics.Row> means(List<List<Metrics.Row>> folds) {
        return folds.getFirst().stream().map(r -> {
            List<Metrics.Row> same = folds.stream().flatMap(List::stream)
                    .filter(o -> o.segment().equals(r.segment()) && o.metric().equals(r.metric()) && o.k() == r.k()).toList();
            return new Metrics.Row(r.model(), r.segment(), r.metric(), r.k(), same.stream().mapToDouble(Metrics.Row::value).average().orElse(Double.NaN), Double.NaN,
                    Double.NaN, same.stream().mapToInt(Metrics.Row::users).sum());
        }).toList();
    }

    private double score(List<Metrics.Row> rows) {
        return rows.stream().filter(r -> r.overall() && r.metric().equals(plan.metric()) && r.k() == plan.k()).mapToDouble(Metrics.Row::value).findFirst().orElse(Double.NaN);
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }
}
