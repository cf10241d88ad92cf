package shelfwise.model.factor;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import shelfwise.data.Sparse;
import shelfwise.model.kernel.Kernel;
import shelfwise.model.kernel.PairKernel;

/**
 * A user's vector by the loss of {@link BprLearner} against item vectors that stay as they are, which is convex: seeded stochastic steps from
 * zero, of which the second half is averaged (Polyak, Juditsky 1992). Negatives are drawn uniformly. Cost: steps x length.
 */
final class PairwiseFoldIn implements FoldIn {
    private static final int PASSES = 30, FEWEST_STEPS = 1000;
    private static final float RATE = 0.05f;

    private final ItemVectors items;
    private final int[] known;
    private final float keep;
    private final long seed;
    private final Kernel sums = Kernel.best();
    private final PairKernel kernel = PairKernel.best();

    PairwiseFoldIn(ItemVectors items, double regularisation, long seed) {
        this.items = items;
        known = IntStream.range(0, items.known().length).filter(i -> items.known()[i]).toArray();
        keep = 1 - RATE * (float) regularisation;
        this.seed = seed;
    }

    @Override public int length() {
        return items.vectors().length();
    }

    @Override public void fold(Sparse rows, int row, float[] out, int at) {
        int n = items.vectors().length(), from = rows.start()[row], count = rows.count(row);
        Arrays.fill(out, at, at + n, 0);
        if (count == 0) return;
        float[] x = new float[n];
        long[] taken = new long[(rows.columns() + 63) / 64];
        for (int e = from; e < from + count; e++) taken[rows.column()[e] >> 6] |= 1L << rows.column()[e];
        var random = new SplittableRandom(seed);
        int passes = Math.max(PASSES, Math.ceilDiv(FEWEST_STEPS, count)), averaged = passes - passes / 2;
        float part = 1f / (averaged * (float) count);
        for (int p = 0; p < passes; p++) {
            for (int e = from; e < from + count; e++) {
                int negative = draw(taken, random);
                if (negative >= 0) step(x, rows.column()[e], negative);
                if (p >= passes - averaged) sums.add(part, x, 0, out, at, n);
            }
        }
    }

    private int draw(long[] taken, SplittableRandom random) {
        for (int t = 0; t < ItemBlock.TRIES; t++) {
            int item = known[ItemBlock.below(random, known.length)];
            if ((taken[item >> 6] >> item & 1) == 0) return item;
        }
        return -1;
    }

    private void step(float[] x, int item, int negative) {
        int n = x.length, i = item * n, j = negative * n;
        float[] y = items.vectors().values();
        float step = RATE * Sigmoid.of(items.bias()[negative] - items.bias()[item] - kernel.difference(x, 0, y, i, j, n));
        kernel.towards(step, keep, x, 0, y, i, j, n);
    }
}
