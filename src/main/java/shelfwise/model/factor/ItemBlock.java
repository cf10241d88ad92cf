package shelfwise.model.factor;

import java.util.SplittableRandom;

/**
 * One thread's copy of the vectors of the users and items it works on: next to each other, and on no line of the cache that another thread
 * writes to, which would slow both.
 */
final class ItemBlock {
    /** Draws before an event is left without a negative: its user has nearly all items of the block. */
    static final int TRIES = 64;

    final int length;
    /** The user at work. */
    final float[] user;
    /** The block's items, place by place. */
    float[] vectors = new float[0];
    float[] bias = new float[0];
    /** A bit for each place. */
    long[] taken = new long[0];
    private final Factors all;
    private final float[] allBias;

    ItemBlock(Factors all, float[] allBias) {
        this.all = all;
        this.allBias = allBias;
        length = all.length();
        user = new float[length];
    }

    void load(int[] items, int from, int to) {
        if (vectors.length < (to - from) * length) {
            vectors = new float[(to - from) * length];
            bias = new float[to - from];
            taken = new long[(to - from + 63) / 64];
        }
        for (int k = from; k < to; k++) {
            System.arraycopy(all.values(), items[k] * length, vectors, (k - from) * length, length);
            bias[k - from] = allBias[items[k]];
        }
    }

    void store(int[] items, int from, int to) {
        for (int k = from; k < to; k++) {
            System.arraycopy(vectors, (k - from) * length, all.values(), items[k] * length, length);
            allBias[items[k]] = bias[k - from];
        }
    }

    void take(int place) {
        taken[place >> 6] |= 1L << place;
    }

    boolean taken(int place) {
        return (taken[place >> 6] >> place & 1) != 0;
    }

    void release(int place) {
        taken[place >> 6] = 0;
    }

    /** A place that is not taken, each with the same chance; -1 where so many draws found none. */
    int draw(SplittableRandom random, int places) {
        for (int t = 0; t < TRIES; t++) {
            int place = below(random, places);
            if (!taken(place)) return place;
        }
        return -1;
    }

    /** 0 to n − 1; of unequal chance by less than n / 2³², and with no division. */
    static int below(SplittableRandom random, int n) {
        return (int) ((random.nextInt() & 0xFFFF_FFFFL) * n >>> Integer.SIZE);
    }
}
