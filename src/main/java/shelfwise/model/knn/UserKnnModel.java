package shelfwise.model.knn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import shelfwise.data.Bundle;
import shelfwise.data.Interactions;
import shelfwise.data.Sparse;
import shelfwise.data.Table;
import shelfwise.model.Evidence;
import shelfwise.model.Neighbour;
import shelfwise.model.Parts;
import shelfwise.model.RatingPredictor;
import shelfwise.model.TopN;
import shelfwise.model.TrainedModel;
import shelfwise.model.Weights;

/**
 * score(j) = Σ over the k nearest users v of sim(u, v) · w(v, j), or their mean. Additive over users. Neighbours are looked for when a score is asked
 * for, so that nothing is trained or kept but the data, and a new user is treated like a known one.
 *
 * <p>rating(u, j) = mean of u + Σ sim(u, v)·(r(v, j) − mean of v) / Σ sim(u, v) over the k nearest users who have j, within the scale of
 * the ratings (Resnick et al. 1994).
 *
 * <p>Users with exactly the events asked for, the user itself first of all, are passed over: they only know what is known.
 */
final class UserKnnModel extends TrainedModel implements RatingPredictor {
    private final FitUserKnn.Setup setup;
    private final RowMeasure users;
    private final ConcurrentLinkedQueue<TopN> idle = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<float[]> sums = new ConcurrentLinkedQueue<>();
    private volatile @Nullable RowMeasure items;
    private volatile @Nullable Means means;

    UserKnnModel(String name, Interactions training, FitUserKnn.Setup setup) {
        super(name, training);
        this.setup = setup;
        users = new RowMeasure(matrix(), setup.likeness(), true, name);
    }

    private interface Use {
        void of(RowMeasure.Scratch scratch, TopN nearest);
    }

    private interface Choice {
        void of(Sparse query, RowMeasure.Scratch scratch, TopN nearest);
    }

    /** Finds the nearest users of a row and lets {@code use} look at them. */
    private void near(Sparse rows, int row, Use use) {
        near(rows, row, (query, scratch, top) -> users.nearest(query, 0, -1, scratch, top), use);
    }

    private void near(Sparse rows, int row, Choice choice, Use use) {
        RowMeasure.Scratch scratch = users.take();
        TopN known = idle.poll();
        TopN top = known == null ? new TopN(Math.min(setup.neighbours(), users().size())) : known;
        Sparse query = users.query(rows, row);
        users.accumulate(query, 0, scratch);
        for (int v = 0; v < scratch.common.length; v++) {
            if (scratch.common[v] > 0 && same(rows, row, v, scratch.common[v])) scratch.common[v] = 0;
        }
        choice.of(query, scratch, top);
        use.of(scratch, top);
        users.giveBack(scratch);
        idle.add(top);
    }

    private boolean same(Sparse rows, int row, int user, int common) {
        int n = rows.count(row), from = rows.start()[row], at = matrix().start()[user];
        return common == n && matrix().count(user) == n
                && (setup.weights() == Weights.BINARY || Arrays.equals(rows.value(), from, from + n, matrix().value(), at, at + n));
    }

    @Override public String operator() {
        return "model.user-knn";
    }

    @Override protected void scoreRow(Sparse rows, int row, float[] scores) {
        Arrays.fill(scores, 0);
        near(rows, row, (_, nearest) -> {
            for (int p = 0; p < nearest.size(); p++) {
                int v = nearest.number(p), end = matrix().start()[v + 1];
                float similarity = nearest.score(p);
                for (int e = matrix().start()[v]; e < end; e++) scores[matrix().column()[e]] += similarity * weight(matrix().value()[e]);
            }
            if (setup.aggregation() == Aggregation.MEAN) divide(scores, nearest);
        });
        if (setup.aggregation() == Aggregation.SUM) Parts.silenceZeros(scores);
    }

