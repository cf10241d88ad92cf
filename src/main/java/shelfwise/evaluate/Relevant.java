package shelfwise.evaluate;

import java.util.Arrays;
import shelfwise.base.Problem;
import shelfwise.data.Sparse;
import shelfwise.data.Split;

/**
 * What the lists of a split are judged by. Where seen items are left out of the lists, they are not asked for either: a user with
 * nothing else in the test part is not measured.
 *
 * @param seen    users x items of the training part
 * @param test    users x items of the test part, those not asked for left out
 * @param users   users with something to be found, ascending
 * @param skipped pairs of the test part that are not asked for because they were seen
 */
record Relevant(Sparse seen, Sparse test, int[] users, int skipped) {
    /** @throws shelfwise.base.ProblemException if no user is left */
    static Relevant of(Split split, boolean excludeSeen, String node) {
        Sparse seen = split.train().matrix(), all = split.test().matrix();
        int[] start = new int[all.rows() + 1], column = new int[all.entries()], users = new int[all.rows()];
        int n = 0, measured = 0;
        for (int u = 0; u < all.rows(); u++) {
            for (int e = all.start()[u]; e < all.start()[u + 1]; e++) {
                if (!excludeSeen || !seen.has(u, all.column()[e])) column[n++] = all.column()[e];
            }
            start[u + 1] = n;
            if (n > start[u]) users[measured++] = u;
        }
        if (measured == 0) throw Problem.of(all.entries() == 0 ? "evaluate.no-test-events" : "evaluate.all-seen", node).asException();
        return new Relevant(seen, new Sparse(all.rows(), all.columns(), start, Arrays.copyOf(column, n), new float[n]), Arrays.copyOf(users, measured), all.entries() - n);
    }

    /** Users of each item in the training part. */
    int[] popularity() {
        int[] count = new int[seen.columns()];
        for (int i : seen.column()) count[i]++;
        return count;
    }

    /** Users with events in the training part. */
    int trained() {
        int n = 0;
        for (int u = 0; u < seen.rows(); u++) if (seen.count(u) > 0) n++;
        return n;
    }
}
