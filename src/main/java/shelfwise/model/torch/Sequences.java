package shelfwise.model.torch;

import shelfwise.data.Histories;
import shelfwise.data.Interactions;
import shelfwise.model.torch.Batch.Stretch;

/**
 * The items of each user, oldest first.
 *
 * @param start user u's items are {@code item[start[u]]} to {@code item[start[u + 1] - 1]}
 */
record Sequences(int[] start, int[] item) {
    static Sequences of(Interactions events) {
        Histories histories = events.histories();
        int[] item = new int[events.size()];
        for (int k = 0; k < item.length; k++) item[k] = events.item()[histories.event()[k]];
        return new Sequences(histories.start(), item);
    }

    int users() {
        return start.length - 1;
    }

    int count(int user) {
        return start[user + 1] - start[user];
    }

    /** A user's items. */
    int[] of(int user) {
        return java.util.Arrays.copyOfRange(item, start[user], start[user + 1]);
    }

    /** The last of a user's events, {@code most} at most. */
    Stretch latest(int user, int most) {
        int n = Math.min(most, count(user));
        return new Stretch(start[user + 1] - n, n);
    }
}
