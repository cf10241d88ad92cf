package shelfwise.evaluate;

import java.util.ArrayList;
import java.util.List;
import shelfwise.base.Problem;
import shelfwise.base.Progress;
import shelfwise.data.Interactions;
import shelfwise.data.Metrics;
import shelfwise.data.Split;
import shelfwise.model.Recommender;
import shelfwise.model.Workers;
import shelfwise.pipeline.Between;
import shelfwise.pipeline.Context;
import shelfwise.pipeline.Operator;
import shelfwise.pipeline.Port;
import shelfwise.pipeline.PortType;
import shelfwise.pipeline.Settings;
import shelfwise.pipeline.Values;

/** Judges models by how well their full rankings find what users took in the test part. */
public final class EvaluateRanking implements Operator.Transform<EvaluateRanking.Setup> {
    /** By which part of a split models are judged. */
    public enum Part {
        TEST, VALIDATION;

        Interactions of(Split split) {
            return switch (this) {
                case TEST -> split.test();
                case VALIDATION -> split.validation();
            };
        }
    }

    /**
     * @param ks          cut-offs; kept ascending and once each
     * @param excludeSeen whether items of a user's training events are left out of the list, and of what is looked for
     * @param rounds      of the bootstrap; 0 for no intervals
     * @param seed        of the bootstrap
     * @param part        the events to be found
     */
    public record Setup(@Between(min = 1, max = 1000) List<Integer> ks, boolean excludeSeen, @Between(min = 0, max = 100_000) int rounds,
            @Between(min = Long.MIN_VALUE, max = Long.MAX_VALUE) long seed, Part part) {
        public Setup {
            Settings.check(Setup.class, ks, excludeSeen, rounds, seed, part);
            Settings.filled("ks", ks);
            ks = ks.stream().distinct().sorted().toList();
        }

        /** The values alone, for a search over settings: nothing but the metrics themselves is worked out. */
        public static Setup plain(List<Integer> ks, boolean excludeSeen, Part part) {
            return new Setup(ks, excludeSeen, 0, 1, part);
        }
    }

    /** What an evaluation found, with the values of each user. */
    public record Outcome(Metrics metrics, List<UserValues> byUser) {
        public Outcome {
            byUser = List.copyOf(byUser);
        }
    }

    @Override public String id() {
        return "evaluate.ranking";
    }

    @Override public int version() {
        return 2;
    }

    @Override public Setup defaults() {
        return new Setup(List.of(5, 10, 20), true, 1000, 1, Part.TEST);
    }

    @Override public List<Port> inputs() {
        return List.of(Port.one("split", PortType.SPLIT), Port.several("model", PortType.MODEL));
    }

    @Override public List<Port> outputs() {
        return List.of(Port.one("metrics", PortType.METRICS));
    }

    @Override public Values run(Setup settings, Values in, Context context) {
        return Values.of("metrics", evaluate(in.one("split", Split.class), in.all("model", Recommender.class), settings, context).metrics());
    }

    /**
     * Judges the models one after another; the same for any number of threads.
     *
     * @throws shelfwise.base.ProblemException if nothing can be measured, two models have one name, or a model has other users or items than the split
     */
    public static Outcome evaluate(Split split, List<Recommender> models, Setup settings, Context context) {
        return evaluate(split, models, settings, context.node(), Workers.all(), context.progress());
    }

    static Outcome evaluate(Split split, List<Recommender> models, Setup settings, String node, Workers workers, Progress progress) {
        for (Recommender m : models) {
            if (!m.items().equals(split.items()) || !m.users().equals(split.users())) throw Problem.of("evaluate.other-ids", node, m.name()).asException();
            if (models.stream().filter(o -> o.name().equals(m.name())).count() > 1) throw Problem.of("evaluate.two-models-one-name", node, m.name()).asException();
        }
        Relevant relevant = Relevant.of(split, settings.part(), settings.excludeSeen(), node);
        var ranking = new Ranking(relevant, settings);
        var bootstrap = new Bootstrap(settings.rounds(), settings.seed());
        var results = new ArrayList<Ranking.Result>();
        var rows = new ArrayList<Metrics.Row>();
        for (int m = 0; m < models.size(); m++) {
            Progress mine = progress.part((double) m / models.size(), (m + 1.0) / models.size());
            Ranking.Result result = ranking.of(models.get(m), workers, mine.part(0, 0.8));
            results.add(result);
            rows.addAll(ranking.rows(result, bootstrap.intervals(result.byUser(), workers, mine.part(0.8, 1))));
        }
        return new Outcome(new Metrics(rows, Doubts.of(split, relevant, models, results)), results.stream().map(Ranking.Result::byUser).toList());
    }
}
