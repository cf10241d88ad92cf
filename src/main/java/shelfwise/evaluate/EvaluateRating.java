package shelfwise.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import shelfwise.base.Problem;
import shelfwise.base.Progress;
import shelfwise.data.Histories;
import shelfwise.data.Ids;
import shelfwise.data.Interactions;
import shelfwise.data.Metrics;
import shelfwise.data.Split;
import shelfwise.evaluate.UserValues.Column;
import shelfwise.model.RatingPredictor;
import shelfwise.model.Recommender;
import shelfwise.model.Workers;
import shelfwise.pipeline.Between;
import shelfwise.pipeline.Bound;
import shelfwise.pipeline.Bounds;
import shelfwise.pipeline.Context;
import shelfwise.pipeline.Operator;
import shelfwise.pipeline.Port;
import shelfwise.pipeline.PortType;
import shelfwise.pipeline.Settings;
import shelfwise.pipeline.Values;
import shelfwise.pipeline.Volume;

/**
 * Judges how far predicted ratings are from the given ones, over all events of the judged part (Herlocker et al. 2004).
 *
 * <ul>
 * <li>rmse: √(Σ (predicted − given)² / events)
 * <li>mae: Σ |predicted − given| / events
 * </ul>
 * Intervals draw users, so that a user's ratings stay together; tests between models compare each user's own rmse and mae.
 */
public final class EvaluateRating implements Operator.Transform<EvaluateRating.Setup> {
    private static final int ROW_BYTES = 8 * 24;
    private static final List<String> METRICS = List.of("rmse", "mae");
    private static final List<Column> SUMS = List.of(new Column("squares", Metrics.NO_CUT), new Column("sizes", Metrics.NO_CUT), new Column("events", Metrics.NO_CUT));
    private static final int BLOCK = 64;

    /**
     * @param part       the events whose ratings are predicted
     * @param rounds     of the bootstrap; 0 for no intervals
     * @param testRounds of the randomisation test; 0 for no tests between the models
     * @param seed       of both
     */
    public record Setup(EvaluateRanking.Part part, @Between(min = 0, max = 100_000) int rounds, @Between(min = 0, max = 1_000_000) int testRounds,
            @Between(min = Long.MIN_VALUE, max = Long.MAX_VALUE) long seed) {
        public Setup {
            Settings.check(Setup.class, part, rounds, testRounds, seed);
        }
    }

    @Override public String id() {
        return "evaluate.rating";
    }

    @Override public int version() {
        return 1;
    }

    @Override public Setup defaults() {
        return new Setup(EvaluateRanking.Part.TEST, 1000, 10_000, 1);
    }

    @Override public List<Port> inputs() {
        return List.of(Port.one("split", PortType.SPLIT), Port.several("model", PortType.MODEL));
    }

    @Override public List<Port> outputs() {
        return List.of(Port.one("metrics", PortType.METRICS));
    }

    /** A row and a value for each user of each model and metric. */
    @Override public Map<String, Bound> most(Setup settings, Bounds in) {
        long rows = (long) METRICS.size() * in.byPort().getOrDefault("model", List.of()).size(), users = in.at("split").map(b -> b.most().users()).orElse(0L);
        return Map.of("metrics", Bound.of(new Volume(rows, 0, 0, rows * (ROW_BYTES + users * Double.BYTES))));
    }

    @Override public Values run(Setup settings, Values in, Context context) {
        return Values.of("metrics", evaluate(in.one("split", Split.class), in.all("model", Recommender.class), settings, context));
    }

    /** @throws shelfwise.base.ProblemException if a model predicts no ratings or has other ids, two have one name, or there is nothing to predict */
    public static Metrics evaluate(Split split, List<Recommender> models, Setup settings, Context context) {
        Evaluation.check(models, split, context.node());
        Relevant relevant = Relevant.of(split, settings.part(), false, false, context.node());
        var users = new Ids(Arrays.stream(relevant.users()).mapToObj(split.users()::id).toList());
        var bootstrap = new Bootstrap(settings.rounds(), settings.seed());
        var rows = new ArrayList<Metrics.Row>();
        var series = new ArrayList<Metrics.Series>();
        Workers workers = Workers.all();
        for (int m = 0; m < models.size(); m++) {
            if (!(models.get(m) instanceof RatingPredictor model)) throw Problem.of("evaluate.predicts-no-ratings", context.node(), models.get(m).name()).asException();
            Progress mine = context.progress().part(0.9 * m / models.size(), 0.9 * (m + 1) / models.size());
            UserValues sums = errors(model, settings.part().of(split), relevant.users(), workers, mine.part(0, 0.6));
            double[] found = of(sums.means());
            double[][] intervals = bootstrap.intervals(sums, EvaluateRating::of, workers, mine.part(0.6, 1));
            for (int i = 0; i < METRICS.size(); i++) {
                rows.add(new Metrics.Row(model.name(), METRICS.get(i), Metrics.NO_CUT, found[i], intervals[i][0], intervals[i][1], users.size()));
                series.add(new Metrics.Series(model.name(), METRICS.get(i), Metrics.NO_CUT, users, byUser(sums, i)));
            }
        }
        var tests = new PairedTests(settings.testRounds(), settings.seed()).of(series, workers, context.progress().part(0.9, 1));
        return new Metrics(rows, Doubts.of(split, settings.part(), relevant, models, List.of()), settings.testRounds() == 0 ? List.of() : tests, series);
    }

    private static UserValues errors(RatingPredictor model, Interactions judged, int[] users, Workers workers, Progress progress) {
        Histories byUser = judged.histories();
        int n = SUMS.size();
        float[] values = new float[Math.multiplyExact(users.length, n)];
        workers.each(users.length, BLOCK, progress, () -> model, (asked, from, to) -> {
            for (int k = from; k < to; k++) {
                double squares = 0, sizes = 0;
                for (int h = byUser.start()[users[k]]; h < byUser.start()[users[k] + 1]; h++) {
                    int e = byUser.event()[h];
                    double off = (double) asked.rating(users[k], judged.item()[e]) - judged.weight()[e];
                    squares += off * off;
                    sizes += Math.abs(off);
                }
                values[k * n] = (float) squares;
                values[k * n + 1] = (float) sizes;
                values[k * n + 2] = byUser.count(users[k]);
            }
        });
        return UserValues.of(users.length, SUMS, values);
    }

    /** Root mean square and mean size of the errors; the users' mean sums serve as well as the sums. */
    private static double[] of(double[] sums) {
        return new double[] {Math.sqrt(sums[0] / sums[2]), sums[1] / sums[2]};
    }

    private static float[] byUser(UserValues sums, int metric) {
        float[] all = new float[sums.users()];
        for (int u = 0; u < all.length; u++) {
            int at = u * SUMS.size();
            all[u] = (float) of(new double[] {sums.values()[at], sums.values()[at + 1], sums.values()[at + 2]})[metric];
        }
        return all;
    }
}
