package shelfwise.model.torch;

import shelfwise.data.Histories;
import shelfwise.data.Interactions;
import shelfwise.model.torch.Batch.Stretch;

/**
 * The items of each user, oldest first.
 *
 * @param start user u's items are {@code item[start[u]]} to {@code item[start[u + 1] - 1]}
 * @param gap   of each item, how long ago the one before it was ({@link Gaps}); counted over whole histories, whatever stretch is looked at
 */
record Sequences(int[] start, int[] item, byte[] gap) {
    static Sequences of(Interactions events) {
        Histories histories = events.histories();
        int[] item = new int[events.size()];
        for (int k = 0; k < item.length; k++) item[k] = events.item()[histories.event()[k]];
        byte[] gap = new byte[item.length];
        for (int u = 0; events.timed() && u < histories.start().length - 1; u++) {
            for (int k = histories.start()[u] + 1; k < histories.start()[u + 1]; k++) gap[k] = Gaps.step(time(events, histories, k) - time(events, histories, k - 1));
        }
        return new Sequences(histories.start(), item, gap);
    }

    private static long time(Interactions events, Histories histories, int k) {
        return events.time()[histories.event()[k]];
    }

    int users() {
        return start.length - 1;
    }

    int count(int user) {
        return start[user + 1] - start[user];
    }

    /** Whose event this is. */
    int userOf(int event) {
        int from = 0, to = users();
        while (to - from > 1) {
            int middle = (from + to) >>> 1;
            if (start[middle] <= event) from = middle;
            else to = middle;
        }
        return from;
    }

    /** A user's items. */
    int[] of(int user) {
        return java.util.Arrays.copyOfRange(item, start[user], start[user + 1]);
    }

    /** The gaps before a user's items. */
    byte[] gaps(int user) {
        return java.util.Arrays.copyOfRange(gap, start[user], start[user + 1]);
    }

    /** The last of a user's events, {@code most} at most. */
    Stretch latest(int user, int most) {
        int n = Math.min(most, count(user));
        return new Stretch(start[user + 1] - n, n);
    }
}
