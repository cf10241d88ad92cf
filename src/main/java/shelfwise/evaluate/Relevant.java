package shelfwise.evaluate;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import shelfwise.base.Problem;
import shelfwise.data.Histories;
import shelfwise.data.Interactions;
import shelfwise.data.Sparse;
import shelfwise.data.Split;
import shelfwise.model.History;

/**
 * What the lists of a split are judged by. A user is known by the training part, unless there are events that models did not learn from but
 * that came before what is judged: then by folding these in. Where seen items are left out of the lists, they are not asked for either: a user with
 * nothing else in the test part is not measured.
 *
 * @param train   users x items of the training part
 * @param seen    users x items that a user is known by: of the training part, and of what is folded in
 * @param folded  all events of the users who are folded in, those they trained with as well
 * @param byUser  those events by user
 * @param test    users x items of the judged part with the sums of their weights, those not asked for left out
 * @param users   users with something to be found, ascending
 * @param skipped pairs of the judged part that are not asked for because they were seen
 */
record Relevant(Sparse train, Sparse seen, Interactions folded, Histories byUser, Sparse test, int[] users, int skipped) {
    /**
     * @param upToDate whether the test part is judged with the validation events known
     * @throws shelfwise.base.ProblemException if no user is left
     */
    static Relevant of(Split split, EvaluateRanking.Part part, boolean excludeSeen, boolean upToDate, String node) {
        Interactions folded = part == EvaluateRanking.Part.TEST && upToDate ? UpToDate.events(split) : split.foldIn();
        Sparse train = split.train().matrix(), seen = known(split.train(), folded, train), all = part.of(split).matrix();
        int[] start = new int[all.rows() + 1], column = new int[all.entries()], users = new int[all.rows()];
        float[] weight = new float[all.entries()];
        int n = 0, measured = 0;
        for (int u = 0; u < all.rows(); u++) {
            for (int e = all.start()[u]; e < all.start()[u + 1]; e++) {
                if (excludeSeen && seen.has(u, all.column()[e])) continue;
                column[n] = all.column()[e];
                weight[n++] = all.value()[e];
            }
            start[u + 1] = n;
            if (n > start[u]) users[measured++] = u;
        }
        if (measured == 0) throw Problem.of(all.entries() == 0 ? "evaluate.no-" + part.name().toLowerCase(Locale.ROOT) + "-events" : "evaluate.all-seen", node).asException();
        Sparse test = new Sparse(all.rows(), all.columns(), start, Arrays.copyOf(column, n), Arrays.copyOf(weight, n));
        return new Relevant(train, seen, folded, folded.histories(), test, Arrays.copyOf(users, measured), all.entries() - n);
    }

    private static Sparse known(Interactions training, Interactions folded, Sparse train) {
        if (folded.size() == 0) return train;
        int n = training.size(), all = n + folded.size();
        int[] user = Arrays.copyOf(training.user(), all), item = Arrays.copyOf(training.item(), all);
        System.arraycopy(folded.user(), 0, user, n, folded.size());
        System.arraycopy(folded.item(), 0, item, n, folded.size());
        return Sparse.of(train.rows(), train.columns(), user, item, new float[all]);
    }

    /** What a user is to be known by where that is more than the training part; empty for all others. */
    Optional<History> heldOut(int user) {
        return byUser.count(user) == 0 ? Optional.empty() : Optional.of(History.of(folded, byUser, user));
    }

    /** Users of each item in the training part. */
    int[] popularity() {
        int[] count = new int[train.columns()];
        for (int i : train.column()) count[i]++;
        return count;
    }

    /** Users with events in the training part. */
    int trained() {
        int n = 0;
        for (int u = 0; u < train.rows(); u++) if (train.count(u) > 0) n++;
        return n;
    }
}
