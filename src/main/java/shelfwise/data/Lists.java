package shelfwise.data;

import java.util.Map;
import shelfwise.base.Checks;

/**
 * The top-N lists of one model, one for each of some users.
 *
 * @param model    the model's name
 * @param users    whose lists
 * @param items    all items the model knows
 * @param start    user u's rows are {@code start[u]} to {@code start[u + 1]}, best first
 * @param item     each row's item number
 * @param score    each row's score; comparable within one list only
 * @param fallback for each row 0 if the model scored it, 1 if popularity filled the list up
 */
public record Lists(String model, Ids users, Ids items, int[] start, int[] item, float[] score, int[] fallback) implements Portable {
    public Lists {
        Checks.that(start.length == users.size() + 1 && item.length == score.length && item.length == fallback.length, "columns of unequal length");
    }

    @Override public String hash() {
        return toBundle().hash();
    }

    @Override public Bundle toBundle() {
        return new Bundle(Map.of("model", model), Map.of("users", Bundle.ids(users), "items", Bundle.ids(items), "start", Bundle.ints(start),
                "item", Bundle.ints(item), "score", Bundle.floats(score), "fallback", Bundle.ints(fallback)));
    }

    public static Lists of(Bundle b) {
        return new Lists(b.fact("model"), b.ids("users"), b.ids("items"), b.ints("start"), b.ints("item"), b.floats("score"), b.ints("fallback"));
    }
}
