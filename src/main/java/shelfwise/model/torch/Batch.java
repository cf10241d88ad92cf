package shelfwise.model.torch;

import java.util.Arrays;

/**
 * Stretches of histories side by side, filled up at the right to the longest.
 *
 * @param rows    stretches
 * @param longest places of each
 * @param item    rows x longest
 * @param place   of each event, counted so that the last of a stretch is {@code length - 1}
 * @param gap     before each event, rows x longest
 * @param at      the places that are filled with events, as indices into {@code item}, row by row
 * @param about   what is known of the user of each row, by {@link Customers}, row by row; none where nothing is asked of users
 */
record Batch(int rows, int longest, int[] item, int[] place, int[] gap, int[] at, int[] about) {
    /** One stretch: so many items from {@code from}. */
    record Stretch(int from, int count) { }

    /** @param length of the places, at least that of the longest stretch */
    static Batch of(Sequences all, Stretch[] stretches, int length) {
        return of(all.item(), all.gap(), stretches, length);
    }

    /** @param gaps before each of the items, by {@link Gaps} */
    static Batch of(int[] items, byte[] gaps, Stretch[] stretches, int length) {
        int longest = Arrays.stream(stretches).mapToInt(Stretch::count).max().orElse(0), n = 0;
        int[] item = new int[stretches.length * longest], place = new int[item.length], gap = new int[item.length];
        int[] at = new int[Arrays.stream(stretches).mapToInt(Stretch::count).sum()];
        for (int r = 0; r < stretches.length; r++) {
            Stretch s = stretches[r];
            for (int k = 0; k < s.count(); k++) {
                int to = r * longest + k;
                item[to] = items[s.from() + k];
                place[to] = length - s.count() + k;
                gap[to] = gaps[s.from() + k];
                at[n++] = to;
            }
        }
        return new Batch(stretches.length, longest, item, place, gap, at, new int[0]);
    }

    /** Some of its rows, as long as all are. */
    Batch part(int from, int to) {
        int first = from * longest, end = to * longest, known = about.length / Math.max(1, rows);
        int[] filled = Arrays.stream(at).filter(a -> a >= first && a < end).map(a -> a - first).toArray();
        return new Batch(to - from, longest, Arrays.copyOfRange(item, first, end), Arrays.copyOfRange(place, first, end), Arrays.copyOfRange(gap, first, end), filled,
                Arrays.copyOfRange(about, from * known, to * known));
    }

    /**
     * With an empty place in front of each stretch, so that its first item can be foretold as well.
     *
     * @param about what is known of the user of each row
     */
    Batch led(int[] about) {
        int wide = longest + 1;
        int[] item = new int[rows * wide], place = new int[item.length], gap = new int[item.length], all = new int[rows + at.length];
        int n = 0;
        for (int r = 0, k = 0; r < rows; r++) {
            System.arraycopy(this.item, r * longest, item, r * wide + 1, longest);
            System.arraycopy(this.place, r * longest, place, r * wide + 1, longest);
            System.arraycopy(this.gap, r * longest, gap, r * wide + 1, longest);
            all[n++] = r * wide;
            for (; k < at.length && at[k] < (r + 1) * longest; k++) all[n++] = at[k] + r + 1;
        }
        return new Batch(rows, wide, item, place, gap, all, about);
    }
}
