package shelfwise.evaluate;

import java.util.BitSet;

/** One user's list with what was to be found, as the metrics see it; filled again for each user, for one thread. */
final class OneList {
    int user;
    /** Items of many lists; this one starts at {@link #from}. */
    int[] items = {};
    int from, rows;
    final BitSet wanted = new BitSet();
    int wantedCount;

    /** The item at {@code place}, 0 for the best. */
    int item(int place) {
        return items[from + place];
    }

    boolean hit(int place) {
        return place < rows && wanted.get(items[from + place]);
    }
}
