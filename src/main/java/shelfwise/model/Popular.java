package shelfwise.model;

import java.util.stream.IntStream;
import shelfwise.data.Sparse;

/**
 * Items by their different users over all of the training data, most first, of equal ones the lower number: what fills lists up.
 *
 * @param order items that somebody took, then those that nobody took
 * @param share users of each item by its number, as a share of all users, 0 to 1
 */
record Popular(int[] order, float[] share) {
    static Popular of(Sparse usersByItems) {
        int[] users = new int[usersByItems.columns()];
        for (int i : usersByItems.column()) users[i]++;
        float[] share = new float[users.length];
        for (int i = 0; i < share.length; i++) share[i] = (float) users[i] / usersByItems.rows();
        int[] order = IntStream.range(0, users.length).boxed().sorted((a, b) -> users[a] != users[b] ? users[b] - users[a] : a - b)
                .mapToInt(Integer::intValue).toArray();
        return new Popular(order, share);
    }
}
