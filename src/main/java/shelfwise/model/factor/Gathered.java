package shelfwise.model.factor;

import shelfwise.data.Sparse;
import shelfwise.model.Weights;
import shelfwise.model.kernel.Kernel;

/**
 * The vectors of a row's entries side by side in one thread's own array, filled up with zeros to a whole number of lanes, so that kernels
 * go over them without jumps and more than once. A row too long for it is gathered piece by piece.
 */
final class Gathered {
    /** Numbers of all vectors held at once: 1 MB, which stays in the processor's second cache. */
    private static final int NUMBERS = 1 << 18;

    private final Kernel kernel;
    private final Objective objective;
    private final Factors all;
    private final int length, most;
    private float[] vectors = new float[0];
    private float[] extra = new float[0], minusExtra = extra, confidence = extra, zeros = extra;
    private int size;

    Gathered(Kernel kernel, Objective objective, Factors all) {
        this.kernel = kernel;
        this.objective = objective;
        this.all = all;
        length = Factors.whole(all.length());
        most = Math.max(1, NUMBERS / length);
    }

    /** Whether a row of so many entries is gathered in one piece. */
    boolean holds(int entries) {
        return entries <= most;
    }

    /** Gathers the row's entries from {@code entry} on, as many as there is place for. @return how many */
    int fill(Sparse rows, int row, int entry) {
        size = Math.min(most, rows.start()[row + 1] - entry);
        if (extra.length < size) grow(Math.min(most, Math.max(size, 2 * extra.length)));
        kernel.gather(all.values(), all.length(), rows.column(), entry, size, vectors, length);
        if (objective.weights() == Weights.AS_THEY_ARE) weigh(rows.value(), entry, size);
        return size;
    }

    private void grow(int places) {
        vectors = new float[places * length];
        extra = new float[places];
        minusExtra = new float[places];
        confidence = new float[places];
        zeros = new float[places];
        if (objective.weights() == Weights.BINARY) weigh(extra, 0, places);
    }

    private void weigh(float[] weight, int from, int n) {
        for (int k = 0; k < n; k++) {
            float e = (float) objective.extra(weight[from + k]);
            extra[k] = e;
            minusExtra[k] = -e;
            confidence[k] = 1 + e;
        }
    }

    /** {@link #size()} x length. */
    float[] vectors() {
        return vectors;
    }

    int size() {
        return size;
    }

    /** Of each vector, {@link Objective#extra}. */
    float[] extra() {
        return extra;
    }

    float[] minusExtra() {
        return minusExtra;
    }

    /** 1 + {@link #extra()}. */
    float[] confidence() {
        return confidence;
    }

    float[] zeros() {
        return zeros;
    }
}
