package shelfwise.model.factor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import shelfwise.base.Checks;
import shelfwise.base.Progress;
import shelfwise.data.Bundle;
import shelfwise.data.Interactions;
import shelfwise.data.Sparse;
import shelfwise.data.Table;
import shelfwise.data.Vectors;
import shelfwise.model.Embedding;
import shelfwise.model.Evidence;
import shelfwise.model.Neighbour;
import shelfwise.model.Parts;
import shelfwise.model.TopN;
import shelfwise.model.TrainedModel;
import shelfwise.model.Workers;
import shelfwise.model.kernel.Kernel;

/**
 * score(j) = xᵤ·yⱼ + bⱼ, by item vectors learned in whatever way and the user's vector as {@link FoldIn} makes it of its events, so that a
 * known user and its history get the same scores. Silent on items that were not learned, and for users without events. Nothing adds up to
 * the score: evidence is the cosine of the vectors of each history item and the item.
 */
final class LatentModel extends TrainedModel implements Embedding {
    private static final int USERS_AT_ONCE = 16;

    private final String operator;
    private final Factors users;
    private final ItemVectors learned;
    private final FoldIn foldIn;
    private final Map<String, String> facts;
    private final Kernel kernel = Kernel.best();

    private LatentModel(String operator, String name, Interactions training, Factors users, ItemVectors learned, FoldIn foldIn, Map<String, String> facts) {
        super(name, training);
        this.operator = operator;
        this.users = users;
        this.learned = learned;
        this.foldIn = foldIn;
        this.facts = facts;
    }

    /** Folds all users in. @param facts what the operator needs to make {@code foldIn} again */
    static LatentModel of(String operator, String name, Interactions training, ItemVectors learned, FoldIn foldIn, Map<String, String> facts, Workers workers,
            Progress progress) {
        Sparse rows = training.matrix();
        int length = learned.vectors().length();
        Factors users = Factors.zero(rows.rows(), length);
        workers.each(rows.rows(), USERS_AT_ONCE, progress, () -> length, (n, from, to) -> {
            for (int u = from; u < to; u++) foldIn.fold(rows, u, users.values(), u * n);
        });
        return new LatentModel(operator, name, training, users, learned, foldIn, facts);
    }

    @Override public String operator() {
        return operator;
    }

    @Override public void score(int user, float[] scores) {
        Checks.that(scores.length == items().size(), "scores has " + scores.length + " places for " + items().size() + " items");
        multiply(matrix().count(user) == 0, users.values(), user * users.length(), scores);
    }

    @Override protected void scoreRow(Sparse rows, int row, float[] scores) {
        float[] x = new float[users.length()];
        foldIn.fold(rows, row, x, 0);
        multiply(rows.count(row) == 0, x, 0, scores);
    }

    private void multiply(boolean silent, float[] x, int at, float[] scores) {
        for (int i = 0; i < scores.length; i++) scores[i] = silent ? Float.NEGATIVE_INFINITY : score(x, at, i);
    }

    private float score(float[] x, int at, int item) {
        if (!learned.known()[item]) return Float.NEGATIVE_INFINITY;
        return kernel.dot(x, at, learned.vectors().values(), item * users.length(), users.length()) + learned.bias()[item];
    }

    /** By the cosine of the items' vectors; support is users in common. */
    @Override public List<Neighbour> similar(int item, int n) {
        if (n <= 0 || !learned.known()[item]) return List.of();
        float[] scores = new float[items().size()];
        for (int i = 0; i < scores.length; i++) scores[i] = i == item || !learned.known()[i] ? Float.NEGATIVE_INFINITY : (float) learned.cosine(item, i);
        var top = new TopN(Math.min(n, scores.length));
        var found = new ArrayList<Neighbour>();
        for (int p = 0, size = top.select(scores); p < size; p++) {
            found.add(new Neighbour(top.number(p), top.score(p), Parts.common(columns(), item, top.number(p))));
        }
        return found;
    }

    @Override public Vectors itemVectors() {
        return Embedding.known(items(), learned.known(), users.length(), learned.vectors().values());
    }

    @Override protected IntFunction<Evidence> explain(Sparse rows, int row) {
        float[] x = new float[users.length()];
        foldIn.fold(rows, row, x, 0);
        return item -> explain(rows, row, item, rows.count(row) == 0 ? Float.NEGATIVE_INFINITY : score(x, 0, item));
    }

    private Evidence explain(Sparse rows, int row, int item, float score) {
        if (score == Float.NEGATIVE_INFINITY) return new Evidence(score, false, List.of());
        var parts = new ArrayList<Evidence.Part>();
        for (int e = rows.start()[row]; e < rows.start()[row + 1]; e++) {
            int i = rows.column()[e];
            double cosine = learned.cosine(i, item);
            if (!Double.isNaN(cosine)) parts.add(Parts.part(Evidence.Kind.ITEM, i, cosine, cosine, Parts.common(columns(), i, item)));
        }
        return new Evidence(score, false, Parts.ranked(parts));
    }

    @Override protected Map<String, String> facts() {
        var all = new HashMap<>(facts);
        all.put("factors", Integer.toString(users.length()));
        return all;
    }

    @Override protected Map<String, Table> parts() {
        var all = new HashMap<>(learned.parts());
        all.put("factors.users", Bundle.floats(users.values()));
        return all;
    }

    static LatentModel restore(String operator, Bundle b, ItemVectors learned, FoldIn foldIn, Map<String, String> facts) {
        return new LatentModel(operator, b.fact("name"), Interactions.of(b), new Factors(learned.vectors().length(), b.floats("factors.users")), learned, foldIn, facts);
    }
}
