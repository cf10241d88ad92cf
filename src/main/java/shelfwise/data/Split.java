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
 * @param method     how it was parted, in the words of the operator's setting: leave-last-out, global-time, random
 */
public record Split(Interactions train, Interactions validation, Interactions test, String method) implements Portable {
    public Split {
        Checks.that(train.users().equals(test.users()) && train.items().equals(test.items())
                && train.users().equals(validation.users()) && train.items().equals(validation.items()), "the parts must share their ids");
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
        Map.of("train", train, "validation", validation, "test", test).forEach((name, part) ->
                part.toBundle().parts().forEach((k, t) -> {
                    if (!k.equals("users") && !k.equals("items")) parts.put(name + "." + k, t);
                }));
        parts.put("users", Bundle.ids(users()));
        parts.put("items", Bundle.ids(items()));
        return new Bundle(Map.of("method", method, "timed", Boolean.toString(train.timed())), parts);
    }

    public static Split of(Bundle b) {
        Ids users = b.ids("users"), items = b.ids("items");
        return new Split(part(b, "train", users, items), part(b, "validation", users, items), part(b, "test", users, items), b.fact("method"));
    }

    private static Interactions part(Bundle b, String name, Ids users, Ids items) {
        return new Interactions(users, items, b.ints(name + ".user"), b.ints(name + ".item"), b.longs(name + ".time"), b.floats(name + ".weight"),
                Boolean.parseBoolean(b.fact("timed")));
    }
}
