package shelfwise.model;

import org.jspecify.annotations.Nullable;
import shelfwise.base.Checks;
import shelfwise.data.Histories;
import shelfwise.data.Interactions;
import shelfwise.data.Sparse;

/**
 * A user's events, oldest first. Arrays are never changed.
 *
 * @param item   item numbers; an item may come more than once
 * @param weight weight of each event
 * @param time   of each event, in milliseconds since 1970 UTC; empty where times are not known
 * @param user   id of whose they are, for models that know something of users besides their events; null for anybody
 */
public record History(int[] item, float[] weight, long[] time, @Nullable String user) {
    public History {
        Checks.that(item.length == weight.length && (time.length == 0 || time.length == item.length), "items, weights and times of unequal length");
    }

    /** Anybody's. */
    public History(int[] item, float[] weight, long[] time) {
        this(item, weight, time, null);
    }

    /** Anybody's, without times. */
    public History(int[] item, float[] weight) {
        this(item, weight, new long[0]);
    }

    /**
     * As a matrix of one row, its repeated items summed like those of the training data.
     *
     * @param items how many the model knows
     * @throws IllegalArgumentException if an item is none of these, or a weight is not finite
     */
    public Sparse row(int items) {
        check(items);
        return Sparse.of(1, items, new int[item.length], item, weight);
    }

    /** Like {@link #row}, but repeated items get their mean weight, as ratings want it. */
    public Sparse means(int items) {
        check(items);
        return Sparse.means(1, items, new int[item.length], item, weight);
    }

    private void check(int items) {
        for (float w : weight) Checks.that(Float.isFinite(w), "the history has weight " + w);
        for (int i : item) Checks.inRange("item", i, 0, items - 1);
    }

    public static History of(Interactions all, Histories histories, int user) {
        int from = histories.start()[user], n = histories.count(user);
        int[] item = new int[n];
        float[] weight = new float[n];
        long[] time = new long[all.timed() ? n : 0];
        for (int k = 0; k < n; k++) {
            item[k] = all.item()[histories.event()[from + k]];
            weight[k] = all.weight()[histories.event()[from + k]];
            if (all.timed()) time[k] = all.time()[histories.event()[from + k]];
        }
        return new History(item, weight, time, all.users().id(user));
    }
}
