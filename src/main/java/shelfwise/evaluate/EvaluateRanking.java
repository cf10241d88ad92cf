package shelfwise.evaluate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import shelfwise.base.Progress;
import shelfwise.data.Catalogue;
import shelfwise.data.Interactions;
import shelfwise.data.Metrics;
import shelfwise.data.Split;
import shelfwise.data.Vectors;
import shelfwise.model.Extent;
import shelfwise.model.Memory;
import shelfwise.model.Recommender;
import shelfwise.model.Workers;
import shelfwise.pipeline.Between;
import shelfwise.pipeline.Bound;
import shelfwise.pipeline.Bounds;
import shelfwise.pipeline.Context;
import shelfwise.pipeline.Migration;
import shelfwise.pipeline.Operator;
import shelfwise.pipeline.Port;
import shelfwise.pipeline.PortType;
import shelfwise.pipeline.Settings;
import shelfwise.pipeline.Values;
import shelfwise.pipeline.Volume;
import shelfwise.pipeline.Volumes;

/** Judges models by how well their full rankings find what users took in the judged part, beside the popularity of the last days. */
public final class EvaluateRanking implements Operator.Transform<EvaluateRanking.Setup> {
    /** There are fewer. */
    private static final int MOST_METRICS = 30, MOST_GROUPS = 20;
    /** Of a kept row; of an item while lists are made on several threads. */
    private static final int ROW_BYTES = 8 * 24, SCORING_BYTES = 1024;

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
     * @param ks             cut-offs; kept ascending and once each
     * @param excludeSeen    whether items of a user's training events are left out of the list, and of what is looked for
     * @param rounds         of the bootstrap; 0 for no intervals
     * @param seed           of the bootstrap and of the randomisation test
     * @param part           the events to be found
     * @param graded         whether weights that can be grades give nDCG with graded gains as well
     * @param auc            whether the whole ranking is judged as well, by the area under its curve
     * @param segments       whether there are rows for parts of the users and of the items to be found
     * @param warmFrom       known items from which on a user is no longer new
     * @param loyalFrom      known items from which on a user is loyal
     * @param popularityDays of the popularity beside the models; 0 for all time, as for data without time
     * @param testRounds     of the randomisation test; 0 for no tests between the models
     * @param marginColumn   name of the catalogue's column with an item's margin; empty for none
     * @param upToDate       whether users of the test part are known by their validation events as well, which no model learned from
     */
    public record Setup(@Between(min = 1, max = 1000) List<Integer> ks, boolean excludeSeen, @Between(min = 0, max = 100_000) int rounds,
            @Between(min = Long.MIN_VALUE, max = Long.MAX_VALUE) long seed, Part part, boolean graded, boolean auc, boolean segments,
            @Between(min = 1, max = 1_000_000) int warmFrom, @Between(min = 1, max = 1_000_000) int loyalFrom,
            @Between(min = 0, max = 36_500, unit = "unit.days") int popularityDays, @Between(min = 0, max = 1_000_000) int testRounds, String marginColumn,
            boolean upToDate) {
        public Setup {
            Settings.check(Setup.class, ks, excludeSeen, rounds, seed, part, graded, auc, segments, warmFrom, loyalFrom, popularityDays, testRounds, marginColumn, upToDate);
            Settings.filled("ks", ks);
            ks = ks.stream().distinct().sorted().toList();
        }

        /** All that is not named as in a new node. */
        public static Setup of(List<Integer> ks, boolean excludeSeen, int rounds, long seed, Part part) {
            return new Setup(ks, excludeSeen, rounds, seed, part, true, true, true, 5, 20, 30, 10_000, "", true);
        }

        /** For {@link #measure}: no intervals, and nothing that needs more than the lists. */
        public static Setup plain(List<Integer> ks, boolean excludeSeen, Part part) {
            return new Setup(ks, excludeSeen, 0, 1, part, false, false, false, 5, 20, 0, 0, "", true);
        }
    }

    /** What is known besides the events. */
    record Linked(Optional<Catalogue> catalogue, Optional<Vectors> vectors) {
        static final Linked NOTHING = new Linked(Optional.empty(), Optional.empty());
    }

    @Override public String id() {
        return "evaluate.ranking";
    }

    @Override public int version() {
        return 3;
    }

    @Override public List<Migration> migrations() {
        return List.of(new Migration(2, List.of(new Migration.Preset("upToDate", "false"))));
    }

    @Override public Setup defaults() {
        return Setup.of(List.of(5, 10, 20), true, 1000, 1, Part.TEST);
    }

    @Override public List<Port> inputs() {
        return List.of(Port.one("split", PortType.SPLIT), Port.several("model", PortType.MODEL), Port.maybe("catalogue", PortType.CATALOGUE),
                Port.maybe("vectors", PortType.VECTORS));
    }

    @Override public List<Port> outputs() {
        return List.of(Port.one("metrics", PortType.METRICS));
    }

    /** The matrix of what is to be found, what is measured of each user by each model, twice for the tests, and popularity beside the models. */
    @Override public long memory(Setup settings, Volumes in) {
        Volume split = in.at("split");
        long models = in.byPort().getOrDefault("model", List.of()).size() + 1L;
        return Memory.ofTraining(Extent.of(split)).bytes() + 2 * models * MOST_METRICS * settings.ks().size() * split.users() * Double.BYTES
                + in.at("catalogue").bytes() + in.at("vectors").bytes() + SCORING_BYTES * split.items();
    }

    /** Of each model, and of popularity beside them: a row for each metric, cut-off and group, and a value for each user. */
    @Override public Map<String, Bound> most(Setup settings, Bounds in) {
        long models = in.byPort().getOrDefault("model", List.of()).size() + 1L, each = (long) MOST_METRICS * settings.ks().size();
        long rows = models * each * (settings.segments() ? MOST_GROUPS : 1), users = in.at("split").map(b -> b.most().users()).orElse(0L);
        return Map.of("metrics", Bound.of(new Volume(rows, 0, 0, rows * ROW_BYTES + models * each * users * Double.BYTES)));
    }

    @Override public Values run(Setup settings, Values in, Context context) {
        var linked = new Linked(in.find("catalogue", Catalogue.class), in.find("vectors", Vectors.class));
        return Values.of("metrics", evaluate(in.one("split", Split.class), in.all("model", Recommender.class), linked, settings, context));
    }

    /**
     * Judges the models one after another; the same for any number of threads.
     *
     * @throws shelfwise.base.ProblemException if nothing can be measured, two models have one name, or a model has other users or items than the split
     */
    public static Metrics evaluate(Split split, List<Recommender> models, Setup settings, Context context) {
        return evaluate(split, models, Linked.NOTHING, settings, context);
    }

    static Metrics evaluate(Split split, List<Recommender> models, Linked linked, Setup settings, Context context) {
        Evaluation.check(models, split, context.node());
        return new Evaluation(split, linked, settings, context.node(), Workers.all()).whole(models, context.progress());
    }

    /**
     * The rows of one model alone: no popularity beside it, no tests, no doubts. For a search over settings, with {@link Setup#plain}.
     *
     * @throws shelfwise.base.ProblemException as {@link #evaluate}
     */
    public static Metrics measure(Split split, Recommender model, Setup settings, Context context) {
        return measure(split, model, settings, context.node(), Workers.all(), context.progress());
    }

    static Metrics measure(Split split, Recommender model, Setup settings, String node, Workers workers, Progress progress) {
        Evaluation.check(List.of(model), split, node);
        return new Evaluation(split, Linked.NOTHING, settings, node, workers).plain(List.of(model), progress);
    }
}
