package shelfwise.inspect;

import java.util.Arrays;
import shelfwise.data.Interactions;
import shelfwise.data.Sparse;

/**
 * How popular each item is in what a model was trained on.
 *
 * @param users      different users of each item
 * @param percentile share of items with fewer users, 0 (nobody has less) to 1; items with equal counts share their value
 */
public record Popularity(int[] users, float[] percentile) {
    public static Popularity of(Interactions training) {
        return of(training.matrix());
    }

    /** @param usersByItems users x items */
    public static Popularity of(Sparse usersByItems) {
        int[] users = new int[usersByItems.columns()];
        for (int item : usersByItems.column()) users[item]++;
        int[] sorted = users.clone();
        Arrays.sort(sorted);
        float[] percentile = new float[users.length];
        for (int i = 0; i < users.length; i++) percentile[i] = (float) below(sorted, users[i]) / Math.max(1, users.length - 1);
        return new Popularity(users, percentile);
    }

    private static int below(int[] sorted, int value) {
        int low = 0, high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
