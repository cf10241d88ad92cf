package shelfwise.model.factor;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import shelfwise.data.Sparse;
import shelfwise.model.kernel.Kernel;

/**
 * A user's vector and bias by the loss of {@link LogisticLearner} against items that stay as they are, which is convex: seeded stochastic steps
 * from zero, of which the second half is averaged (Polyak, Juditsky 1992). Cost: steps x length.
 */
final class LogisticFoldIn implements FoldIn {
    private static final int PASSES = 20, FEWEST_EVENTS = 600;
    private static final float RATE = 0.05f;

    private final ItemVectors items;
    private final int[] known;
    private final FitLogistic.Setup setup;
    private final float keep;
    private final int n;
    private final Kernel kernel = Kernel.best();

    LogisticFoldIn(ItemVectors items, FitLogistic.Setup setup) {
        this.items = items;
        this.setup = setup;
        known = IntStream.range(0, items.known().length).filter(i -> items.known()[i]).toArray();
        keep = 1 - RATE * (float) setup.regularisation();
        n = items.vectors().length();
    }

    @Override public int length() {
        return n + 1;
    }

    @Override public void fold(Sparse rows, int row, float[] out, int at) {
        int from = rows.start()[row], count = rows.count(row);
        Arrays.fill(out, at, at + n + 1, 0);
        if (count == 0) return;
        float[] x = new float[n + 1];
        long[] taken = new long[(rows.columns() + 63) / 64];
        for (int e = from; e < from + count; e++) taken[rows.column()[e] >> 6] |= 1L << rows.column()[e];
        var random = new SplittableRandom(setup.seed());
        int passes = Math.max(PASSES, Math.ceilDiv(FEWEST_EVENTS, count)), averaged = passes - passes / 2;
        float part = 1f / (averaged * (float) count);
        for (int p = 0; p < passes; p++) {
            for (int e = from; e < from + count; e++) {
                event(x, rows.column()[e], setup.confidence(rows.value()[e]), taken, random);
                if (p >= passes - averaged) kernel.add(part, x, 0, out, at, n + 1);
            }
        }
    }

    private void event(float[] x, int item, float weight, long[] taken, SplittableRandom random) {
        step(x, item, weight, 1);
        for (int k = 0; k < setup.negatives(); k++) {
            int other = draw(taken, random);
            if (other >= 0) step(x, other, 1, 0);
        }
    }

    private int draw(long[] taken, SplittableRandom random) {
        for (int t = 0; t < ItemBlock.TRIES; t++) {
            int item = known[ItemBlock.below(random, known.length)];
            if ((taken[item >> 6] >> item & 1) == 0) return item;
        }
        return -1;
    }

    private void step(float[] x, int item, float weight, int label) {
        float[] y = items.vectors().values();
        float score = kernel.dot(x, 0, y, item * n, n) + x[n] + items.bias()[item];
        float step = RATE * weight * (label - Sigmoid.of(score));
        for (int k = 0; k < n; k++) x[k] = Math.fma(step, y[item * n + k], keep * x[k]);
        x[n] = keep * x[n] + step;
    }
}
