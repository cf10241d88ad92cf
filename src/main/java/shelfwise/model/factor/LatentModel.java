package shelfwise.model.factor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import shelfwise.base.Checks;
import shelfwise.base.Progress;
import shelfwise.data.Bundle;
import shelfwise.data.Interactions;
import shelfwise.data.LearningCurve;
import shelfwise.data.Sparse;
import shelfwise.data.Table;
import shelfwise.data.Vectors;
import shelfwise.model.Embedding;
import shelfwise.model.Evidence;
import shelfwise.model.Extent;
import shelfwise.model.FactorScores;
import shelfwise.model.History;
import shelfwise.model.ItemFactors;
import shelfwise.model.Memory;
import shelfwise.model.Neighbour;
import shelfwise.model.Parts;
import shelfwise.model.TopN;
import shelfwise.model.TrainedModel;
import shelfwise.model.Workers;

/**
 * score(j) = xᵤ·yⱼ + bⱼ (+ bᵤ), by item vectors learned in whatever way and the user's vector as {@link FoldIn} makes it of its events, so that
 * a known user and its history get the same scores. Silent on items that were not learned, and for users without events. Nothing adds up to
 * the score: evidence is the cosine of the vectors of each history item and the item.
 */
class LatentModel extends TrainedModel implements Embedding, FactorScores {
    private static final int USERS_AT_ONCE = 16;
    /** Of an event in the order of work: its place and its block. */
    private static final int ORDERED_BYTES = 16;

    /**
     * What was learned.
     *
     * @param operator that learned it
     * @param foldIn   makes the users' vectors
     * @param facts    what the operator needs to make {@code foldIn} again
     * @param parts    what it needs besides the items
     */
    record Learned(String operator, ItemVectors items, FoldIn foldIn, Map<String, String> facts, Map<String, Table> parts) {
        Learned(String operator, ItemVectors items, FoldIn foldIn, Map<String, String> facts) {
            this(operator, items, foldIn, facts, Map.of());
        }

        /** With the curve that its learning took. */
        Learned along(LearningCurve curve) {
            var all = new HashMap<>(parts);
            all.putAll(curve.parts());
            return new Learned(operator, items, foldIn, facts, all);
        }

        /** users x {@link FoldIn#length()}: every user's vector. */
        Factors users(Sparse rows, Workers workers, Progress progress) {
            Factors users = Factors.zero(rows.rows(), foldIn.length());
            workers.each(rows.rows(), USERS_AT_ONCE, progress, foldIn::length, (n, from, to) -> {
                for (int u = from; u < to; u++) foldIn.fold(rows, u, users.values(), u * n);
            });
            return users;
        }
    }

    private final String operator;
    final Factors users;
    final ItemVectors learned;
    private final FoldIn foldIn;
    private final Map<String, String> facts;
    private final Map<String, Table> parts;
    private final ItemFactors blocks;

    /** @param users as {@link Learned#users} makes them */
    LatentModel(String name, Interactions training, Learned learned, Factors users, boolean ratings) {
        super(name, training, ratings);
        operator = learned.operator();
        this.users = users;
        this.learned = learned.items();
        foldIn = learned.foldIn();
        facts = learned.facts();
        parts = learned.parts();
        blocks = new ItemFactors(widened(), users.length(), this.learned.bias(), this.learned.known());
    }

    /**
     * What training by passes over the events and the model hold: the matrix and once more in the order of work, the vectors and biases now and at
     * the best look, the users' vectors as they are folded in, and the items' in the order they are scored in.
     *
     * @param more vectors that are learned besides those of users and items
     */
    static Memory memory(Extent of, int factors, long more) {
        long vectors = of.users() + of.items() + more;
        return Memory.ofTraining(of).plus(of.events(), ORDERED_BYTES).plus(2 * vectors * (factors + 1), Float.BYTES)
                .plus((of.users() + 2 * (of.items() + ItemFactors.SPARE)) * (factors + 1), Float.BYTES);
    }

    /** The items' vectors, with a 1 at the end for the user's own bias where there is one. */
    private float[] widened() {
        int n = learned.vectors().length(), wide = users.length();
        if (wide == n) return learned.vectors().values();
        float[] widened = new float[Math.multiplyExact(learned.bias().length, wide)];
        for (int i = 0; i < learned.bias().length; i++) {
            System.arraycopy(learned.vectors().values(), i * n, widened, i * wide, n);
            Arrays.fill(widened, i * wide + n, (i + 1) * wide, 1);
        }
        return widened;
    }

    /** The users' vectors of a kept model. */
    static Factors users(Bundle b, FoldIn foldIn) {
        return new Factors(foldIn.length(), b.floats("factors.users"));
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
        if (silent) Parts.silence(scores);
        else blocks.score(x, at, scores);
    }

    @Override public ItemFactors itemFactors() {
        return blocks;
    }

    @Override public boolean copyVector(int user, float[] vector) {
        System.arraycopy(users.values(), user * users.length(), vector, 0, users.length());
        return matrix().count(user) > 0;
    }

    @Override public boolean copyVector(History history, float[] vector) {
        Sparse rows = row(history);
        foldIn.fold(rows, 0, vector, 0);
        return rows.count(0) > 0;
    }

    private float score(float[] x, int at, int item) {
        return learned.known()[item] ? sum(x, at, item) : Float.NEGATIVE_INFINITY;
    }

    /** The score, silent or not. */
    final float sum(float[] x, int at, int item) {
        return blocks.score(x, at, item);
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
        return Embedding.known(items(), learned.known(), learned.vectors().length(), learned.vectors().values());
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
        all.put("factors", Integer.toString(learned.vectors().length()));
        return all;
    }

    @Override protected Map<String, Table> parts() {
        var all = new HashMap<>(learned.parts());
        all.putAll(parts);
        all.put("factors.users", Bundle.floats(users.values()));
        return all;
    }
}
