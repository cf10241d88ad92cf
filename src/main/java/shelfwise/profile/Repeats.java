package shelfwise.profile;

/** Tells whether a hash was seen before. Beyond its limit new hashes are no longer kept, so that repeats of those are not found. */
final class Repeats {
    private final int limit;
    private long[] slots = new long[1024]; // 0 is free
    private int size;

    Repeats(int limit) {
        this.limit = limit;
    }

    /** Whether {@code hash} came before. */
    boolean seen(long hash) {
        long key = hash == 0 ? 1 : hash;
        int mask = slots.length - 1, at = (int) key & mask;
        while (slots[at] != 0) {
            if (slots[at] == key) return true;
            at = at + 1 & mask;
        }
        if (size < limit) {
            slots[at] = key;
            if (++size > slots.length / 8 * 5) grow();
        }
        return false;
    }

    private void grow() {
        long[] old = slots;
        slots = new long[2 * old.length];
        int mask = slots.length - 1;
        for (long key : old) {
            if (key == 0) continue;
            int at = (int) key & mask;
            while (slots[at] != 0) at = at + 1 & mask;
            slots[at] = key;
        }
    }
}
