package shelfwise.prepare;

import shelfwise.base.Progress;

/** Keys of 128 bits with the row that has each: a table with open addressing, 24 bytes a place. Not for several threads. */
final class KeySet {
    private static final int LOOK = 0xFFFF;
    private long[] high = new long[1024], low = new long[1024], row = new long[1024];
    private final Progress progress;
    private int size;

    /** @param progress looked at while it grows, which takes as long as it is large */
    KeySet(Progress progress) {
        this.progress = progress;
    }

    /** Sets the row of a key; answers the row it had, or -1 if the key is new. */
    long put(long h, long l, long newRow) {
        if (size * 2 >= high.length) grow();
        int at = find(h, l);
        long old = row[at] - 1;
        if (old < 0) size++;
        set(at, h, l, newRow + 1);
        return old;
    }

    private int find(long h, long l) {
        int mask = high.length - 1, at = (int) l & mask;
        while (row[at] != 0 && (high[at] != h || low[at] != l)) at = at + 1 & mask;
        return at;
    }

    private void set(int at, long h, long l, long rowPlusOne) {
        high[at] = h;
        low[at] = l;
        row[at] = rowPlusOne;
    }

    private void grow() {
        long[] oldHigh = high, oldLow = low, oldRow = row;
        int length = Math.multiplyExact(oldHigh.length, 2);
        high = new long[length];
        low = new long[length];
        row = new long[length];
        for (int k = 0; k < oldHigh.length; k++) {
            if ((k & LOOK) == 0) progress.check();
            if (oldRow[k] != 0) set(find(oldHigh[k], oldLow[k]), oldHigh[k], oldLow[k], oldRow[k]);
        }
    }
}
