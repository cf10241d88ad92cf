package shelfwise.model;

import shelfwise.base.Checks;
import shelfwise.data.Histories;
import shelfwise.data.Interactions;

/**
 * A user's events, oldest first. Arrays are never changed.
 *
 * @param item   item numbers; an item may come more than once
 * @param weight weight of each event
 */
public record History(int[] item, float[] weight) {
    public History {
        Checks.that(item.length == weight.length, "items and weights of unequal length");
    }

    public static History of(Interactions all, Histories histories, int user) {
        int from = histories.start()[user], n = histories.count(user);
        int[] item = new int[n];
        float[] weight = new float[n];
        for (int k = 0; k < n; k++) {
            item[k] = all.item()[histories.event()[from + k]];
            weight[k] = all.weight()[histories.event()[from + k]];
        }
        return new History(item, weight);
    }
}
