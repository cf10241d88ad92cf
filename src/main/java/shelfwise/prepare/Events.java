package shelfwise.prepare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import shelfwise.base.Progress;
import shelfwise.data.Ids;
import shelfwise.data.Interactions;

/** Small works on events that several steps share. */
final class Events {
    private Events() { }

    /** The indices of {@code time} in ascending order of time, ties in the order they have: a merge sort from the bottom up. */
    static int[] inOrder(long[] time, Progress progress) {
        int n = time.length;
        int[] from = new int[n], to = new int[n];
        boolean sorted = true;
        for (int i = 0; i < n; i++) {
            from[i] = i;
            sorted &= i == 0 || time[i - 1] <= time[i];
        }
        for (long width = 1; width < n && !sorted; width *= 2) {
            progress.check();
            for (long start = 0; start < n; start += 2 * width) {
                int middle = (int) Math.min(n, start + width), end = (int) Math.min(n, start + 2 * width);
                merge(time, from, to, (int) start, middle, end);
            }
            int[] swap = from;
            from = to;
            to = swap;
        }
        return from;
    }

    private static void merge(long[] time, int[] from, int[] to, int start, int middle, int end) {
        int left = start, right = middle;
        for (int at = start; at < end; at++) {
            boolean takeLeft = right >= end || left < middle && time[from[left]] <= time[from[right]];
            to[at] = takeLeft ? from[left++] : from[right++];
        }
    }

    /** The events {@code kept} (ascending), with the users and items that still have one, in their old order. */
    static Interactions compact(Interactions all, int[] kept) {
        int[] newUser = new int[all.users().size()], newItem = new int[all.items().size()];
        Arrays.fill(newUser, -1);
        Arrays.fill(newItem, -1);
        for (int e : kept) {
            newUser[all.user()[e]] = 0;
            newItem[all.item()[e]] = 0;
        }
        Ids users = renumber(all.users(), newUser), items = renumber(all.items(), newItem);
        Interactions picked = all.pick(kept);
        int[] user = Arrays.stream(picked.user()).map(u -> newUser[u]).toArray(), item = Arrays.stream(picked.item()).map(i -> newItem[i]).toArray();
        return new Interactions(users, items, user, item, picked.time(), picked.weight(), all.timed());
    }

    private static Ids renumber(Ids ids, int[] number) {
        List<String> left = new ArrayList<>();
        for (int k = 0; k < number.length; k++) {
            if (number[k] < 0) continue;
            number[k] = left.size();
            left.add(ids.id(k));
        }
        return new Ids(left);
    }
}