    /** By the sum of the similarities of the users who have the item. */
    private void divide(float[] scores, TopN nearest) {
        float[] known = sums.poll(), sum = known == null ? new float[scores.length] : known;
        Arrays.fill(sum, 0);
        for (int p = 0; p < nearest.size(); p++) {
            int v = nearest.number(p), end = matrix().start()[v + 1];
            for (int e = matrix().start()[v]; e < end; e++) sum[matrix().column()[e]] += nearest.score(p);
        }
        for (int i = 0; i < scores.length; i++) scores[i] = sum[i] == 0 ? Float.NEGATIVE_INFINITY : scores[i] / sum[i];
        sums.add(sum);
    }

    /** The neighbours are the nearest of those who have the item. */
    @Override public float rating(int user, int item) {
        Means known = means;
        if (known == null) means = known = Means.of(matrix());
        Means of = known;
        double[] sum = new double[2];
        near(matrix(), user, (query, scratch, top) -> users.nearest(query, 0, columns(), item, scratch, top), (_, nearest) -> {
            for (int p = 0; p < nearest.size(); p++) {
                sum[0] += nearest.score(p) * (matrix().at(nearest.number(p), item) - of.row()[nearest.number(p)]);
                sum[1] += nearest.score(p);
            }
        });
        return of.rating(of.row()[user], sum[0], sum[1]);
    }

    private float weight(float value) {
        return setup.weights() == Weights.BINARY ? 1 : value;
    }

    /** Items by the users they have in common, in the measure chosen for users. Cost: the sum of the lengths of those users' rows. */
    @Override public List<Neighbour> similar(int item, int n) {
        if (n <= 0) return List.of();
        RowMeasure known = items;
        if (known == null) items = known = new RowMeasure(columns(), setup.likeness(), true, name());
        RowMeasure.Scratch scratch = known.take();
        var top = new TopN(Math.min(n, items().size()));
        known.accumulate(known.rows(), item, scratch);
        known.nearest(known.rows(), item, item, scratch, top);
        var found = new ArrayList<Neighbour>();
        for (int p = 0; p < top.size(); p++) found.add(new Neighbour(top.number(p), top.score(p), scratch.common[top.number(p)]));
        known.giveBack(scratch);
        return found;
    }

    /** A user near to a history. @param common items in common */
    private record Near(int user, float similarity, int common) { }

    @Override protected IntFunction<Evidence> explain(Sparse rows, int row) {
        var found = new ArrayList<Near>();
        near(rows, row, (scratch, nearest) -> {
            for (int p = 0; p < nearest.size(); p++) found.add(new Near(nearest.number(p), nearest.score(p), scratch.common[nearest.number(p)]));
        });
        return item -> explain(found, item);
    }

    private Evidence explain(List<Near> nearest, int item) {
        var parts = new ArrayList<Evidence.Part>();
        float score = 0, sum = 0; // added as in scoreRow, so that it is the same number
        for (Near n : nearest) {
            int e = Arrays.binarySearch(matrix().column(), matrix().start()[n.user()], matrix().start()[n.user() + 1], item);
            if (e < 0) continue;
            float contribution = n.similarity() * weight(matrix().value()[e]);
            score += contribution;
            sum += n.similarity();
            parts.add(Parts.part(Evidence.Kind.USER, n.user(), contribution, n.similarity(), n.common()));
        }
        if (setup.aggregation() == Aggregation.SUM) return new Evidence(score == 0 ? Float.NEGATIVE_INFINITY : score, true, Parts.ranked(parts));
        float all = sum;
        parts.replaceAll(p -> Parts.part(p.kind(), p.number(), p.contribution() / all, p.similarity(), p.support()));
        return new Evidence(all == 0 ? Float.NEGATIVE_INFINITY : score / all, true, Parts.ranked(parts));
    }

    @Override protected Map<String, String> facts() {
        return setup.facts();
    }

    @Override protected Map<String, Table> parts() {
        return Map.of();
    }

    static UserKnnModel of(Bundle b) {
        return new UserKnnModel(b.fact("name"), Interactions.of(b), FitUserKnn.Setup.of(b.facts()));
    }
}
