package shelfwise.profile;

import java.util.Arrays;

/** Numbers longs from 0 in order of first appearance: open addressing with linear probing. */
final class LongIndex {
    private long[] keys = new long[64];
    private int[] slots = new int[256]; // number + 1; 0 is free
    private int size;

    int size() {
        return size;
    }

    long key(int number) {
        return keys[number];
    }

    /** The number of {@code key}; -1 if it has none. */
    int find(long key) {
        return slots[slot(key)] - 1;
    }

    /** The number of {@code key}, which gets the next one if it has none. */
    int add(long key) {
        int slot = slot(key);
        if (slots[slot] > 0) return slots[slot] - 1;
        if (size == keys.length) keys = Arrays.copyOf(keys, 2 * size);
        keys[size++] = key;
        slots[slot] = size;
        if (2 * size > slots.length) grow();
        return size - 1;
    }

    private int slot(long key) {
        int mask = slots.length - 1, at = (int) Mix.of(key) & mask;
        while (slots[at] > 0 && keys[slots[at] - 1] != key) at = at + 1 & mask;
        return at;
    }

    private void grow() {
        slots = new int[2 * slots.length];
        for (int i = 0; i < size; i++) slots[slot(keys[i])] = i + 1;
    }
}
