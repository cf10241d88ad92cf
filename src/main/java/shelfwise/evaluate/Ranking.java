package shelfwise.evaluate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import shelfwise.base.Progress;
import shelfwise.data.Metrics;
import shelfwise.model.Recommender;
import shelfwise.model.TopN;
import shelfwise.model.Workers;

/**
 * Ranks every item for every measured user. Items on which a model is silent are not in its lists, and nothing fills them up. Of equal
 * scores the lower item number comes first.
 */
final class Ranking {
    private static final int BLOCK = 16;

    /**
     * What one model reached.
     *
     * @param coverage by cut-off
     * @param tied     users whose list would be another with the equal scores at its end taken in another order
     */
    record Result(UserValues byUser, double[] coverage, int tied) { }

    private final Relevant relevant;
    private final EvaluateRanking.Setup setup;
    private final int[] cuts;
    private final RankingMetrics metrics;

    Ranking(Relevant relevant, EvaluateRanking.Setup setup) {
        this.relevant = relevant;
        this.setup = setup;
        cuts = setup.ks().stream().mapToInt(Integer::intValue).toArray();
        int[] count = relevant.popularity();
        double[] share = new double[count.length];
        for (int i = 0; i < share.length; i++) share[i] = (double) Math.max(1, count[i]) / Math.max(1, relevant.trained());
        metrics = new RankingMetrics(cuts, share);
    }

    private static final class Scratch {
        final float[] scores;
        final TopN list;
        final BitSet wanted = new BitSet();
        final BitSet[] covered;

        Scratch(int items, int[] cuts) {
            scores = new float[items];
            list = new TopN(Math.min(items, cuts[cuts.length - 1]));
            covered = new BitSet[cuts.length];
            for (int c = 0; c < cuts.length; c++) covered[c] = new BitSet();
        }
    }

    Result of(Recommender model, Workers workers, Progress progress) {
        int[] users = relevant.users();
        double[] values = new double[Math.multiplyExact(users.length, metrics.columns())];
        var scratches = new ArrayList<Scratch>();
        var tied = new AtomicInteger();
        workers.each(users.length, BLOCK, progress, () -> {
            var made = new Scratch(relevant.seen().columns(), cuts);
            synchronized (scratches) {
                scratches.add(made);
            }
            return made;
        }, (s, from, to) -> {
            for (int k = from; k < to; k++) {
                if (rank(model, users[k], s)) tied.incrementAndGet();
                metrics.measure(s.list, s.wanted, relevant.test().count(users[k]), values, k * metrics.columns());
            }
        });
        return new Result(new UserValues(model.name(), users, RankingMetrics.BY_USER, setup.ks(), values), coverage(scratches), tied.get());
    }

    /** Fills the scratch with a user's list and relevant items; tells whether scores tie across the list's end. */
    private boolean rank(Recommender model, int user, Scratch s) {
        score(model, user, s.scores);
        if (setup.excludeSeen()) {
            for (int e = relevant.seen().start()[user]; e < relevant.seen().start()[user + 1]; e++) s.scores[relevant.seen().column()[e]] = Float.NEGATIVE_INFINITY;
        }
        int rows = s.list.select(s.scores);
        s.wanted.clear();
        for (int e = relevant.test().start()[user]; e < relevant.test().start()[user + 1]; e++) s.wanted.set(relevant.test().column()[e]);
        for (int c = 0; c < cuts.length; c++) for (int p = 0; p < Math.min(rows, cuts[c]); p++) s.covered[c].set(s.list.number(p));
        return rows > 0 && tied(s, s.list.score(rows - 1));
    }

    private void score(Recommender model, int user, float[] scores) {
        relevant.heldOut(user).ifPresentOrElse(history -> model.score(history, scores), () -> model.score(user, scores));
    }

    private static boolean tied(Scratch s, float last) {
        int equal = 0, listed = 0;
        for (float score : s.scores) if (score == last) equal++;
        for (int p = 0; p < s.list.size(); p++) if (s.list.score(p) == last) listed++;
        return equal > listed;
    }

    private double[] coverage(List<Scratch> scratches) {
        double[] coverage = new double[cuts.length];
        for (int c = 0; c < cuts.length; c++) {
            var all = new BitSet();
            for (Scratch s : scratches) all.or(s.covered[c]);
            coverage[c] = (double) all.cardinality() / relevant.seen().columns();
        }
        return coverage;
    }

    /** The result as rows: all metrics of {@link RankingMetrics#BY_USER}, then coverage, which has no interval. */
    List<Metrics.Row> rows(Result result, double[][] intervals) {
        var rows = new ArrayList<Metrics.Row>();
        String model = result.byUser().model();
        int users = relevant.users().length;
        double[] means = result.byUser().means();
        for (int m = 0; m < RankingMetrics.BY_USER.size(); m++) {
            for (int c = 0; c < cuts.length; c++) {
                int column = m * cuts.length + c;
                rows.add(new Metrics.Row(model, RankingMetrics.BY_USER.get(m), cuts[c], means[column], intervals[column][0], intervals[column][1], users));
            }
        }
        for (int c = 0; c < cuts.length; c++) {
            rows.add(new Metrics.Row(model, RankingMetrics.COVERAGE, cuts[c], result.coverage()[c], Double.NaN, Double.NaN, users));
        }
        return rows;
    }
}
