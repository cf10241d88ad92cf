package shelfwise.data;

/**
 * Events grouped by user, each group in order of time.
 *
 * @param start user u's events are {@code event[start[u]]} to {@code event[start[u + 1] - 1]}
 * @param event indices into the interactions' arrays
 */
public record Histories(int[] start, int[] event) {
    static Histories of(Interactions all) {
        int[] start = new int[all.users().size() + 1];
        for (int u : all.user()) start[u + 1]++;
        for (int u = 1; u < start.length; u++) start[u] += start[u - 1];
        int[] next = start.clone(), event = new int[all.size()];
        for (int e = 0; e < event.length; e++) event[next[all.user()[e]]++] = e;
        return new Histories(start, event);
    }

    public int count(int user) {
        return start[user + 1] - start[user];
    }
}
