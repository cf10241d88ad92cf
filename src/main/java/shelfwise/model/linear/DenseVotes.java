package shelfwise.model.linear;

import shelfwise.model.Votes;
import shelfwise.model.kernel.Kernel;

/** A vote of every item for every other: items x items, row i what item i votes, {@code step} numbers a row. */
final class DenseVotes implements Votes {
    private static final long LOW = 0xffff_ffffL;
    private final int items, step;
    private final float[] value;
    private final Kernel kernel = Kernel.best();

    DenseVotes(int items, int step, float[] value) {
        this.items = items;
        this.step = step;
        this.value = value;
    }

    @Override public void add(int voter, float weight, float[] scores) {
        kernel.add(weight, value, voter * step, scores, 0, items);
    }

    @Override public float of(int voter, int candidate) {
        return value[voter * step + candidate];
    }

    /** Row by row, two votes in a number, for {@link #of(int, long[])}: half of what they would take one by one. */
    long[] packed() {
        long n = (long) items * items;
        long[] packed = new long[(int) ((n + 1) / 2)];
        for (int i = 0, row = 0; i < items; i++, row += step) {
            for (int j = 0; j < items; j++) {
                long at = (long) i * items + j;
                packed[(int) (at >> 1)] |= (Float.floatToRawIntBits(value[row + j]) & LOW) << ((at & 1) * Integer.SIZE);
            }
        }
        return packed;
    }

    static DenseVotes of(int items, long[] packed) {
        int step = Gram.step(items);
        float[] value = new float[step * step];
        for (int i = 0, row = 0; i < items; i++, row += step) {
            for (int j = 0; j < items; j++) {
                long at = (long) i * items + j;
                value[row + j] = Float.intBitsToFloat((int) (packed[(int) (at >> 1)] >>> ((at & 1) * Integer.SIZE)));
            }
        }
        return new DenseVotes(items, step, value);
    }
}
