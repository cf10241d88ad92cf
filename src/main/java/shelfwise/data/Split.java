package shelfwise.data;

import java.util.HashMap;
import java.util.Map;
import shelfwise.base.Checks;

/**
 * Interactions parted for honest evaluation. All parts share the same user and item ids.
 *
 * @param train      what models are fitted on
 * @param validation what settings are chosen by; may have no events
 * @param test       what models are judged by
 * @param foldIn     events of users held out of training as a whole, by which models get to know them before they are judged; mostly none
 * @param method     how it was parted, in the words of the operator's setting: leave-last-out, last-N, global-time, rolling, last-session,
 *                   user-holdout, cold-items, random
 */
public record Split(Interactions train, Interactions validation, Interactions test, Interactions foldIn, String method) implements Portable {
    public Split {
        Checks.that(train.users().equals(test.users()) && train.items().equals(test.items())
                && train.users().equals(validation.users()) && train.items().equals(validation.items())
                && train.users().equals(foldIn.users()) && train.items().equals(foldIn.items()), "the parts must share their ids");
    }

    /** A split of which no user is held out as a whole. */
    public Split(Interactions train, Interactions validation, Interactions test, String method) {
        this(train, validation, test, train.pick(new int[0]), method);
    }

    public Ids users() {
        return train.users();
    }

    public Ids items() {
        return train.items();
    }

    @Override public String hash() {
        return toBundle().hash();
    }

    @Override public Bundle toBundle() {
        var parts = new HashMap<String, Table>();
        Map.of("train", train, "validation", validation, "test", test, "foldIn", foldIn).forEach((name, part) ->
                part.toBundle().parts().forEach((k, t) -> {
                    if (!k.equals("users") && !k.equals("items")) parts.put(name + "." + k, t);
                }));
        if (foldIn.size() == 0) parts.keySet().removeIf(name -> name.startsWith("foldIn.")); // splits kept before there was one have the same hash
        parts.put("users", Bundle.ids(users()));
        parts.put("items", Bundle.ids(items()));
        return new Bundle(Map.of("method", method, "timed", Boolean.toString(train.timed())), parts);
    }

    public static Split of(Bundle b) {
        Ids users = b.ids("users"), items = b.ids("items");
        Interactions train = part(b, "train", users, items);
        Interactions foldIn = b.parts().containsKey("foldIn.user") ? part(b, "foldIn", users, items) : train.pick(new int[0]);
        return new Split(train, part(b, "validation", users, items), part(b, "test", users, items), foldIn, b.fact("method"));
    }

    private static Interactions part(Bundle b, String name, Ids users, Ids items) {
        return new Interactions(users, items, b.ints(name + ".user"), b.ints(name + ".item"), b.longs(name + ".time"), b.floats(name + ".weight"),
                Boolean.parseBoolean(b.fact("timed")));
    }
}
