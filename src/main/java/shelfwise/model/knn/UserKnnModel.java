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
import shelfwise.model.TopN;
import shelfwise.model.TrainedModel;
import shelfwise.model.Weights;

/**
 * score(j) = Σ over the k nearest users v of sim(u, v) · w(v, j). Additive over users. Neighbours are looked for when a score is asked
 * for, so that nothing is trained or kept but the data, and a new user is treated like a known one.
 *
 * <p>Users with exactly the events asked for, the user itself first of all, are passed over: they only know what is known.
 */
final class UserKnnModel extends TrainedModel {
    private final FitUserKnn.Setup setup;
    private final RowMeasure users;
    private final ConcurrentLinkedQueue<TopN> idle = new ConcurrentLinkedQueue<>();
    private volatile @Nullable RowMeasure items;

    UserKnnModel(String name, Interactions training, FitUserKnn.Setup setup) {
        super(name, training);
        this.setup = setup;
        users = new RowMeasure(matrix(), columns(), likeness());
    }

    private RowMeasure.Likeness likeness() {
        return new RowMeasure.Likeness(setup.measure(), setup.shrinkage(), setup.weights());
    }

    private interface Use {
        void of(RowMeasure.Scratch scratch, TopN nearest);
    }

    /** Finds the nearest users of a row and lets {@code use} look at them. */
    private void near(Sparse rows, int row, Use use) {
        RowMeasure.Scratch scratch = users.take();
        TopN known = idle.poll();
        TopN top = known == null ? new TopN(Math.min(setup.neighbours(), users().size())) : known;
        users.accumulate(rows, row, scratch);
        for (int v = 0; v < scratch.common.length; v++) {
            if (scratch.common[v] > 0 && same(rows, row, v, scratch.common[v])) scratch.common[v] = 0;
        }
        users.nearest(rows, row, -1, scratch, top);
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
        });
        Parts.silenceZeros(scores);
    }

    private float weight(float value) {
        return setup.weights() == Weights.BINARY ? 1 : value;
    }

    /** Items by the users they have in common, in the measure chosen for users. Cost: the sum of the lengths of those users' rows. */
    @Override public List<Neighbour> similar(int item, int n) {
        if (n <= 0) return List.of();
        RowMeasure known = items;
        if (known == null) items = known = new RowMeasure(columns(), matrix(), likeness());
        RowMeasure.Scratch scratch = known.take();
        var top = new TopN(Math.min(n, items().size()));
        known.accumulate(columns(), item, scratch);
        known.nearest(columns(), item, item, scratch, top);
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
        float score = 0; // added as in scoreRow, so that it is the same number
        for (Near n : nearest) {
            int e = Arrays.binarySearch(matrix().column(), matrix().start()[n.user()], matrix().start()[n.user() + 1], item);
            if (e < 0) continue;
            float contribution = n.similarity() * weight(matrix().value()[e]);
            score += contribution;
            parts.add(Parts.part(Evidence.Kind.USER, n.user(), contribution, n.similarity(), n.common()));
        }
        return new Evidence(score == 0 ? Float.NEGATIVE_INFINITY : score, true, Parts.ranked(parts));
    }

    @Override protected Map<String, String> facts() {
        return Map.of("neighbours", Integer.toString(setup.neighbours()), "measure", setup.measure().name(), "shrinkage", Double.toString(setup.shrinkage()),
                "weights", setup.weights().name());
    }

    @Override protected Map<String, Table> parts() {
        return Map.of();
    }

    static UserKnnModel of(Bundle b) {
        return new UserKnnModel(b.fact("name"), Interactions.of(b), new FitUserKnn.Setup(Integer.parseInt(b.fact("neighbours")), Measure.valueOf(b.fact("measure")),
                Double.parseDouble(b.fact("shrinkage")), Weights.valueOf(b.fact("weights"))));
    }
}
