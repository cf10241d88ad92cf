package shelfwise.data;

import java.util.Map;
import shelfwise.base.Checks;

/**
 * Events of users with items, in the order of time, ties in the order of the source.
 *
 * @param users   users by dense number
 * @param items   items by dense number
 * @param user    each event's user number
 * @param item    each event's item number
 * @param time    each event's time in milliseconds since 1970 UTC, or its place in the source where there is no time
 * @param weight  each event's weight, finite
 * @param timed   whether {@code time} is a real time
 */
public record Interactions(Ids users, Ids items, int[] user, int[] item, long[] time, float[] weight, boolean timed) implements Portable {
    public Interactions {
        Checks.that(user.length == item.length && user.length == time.length && user.length == weight.length, "columns of unequal length");
        int nUsers = users.size(), nItems = items.size();
        for (int e = 0; e < user.length; e++) {
            boolean inside = user[e] >= 0 && user[e] < nUsers && item[e] >= 0 && item[e] < nItems;
            if (!inside || e > 0 && time[e - 1] > time[e] || !Float.isFinite(weight[e])) throw wrong(e, inside, weight[e]);
        }
    }

    /** Its words are put together only when they are needed: there are millions of events. */
    private static IllegalArgumentException wrong(int event, boolean inside, float weight) {
        if (!inside) return new IllegalArgumentException("event " + event + " is outside the ids");
        return new IllegalArgumentException("event " + event + (Float.isFinite(weight) ? " is not in order of time" : " has weight " + weight));
    }

    public int size() {
        return user.length;
    }

    /** These events only (indices in ascending order), with the same ids. */
    public Interactions pick(int[] events) {
        int n = events.length;
        int[] u = new int[n], i = new int[n];
        long[] t = new long[n];
        float[] w = new float[n];
        for (int k = 0; k < n; k++) {
            u[k] = user[events[k]];
            i[k] = item[events[k]];
            t[k] = time[events[k]];
            w[k] = weight[events[k]];
        }
        return new Interactions(users, items, u, i, t, w, timed);
    }

    /** users x items, CSR; repeated pairs are summed into one, items ascending in a row. */
    public Sparse matrix() {
        return Sparse.of(users.size(), items.size(), user, item, weight);
    }

    /** users x items, CSR; of repeated pairs the mean, as ratings want it, items ascending in a row. */
    public Sparse means() {
        return Sparse.means(users.size(), items.size(), user, item, weight);
    }

    /** Each user's events in order of time: {@code rows()[u]} to {@code rows()[u + 1]} index {@code Histories.event}. */
    public Histories histories() {
        return Histories.of(this);
    }

    @Override public String hash() {
        return toBundle().hash();
    }

    @Override public Bundle toBundle() {
        return new Bundle(Map.of("timed", Boolean.toString(timed)),
                Map.of("users", Bundle.ids(users), "items", Bundle.ids(items), "user", Bundle.ints(user), "item", Bundle.ints(item),
                        "time", Bundle.longs(time), "weight", Bundle.floats(weight)));
    }

    public static Interactions of(Bundle b) {
        return new Interactions(b.ids("users"), b.ids("items"), b.ints("user"), b.ints("item"), b.longs("time"), b.floats("weight"),
                Boolean.parseBoolean(b.fact("timed")));
    }
}
