package shelfwise.model;

import org.jspecify.annotations.Nullable;
import shelfwise.model.kernel.Kernel;

/**
 * The vectors of items in blocks, turned so that one number of all items of a block stands side by side, as {@link Kernel#products} wants
 * them. Each score is the item's own number and then one product after another, in one chain of fused multiply-adds.
 */
public final class ItemFactors {
    /** Places at most that the last block has too many. */
    public static final int SPARE = Kernel.BLOCK - 1;

    private final Kernel kernel = Kernel.best();
    private final int length, items;
    private final float[] blocks;
    private final long[] silent;

    /**
     * @param vectors items x length, row by row
     * @param own     added to each item's score; null for nothing
     * @param known   false for items on which the model is silent
     */
    public ItemFactors(float[] vectors, int length, float @Nullable [] own, boolean[] known) {
        this.length = length;
        items = known.length;
        silent = new long[Math.ceilDiv(items, Kernel.BLOCK)];
        blocks = new float[Math.multiplyExact(silent.length, blockLength())];
        for (int i = 0; i < silent.length * Kernel.BLOCK; i++) if (i >= items || !known[i]) silent[i / Kernel.BLOCK] |= 1L << i;
        for (int i = 0; i < items; i++) {
            int at = place(i);
            if (own != null) blocks[at] = own[i];
            for (int f = 0; f < length; f++) blocks[at + (f + 1) * Kernel.BLOCK] = vectors[i * length + f];
        }
    }

    private int blockLength() {
        return (length + 1) * Kernel.BLOCK;
    }

    /** Of each vector. */
    public int length() {
        return length;
    }

    /** What is added to the item's score. */
    public float own(int item) {
        return blocks[place(item)];
    }

    /** False where the model is silent on the item. */
    public boolean known(int item) {
        return (silent[item / Kernel.BLOCK] >>> item & 1) == 0;
    }

    /** Copies the item's vector to {@code vector} from {@code at}. */
    public void copy(int item, float[] vector, int at) {
        int from = place(item);
        for (int f = 0; f < length; f++) vector[at + f] = blocks[from + (f + 1) * Kernel.BLOCK];
    }

    /** Where the item's own number stands. */
    private int place(int item) {
        return item / Kernel.BLOCK * blockLength() + item % Kernel.BLOCK;
    }

    /** Blocks of 64 items. */
    int count() {
        return silent.length;
    }

    /** A bit for each of the block's items, set where the model is silent or there is no such item. */
    long silent(int block) {
        return silent[block];
    }

    /** Scores all items for the vector in {@code user} from {@code at}. */
    public void score(float[] user, int at, float[] scores) {
        for (int b = 0; b < silent.length; b++) {
            int first = b * Kernel.BLOCK;
            if (first + Kernel.BLOCK <= items) kernel.product(blocks, b * blockLength(), length, user, at, scores, first);
            else {
                float[] last = new float[Kernel.BLOCK];
                kernel.product(blocks, b * blockLength(), length, user, at, last, 0);
                System.arraycopy(last, 0, scores, first, items - first);
            }
            for (long bits = silent[b]; bits != 0; bits &= bits - 1) {
                int item = first + Long.numberOfTrailingZeros(bits);
                if (item < items) scores[item] = Float.NEGATIVE_INFINITY;
            }
        }
    }

    /** Scores one item, with the same bits; silent or not. */
    public float score(float[] user, int at, int item) {
        int from = place(item);
        float sum = blocks[from];
        for (int f = 0; f < length; f++) sum = Math.fma(user[at + f], blocks[from + (f + 1) * Kernel.BLOCK], sum);
        return sum;
    }

    /** Scores the items of a block for {@link Kernel#USERS} users. @param users length x USERS @param scores USERS x BLOCK */
    void score(int block, float[] users, float[] scores) {
        kernel.products(blocks, block * blockLength(), length, users, scores);
    }

    /** A bit for each of the 64 scores from {@code from} that is more than {@code floor}. */
    long above(float[] scores, int from, float floor) {
        return kernel.above(scores, from, floor);
    }
}
