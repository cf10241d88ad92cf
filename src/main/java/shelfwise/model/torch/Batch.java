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
 */
record Batch(int rows, int longest, int[] item, int[] place, int[] gap, int[] at) {
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
        return new Batch(stretches.length, longest, item, place, gap, at);
    }
}
