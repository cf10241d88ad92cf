package shelfwise.profile;

import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import shelfwise.base.Progress;
import shelfwise.data.LongCells;

/** Gathers the events of a table: counts for all, user, item and time of as many as the limit allows. */
final class EventLog {
    private static final double[] PAUSES = {1, 1e3, 6e4, 6e5, 1.8e6, 3.6e6, 2.16e7, 8.64e7, 6.048e8, 2.592e9, 7.776e9, 3.1536e10, 3.1536e11};

    private static final int CHECK_EVERY = 1 << 18;

    private final int limit;
    private final boolean timed;
    private int[] user = new int[1024], item = new int[1024];
    private long[] time = new long[0];
    private long[] perUser = new long[64], perItem = new long[64];
    private int size;
    private long events;

    EventLog(int limit, boolean timed) {
        this.limit = limit;
        this.timed = timed;
        if (timed) time = new long[1024];
    }

    /** @param times of type TIME; null where there are none */
    void add(int[] users, int[] items, @Nullable LongCells times) {
        for (int r = 0; r < users.length; r++) {
            if (users[r] == Tally.MISSING || items[r] == Tally.MISSING) continue;
            events++;
            if (users[r] < 0 || items[r] < 0) continue; // beyond the keys that are counted one by one
            perUser = count(perUser, users[r]);
            perItem = count(perItem, items[r]);
            if (size < limit) keep(users[r], items[r], times == null ? LongCells.MISSING : times.values()[r]);
        }
    }

    private static long[] count(long[] counts, int member) {
        long[] room = member < counts.length ? counts : Arrays.copyOf(counts, Math.max(member + 1, 2 * counts.length));
        room[member]++;
        return room;
    }

    private void keep(int u, int i, long t) {
        if (size == user.length) {
            int more = Math.min(limit, 2 * size);
            user = Arrays.copyOf(user, more);
            item = Arrays.copyOf(item, more);
            if (timed) time = Arrays.copyOf(time, more);
        }
        user[size] = u;
        item[size] = i;
        if (timed) time[size] = t;
        size++;
    }

    boolean complete() {
        return size == events;
    }

    long events() {
        return events;
    }

    long[] perUser() {
        return perUser;
    }

    long[] perItem() {
        return perItem;
    }

    /** Number of different user-item pairs. */
    long pairs(Progress progress) {
        int[] start = starts(), order = byUser(start), last = new int[perItem.length];
        long pairs = 0;
        for (int u = 0; u + 1 < start.length; u++) {
            if (u % 4096 == 0) progress.check();
            for (int e = start[u]; e < start[u + 1]; e++) {
                int i = item[order[e]];
                if (last[i] != u + 1) pairs++;
                last[i] = u + 1;
            }
        }
        return pairs;
    }

    /** What the times tell; empty where no event has one. */
    Optional<InteractionProfile.Times> times(Progress progress) {
        long[] present = timed ? Arrays.stream(time, 0, size).filter(t -> t != LongCells.MISSING).toArray() : new long[0];
        if (present.length == 0) return Optional.empty();
        long first = Arrays.stream(present).min().getAsLong(), last = Arrays.stream(present).max().getAsLong();
        Bins days = Bins.each(ChronoUnit.DAYS, first, last), months = Bins.each(ChronoUnit.MONTHS, first, last), pauses = new Bins(PAUSES, false);
        for (int e = 0; e < present.length; e++) {
            if (e % CHECK_EVERY == 0) progress.check();
            days.add(present[e], 1);
            months.add(present[e], 1);
        }
        double[] gaps = new double[present.length];
        int n = 0;
        long sameTime = 0;
        int[] start = starts(), order = byUser(start);
        for (int u = 0; u + 1 < start.length; u++) {
            if (u % 4096 == 0) progress.check();
            long[] own = Arrays.stream(order, start[u], start[u + 1]).mapToLong(e -> time[e]).filter(t -> t != LongCells.MISSING).sorted().toArray();
            for (int e = 0; e < own.length; e++) {
                boolean asBefore = e > 0 && own[e] == own[e - 1], asNext = e + 1 < own.length && own[e] == own[e + 1];
                if (asBefore || asNext) sameTime++;
                if (e > 0 && !asBefore) gaps[n++] = own[e] - own[e - 1];
            }
        }
        for (int g = 0; g < n; g++) {
            if (g % CHECK_EVERY == 0) progress.check();
            pauses.add(gaps[g], 1);
        }
        double[] sorted = Arrays.copyOf(gaps, n);
        Arrays.parallelSort(sorted);
        return Optional.of(new InteractionProfile.Times(first, last, sameTime, Quantiles.of(new Weighted(sorted)), pauses.histogram(), days.histogram(),
                months.histogram()));
    }

    private int[] starts() {
        int[] start = new int[perUser.length + 1];
        for (int e = 0; e < size; e++) start[user[e] + 1]++;
        for (int u = 0; u + 1 < start.length; u++) start[u + 1] += start[u];
        return start;
    }

    private int[] byUser(int[] start) {
        int[] next = start.clone(), order = new int[size];
        for (int e = 0; e < size; e++) order[next[user[e]]++] = e;
        return order;
    }
}
