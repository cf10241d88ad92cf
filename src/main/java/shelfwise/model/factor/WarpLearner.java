package shelfwise.model.factor;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import shelfwise.base.Progress;
import shelfwise.data.Sparse;
import shelfwise.model.kernel.Kernel;

/**
 * Stochastic gradient descent on the weighted approximate-rank pairwise loss (Weston, Bengio, Usunier 2011), with an item's vector the sum of
 * its features' vectors (Kula 2015). For an event of user u with item i, items j that the user has not are drawn until one is scored above
 * s(i) − 1, at most so many; if the t-th is, the loss is ln(rank) · (1 − s(i) + s(j)), with rank = ⌊(items − 1) / t⌋. Each vector has one step
 * length, which falls with the squares of its gradients (AdaGrad: Duchi, Hazan, Singer 2011). Features are shared by items, so that one thread
 * does the work.
 */
final class WarpLearner {
    private static final int USERS_AT_ONCE = 64;
    private static final double START = 0.1;

    private final Sparse rows, features;
    private final FitWarp.Setup setup;
    private final SplittableRandom random;
    private final int[] order, sold;
    private final Kernel kernel = Kernel.best();
    private final int n;
    /** Of each user and feature: 1 and the squares of its gradients so far. */
    private final float[] userSquares, squares, biasSquares;
    private final long[] taken;
    private final float[] difference, before;
    final Factors users, vectors;
    final float[] bias;

    /** @param features items x features, by {@link ItemFeatures} */
    WarpLearner(Sparse rows, Sparse features, int[] sold, FitWarp.Setup s) {
        this.rows = rows;
        this.features = features;
        this.sold = sold;
        setup = s;
        n = s.factors();
        random = new SplittableRandom(s.seed());
        order = IntStream.range(0, rows.rows()).filter(u -> rows.count(u) > 0).toArray();
        users = Factors.random(rows.rows(), n, s.seed(), START / Math.sqrt(n));
        vectors = Factors.random(features.columns(), n, s.seed() + 1, START / Math.sqrt(n));
        bias = new float[features.columns()];
        userSquares = ones(rows.rows());
        squares = ones(features.columns());
        biasSquares = ones(features.columns());
        taken = new long[(rows.columns() + 63) / 64];
        difference = new float[n];
        before = new float[n];
    }

    private static float[] ones(int n) {
        float[] ones = new float[n];
        Arrays.fill(ones, 1);
        return ones;
    }

    float score(int user, int item) {
        float sum = 0;
        for (int e = features.start()[item]; e < features.start()[item + 1]; e++) {
            int f = features.column()[e];
            sum += features.value()[e] * (kernel.dot(users.values(), user * n, vectors.values(), f * n, n) + bias[f]);
        }
        return sum;
    }

    /** One pass over all events. */
    void epoch(int epoch, Progress progress) {
        Strata.shuffle(order, random);
        for (int k = 0; k < order.length; k++) {
            if (k % USERS_AT_ONCE == 0) progress.at(k, order.length);
            int user = order[k], from = rows.start()[user], to = rows.start()[user + 1];
            if (to - from == sold.length) continue;
            for (int e = from; e < to; e++) taken[rows.column()[e] >> 6] |= 1L << rows.column()[e];
            for (int e = from; e < to; e++) event(user, rows.column()[e]);
            for (int e = from; e < to; e++) taken[rows.column()[e] >> 6] = 0;
        }
    }

    private void event(int user, int item) {
        float least = score(user, item) - 1;
        for (int t = 1; t <= setup.draws(); t++) {
            int other = sold[ItemBlock.below(random, sold.length)];
            if ((taken[other >> 6] >> other & 1) != 0 || score(user, other) <= least) continue;
            double weight = StrictMath.log(Math.max(1, (sold.length - 1) / t));
            if (weight > 0) step(user, item, other, (float) weight);
            return;
        }
    }

    private void step(int user, int item, int other, float weight) {
        Arrays.fill(difference, 0);
        sum(item, 1);
        sum(other, -1);
        int at = user * n;
        System.arraycopy(users.values(), at, before, 0, n);
        float length = kernel.dot(before, 0, before, 0, n) / n;
        move(users.values(), at, difference, weight, rate(userSquares, user, weight * weight * kernel.dot(difference, 0, difference, 0, n) / n));
        move(item, weight, length);
        move(other, -weight, length);
    }

    private void sum(int item, float sign) {
        for (int e = features.start()[item]; e < features.start()[item + 1]; e++) {
            kernel.add(sign * features.value()[e], vectors.values(), features.column()[e] * n, difference, 0, n);
        }
    }

    private void move(int item, float weight, float length) {
        for (int e = features.start()[item]; e < features.start()[item + 1]; e++) {
            int f = features.column()[e];
            float g = weight * features.value()[e];
            move(vectors.values(), f * n, before, g, rate(squares, f, g * g * length));
            bias[f] += rate(biasSquares, f, g * g) * (g - (float) setup.regularisation() * bias[f]);
        }
    }

    private float rate(float[] sums, int at, float square) {
        sums[at] += square;
        return (float) (setup.rate() / Math.sqrt(sums[at]));
    }

    private void move(float[] v, int at, float[] direction, float weight, float rate) {
        float keep = 1 - rate * (float) setup.regularisation(), step = rate * weight;
        for (int k = 0; k < n; k++) v[at + k] = Math.fma(step, direction[k], keep * v[at + k]);
    }

    /** Every item's vector and bias as the sum of its features'; known are the items that have any. */
    ItemVectors items() {
        int items = features.rows();
        Factors summed = Factors.zero(items, n);
        float[] biases = new float[items];
        boolean[] known = new boolean[items];
        for (int i = 0; i < items; i++) {
            known[i] = features.count(i) > 0;
            for (int e = features.start()[i]; e < features.start()[i + 1]; e++) {
                kernel.add(features.value()[e], vectors.values(), features.column()[e] * n, summed.values(), i * n, n);
                biases[i] += features.value()[e] * bias[features.column()[e]];
            }
        }
        return new ItemVectors(summed, biases, known);
    }
}
