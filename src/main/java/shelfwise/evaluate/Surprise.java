package shelfwise.evaluate;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a list L holds beyond a primitive recommender's list P of the same length K (Ge, Delgado-Battenfeld, Jannach 2010, after Murakami et
 * al. 2008). The primitive recommender names what most training users had, seen items left out where they are left out of L.
 *
 * <ul>
 * <li>unexpectedness: |L \\ P| / |L|; NaN for an empty list
 * <li>serendipity: relevant items in L \\ P, divided by K
 * </ul>
 */
final class Surprise implements Family {
    private final int[] cuts;
    private final Relevant relevant;
    private final boolean excludeSeen;
    private final int[] order;
    /** Rank of each item in the primitive list at hand, from 1; 0 if it is not in it. */
    private final int[] rank;
    private final int[] primitive;

    /** @param order all items, those with most training users first */
    Surprise(int[] cuts, Relevant relevant, boolean excludeSeen, int[] order) {
        this.cuts = cuts;
        this.relevant = relevant;
        this.excludeSeen = excludeSeen;
        this.order = order;
        rank = new int[order.length];
        primitive = new int[Math.min(order.length, cuts[cuts.length - 1])];
    }

    /** Of equal counts the lower item number comes first. */
    static int[] order(int[] users) {
        long[] keys = IntStream.range(0, users.length).mapToLong(i -> (long) -users[i] << 32 | i).toArray();
        Arrays.sort(keys);
        return Arrays.stream(keys).mapToInt(k -> (int) k).toArray();
    }

    @Override public List<String> metrics() {
        return List.of("unexpectedness", "serendipity");
    }

    @Override public void measure(OneList list, double[] values, int at) {
        int n = 0;
        for (int o = 0; o < order.length && n < primitive.length; o++) {
            if (!excludeSeen || !relevant.seen().has(list.user, order[o])) primitive[n++] = order[o];
        }
        for (int p = 0; p < n; p++) rank[primitive[p]] = p + 1;
        for (int c = 0; c < cuts.length; c++) {
            int rows = Math.min(cuts[c], list.rows), unexpected = 0, useful = 0;
            for (int p = 0; p < rows; p++) {
                int known = rank[list.item(p)];
                if (known > 0 && known <= cuts[c]) continue;
                unexpected++;
                if (list.hit(p)) useful++;
            }
            values[at + c] = rows > 0 ? (double) unexpected / rows : Double.NaN;
            values[at + cuts.length + c] = (double) useful / cuts[c];
        }
        for (int p = 0; p < n; p++) rank[primitive[p]] = 0;
    }
}
