package shelfwise.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import shelfwise.data.Cells;

/** Counts the different values of a column; each has a number from 0 in order of first appearance. */
abstract sealed class Tally permits TextTally, NumberTally {
    /** In place of a value's number: no value, or one beyond the limit. */
    static final int MISSING = -1, UNTRACKED = -2;
    private static final int TOP = 20;

    /** What columns may still take together. */
    static final class Budget {
        private int left;

        Budget(int values) {
            left = values;
        }

        private boolean take() {
            return left > 0 && left-- > 0;
        }
    }

    private final Budget budget;
    private final int limit;
    private long[] counts = new long[64];
    private @Nullable HyperLogLog estimate;
    private long missing, rows;

    /** @param limit values that are counted one by one */
    Tally(Budget budget, int limit) {
        this.budget = budget;
        this.limit = limit;
    }

    /** Counts a chunk's values and puts their numbers into {@code index}, which has a chunk's length at least. */
    final void add(Cells cells, int[] index) {
        read(cells, index);
        rows += cells.size();
        for (int r = 0; r < cells.size(); r++) {
            if (index[r] >= 0) counts[index[r]]++;
            else if (index[r] == MISSING) missing++;
        }
    }

    /** Fills {@code index} with the values' numbers. */
    abstract void read(Cells cells, int[] index);

    /** The hash of a tracked value. */
    abstract long hash(int value);

    /** Number of tracked values. */
    abstract int tracked();

    abstract String text(int value);

    /** Whether another value may be tracked; its place is then made. */
    final boolean room() {
        int size = tracked();
        if (estimate != null || size >= limit || !budget.take()) return false;
        if (size == counts.length) counts = Arrays.copyOf(counts, 2 * size);
        return true;
    }

    /** Takes a value that there is no room for. */
    final void estimate(long hash) {
        HyperLogLog known = estimate;
        if (known == null) {
            estimate = known = new HyperLogLog();
            for (int i = 0; i < tracked(); i++) known.add(hash(i));
        }
        known.add(hash);
    }

    final boolean exact() {
        return estimate == null;
    }

    final long distinct() {
        return estimate == null ? tracked() : Math.max(tracked() + 1L, estimate.estimate());
    }

    final long missing() {
        return missing;
    }

    final long rows() {
        return rows;
    }

    final long count(int value) {
        return counts[value];
    }

    /** The most frequent values, the most frequent first, ties in order of first appearance. */
    final List<ValueCount> top() {
        record Candidate(int value, long count) implements Comparable<Candidate> {
            @Override public int compareTo(Candidate o) { // the worst first
                return count != o.count ? Long.compare(count, o.count) : Integer.compare(o.value, value);
            }
        }
        var best = new PriorityQueue<Candidate>();
        for (int i = 0; i < tracked(); i++) {
            if (best.size() == TOP && counts[i] <= best.peek().count) continue;
            best.add(new Candidate(i, counts[i]));
            if (best.size() > TOP) best.poll();
        }
        var top = new ArrayList<ValueCount>();
        while (!best.isEmpty()) {
            Candidate c = best.poll();
            top.addFirst(new ValueCount(text(c.value), c.count));
        }
        return top;
    }
}
