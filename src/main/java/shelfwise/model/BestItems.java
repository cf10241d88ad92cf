package shelfwise.model;

import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import shelfwise.data.Sparse;
import shelfwise.model.kernel.Kernel;

/**
 * Finds the best items of many users: of several at once where the model {@link FactorScores offers} its vectors, else of one after
 * another. The lists are the same either way. For one thread.
 */
public final class BestItems {
    /** Gets a user's list, which is another's after the call. */
    @FunctionalInterface
    public interface Found {
        /** @param place of the user among those asked for */
        void at(int place, TopN list);
    }

    private static final int USERS = Kernel.USERS, BLOCK = Kernel.BLOCK;

    private final Recommender model;
    private final @Nullable Sparse leftOut;
    private final IntFunction<Optional<History>> histories;
    private final @Nullable Together together;
    private final float[] scores;
    private final TopN[] lists = new TopN[USERS];

    /**
     * @param n         rows of a list, at most
     * @param leftOut   users x items that are not to be listed; null for none
     * @param histories what a user is to be known by; empty for what the model knows of the user
     */
    public BestItems(Recommender model, int n, @Nullable Sparse leftOut, IntFunction<Optional<History>> histories) {
        this.model = model;
        this.leftOut = leftOut;
        this.histories = histories;
        int items = model.items().size();
        together = model instanceof FactorScores factors ? new Together(factors) : null;
        scores = new float[together == null ? items : USERS * BLOCK];
        for (int u = 0; u < USERS; u++) lists[u] = new TopN(Math.min(n, Math.max(1, items)));
    }

    /** One thread's arrays for several users at once. */
    private static final class Together {
        final FactorScores model;
        final ItemFactors items;
        final float[] vector, users;
        /** Of each user a bit for each item that is not to be listed. */
        final long[][] taken;
        final boolean[] silent = new boolean[USERS];

        Together(FactorScores model) {
            this.model = model;
            items = model.itemFactors();
            vector = new float[items.length()];
            users = new float[items.length() * USERS];
            taken = new long[USERS][items.count()];
        }
    }

    /** Finds the lists of {@code users[from]} to {@code users[to - 1]}, in this order. */
    public void find(int[] users, int from, int to, Found found) {
        if (together == null) {
            for (int k = from; k < to; k++) found.at(k, one(users[k]));
        } else {
            for (int k = from; k < to; k += USERS) several(together, users, k, Math.min(to, k + USERS), found);
        }
    }

    private TopN one(int user) {
        histories.apply(user).ifPresentOrElse(history -> model.score(history, scores), () -> model.score(user, scores));
        if (leftOut != null) {
            for (int e = leftOut.start()[user]; e < leftOut.start()[user + 1]; e++) scores[leftOut.column()[e]] = Float.NEGATIVE_INFINITY;
        }
        lists[0].select(scores);
        return lists[0];
    }

    private void several(Together t, int[] users, int from, int to, Found found) {
        for (int k = from; k < to; k++) start(t, users[k], k - from);
        for (int u = to - from; u < USERS; u++) t.silent[u] = true;
        for (int b = 0; b < t.items.count(); b++) {
            t.items.score(b, t.users, scores);
            for (int u = 0; u < USERS; u++) if (!t.silent[u]) offer(t, b, u);
        }
        for (int k = from; k < to; k++) {
            lists[k - from].sort();
            found.at(k, lists[k - from]);
        }
    }

    private void offer(Together t, int block, int u) {
        TopN list = lists[u];
        long better = t.items.above(scores, u * BLOCK, list.floor()) & ~t.taken[u][block];
        for (; better != 0; better &= better - 1) {
            int place = Long.numberOfTrailingZeros(better);
            list.offer(block * BLOCK + place, scores[u * BLOCK + place]);
        }
    }

    private void start(Together t, int user, int u) {
        lists[u].clear();
        Optional<History> history = histories.apply(user);
        t.silent[u] = history.isPresent() ? !t.model.copyVector(history.get(), t.vector) : !t.model.copyVector(user, t.vector);
        for (int f = 0; f < t.vector.length; f++) t.users[f * USERS + u] = t.vector[f];
        long[] taken = t.taken[u];
        for (int b = 0; b < taken.length; b++) taken[b] = t.items.silent(b);
        if (leftOut == null) return;
        for (int e = leftOut.start()[user]; e < leftOut.start()[user + 1]; e++) taken[leftOut.column()[e] / BLOCK] |= 1L << leftOut.column()[e];
    }
}
