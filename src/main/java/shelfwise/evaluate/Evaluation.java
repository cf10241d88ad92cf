package shelfwise.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import shelfwise.base.Problem;
import shelfwise.base.Progress;
import shelfwise.data.Ids;
import shelfwise.data.Metrics;
import shelfwise.data.Metrics.Row;
import shelfwise.data.Metrics.Series;
import shelfwise.data.Split;
import shelfwise.evaluate.UserValues.Column;
import shelfwise.model.Recommender;
import shelfwise.model.Workers;

/** Judges models one after another by their rankings; of each it keeps rows, and user by user what tests need. */
final class Evaluation {
    /** What is kept user by user, at the main cut-off. */
    private static final Set<String> KEPT = Set.of("hit-rate", "recall", "precision", "f1", "ndcg", "ndcg-exponential", "map", "mrr", Measures.AUC, "novelty",
            "serendipity", "diversity-categories", "diversity-vectors", "revenue", "margin");
    private final Split split;
    private final EvaluateRanking.Setup setup;
    private final Relevant relevant;
    private final Measures measures;
    private final Bootstrap bootstrap;
    private final List<Segment> segments;
    private final Workers workers;
    private final int width;
    private final List<Row> rows = new ArrayList<>();
    private final List<Series> series = new ArrayList<>();
    private final List<Ranked> lists = new ArrayList<>();

    /** @throws shelfwise.base.ProblemException if nothing can be measured, or what is linked is of other items */
    Evaluation(Split split, EvaluateRanking.Linked linked, EvaluateRanking.Setup setup, String node, Workers workers) {
        this.split = split;
        this.setup = setup;
        this.workers = workers;
        relevant = Relevant.of(split, setup.part(), setup.excludeSeen(), setup.upToDate(), node);
        ItemFacts facts = ItemFacts.of(split.items(), linked.catalogue(), linked.vectors(), setup.marginColumn(), node);
        measures = Measures.of(relevant, facts, setup);
        bootstrap = new Bootstrap(setup.rounds(), setup.seed());
        segments = setup.segments() ? new Segments(relevant, facts, setup).all() : List.of();
        width = Math.min(setup.ks().getLast(), split.items().size());
    }

    static void check(List<Recommender> models, Split split, String node) {
        for (Recommender m : models) {
            if (!m.items().equals(split.items()) || !m.users().equals(split.users())) throw Problem.of("evaluate.other-ids", node, m.name()).asException();
            if (models.stream().filter(o -> o.name().equals(m.name())).count() > 1) throw Problem.of("evaluate.two-models-one-name", node, m.name()).asException();
        }
    }

    /** The values alone, with nothing beside them. */
    Metrics plain(List<Recommender> models, Progress progress) {
        for (int m = 0; m < models.size(); m++) judge(models.get(m), progress.part((double) m / models.size(), (m + 1.0) / models.size()));
        return new Metrics(rows, List.of());
    }

    Metrics whole(List<Recommender> linked, Progress progress) {
        var models = new ArrayList<>(linked);
        Yardstick.of(split, setup.popularityDays()).beside(linked, split, progress.part(0, 0)).ifPresent(models::add);
        plain(models, progress.part(0, 0.9));
        var tests = new PairedTests(setup.testRounds(), setup.seed()).of(series, workers, progress.part(0.9, 1));
        return new Metrics(rows, Doubts.of(split, setup.part(), relevant, linked, lists.subList(0, linked.size())), setup.testRounds() == 0 ? List.of() : tests, series);
    }

    private void judge(Recommender model, Progress progress) {
        Ranked ranked = new Ranking(relevant, width, setup.excludeSeen(), setup.auc()).of(model, workers, progress.part(0, 0.7));
        lists.add(new Ranked(ranked.model(), 0, new int[0], new float[0], ranked.tied()));
        UserValues values = measures.all(ranked, workers, progress.part(0.7, 0.75));
        add(model.name(), Metrics.ALL, values, bootstrap.intervals(values, workers, progress.part(0.75, 0.9)));
        Exposure exposure = Exposure.of(ranked, measures.cuts(), split.items().size());
        for (int c = 0; c < exposure.values().length; c++) {
            Column column = exposure.columns().get(c);
            rows.add(new Row(model.name(), column.metric(), column.k(), exposure.values()[c], Double.NaN, Double.NaN, relevant.users().length));
        }
        keep(model.name(), values);
        for (int s = 0; s < segments.size(); s++) {
            Progress mine = progress.part(0.9 + 0.1 * s / segments.size(), 0.9 + 0.1 * (s + 1) / segments.size());
            UserValues part = measures.of(segments.get(s), ranked, workers, mine.part(0, 0.3));
            add(model.name(), segments.get(s).id(), part, bootstrap.intervals(part, workers, mine.part(0.3, 1)));
        }
    }

    private void add(String model, String segment, UserValues values, double[][] intervals) {
        double[] means = values.means();
        for (int c = 0; c < means.length; c++) {
            Column column = values.columns().get(c);
            rows.add(new Row(model, segment, column.metric(), column.k(), means[c], intervals[c][0], intervals[c][1], values.users()));
        }
    }

    private void keep(String model, UserValues values) {
        int main = Metrics.mainCut(setup.ks());
        Ids users = series.isEmpty() ? new Ids(Arrays.stream(relevant.users()).mapToObj(split.users()::id).toList()) : series.getFirst().users();
        IntStream.range(0, values.columns().size()).forEach(c -> {
            Column column = values.columns().get(c);
            boolean wanted = KEPT.contains(column.metric()) && (column.k() == main || column.k() == Metrics.NO_CUT);
            if (wanted) series.add(new Series(model, column.metric(), column.k(), users, values.column(c)));
        });
    }
}
