package shelfwise.evaluate;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import shelfwise.data.Interactions;
import shelfwise.data.Split;

/**
 * What is known of users on the day that the test part begins: of those with validation events all events before it, of those held out of
 * training what they are folded in by. Published comparisons of sequential models ask this way (Kang, McAuley 2018).
 */
final class UpToDate {
    private UpToDate() { }

    /** Events of users who are to be folded in, in the order of time; of equal times those of the training part come first. O(events). */
    static Interactions events(Split split) {
        Interactions validation = split.validation(), folded = split.foldIn();
        if (validation.size() == 0) return folded;
        var later = new BitSet();
        for (int u : validation.user()) later.set(u);
        Interactions train = split.train();
        var all = new Merged(train.size() + folded.size() + validation.size());
        List<Interactions> parts = List.of(train, folded, validation);
        int[] next = new int[parts.size()];
        for (int p = earliest(parts, next); p >= 0; p = earliest(parts, next)) {
            int e = next[p]++;
            if (p > 0 || later.get(train.user()[e])) all.add(parts.get(p), e);
        }
        return all.of(train);
    }

    /** @return which part has the earliest of the next events; −1 where none is left */
    private static int earliest(List<Interactions> parts, int[] next) {
        int first = -1;
        for (int p = 0; p < next.length; p++) {
            if (next[p] == parts.get(p).size()) continue;
            if (first < 0 || parts.get(p).time()[next[p]] < parts.get(first).time()[next[first]]) first = p;
        }
        return first;
    }

    /** Events put together one after the other. */
    private static final class Merged {
        private final int[] user, item;
        private final long[] time;
        private final float[] weight;
        private int size;

        Merged(int most) {
            user = new int[most];
            item = new int[most];
            time = new long[most];
            weight = new float[most];
        }

        void add(Interactions from, int event) {
            user[size] = from.user()[event];
            item[size] = from.item()[event];
            time[size] = from.time()[event];
            weight[size++] = from.weight()[event];
        }

        Interactions of(Interactions ids) {
            return new Interactions(ids.users(), ids.items(), Arrays.copyOf(user, size), Arrays.copyOf(item, size), Arrays.copyOf(time, size),
                    Arrays.copyOf(weight, size), ids.timed());
        }
    }
}
