package shelfwise.model.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import shelfwise.data.Sparse;

/**
 * Some users of whose items a part is left out, to be told from the others.
 *
 * @param rows  users x items: for each item left its weight / √n, n the items left of the user
 * @param width items there are
 * @param row   for each item left out the place of its user
 * @param told  the items left out
 */
record LeftOut(float[] rows, int width, int[] row, int[] told) {
    /** Users with two different items at least, parted into steps in a random order. */
    static List<int[]> steps(Sparse users, int batch, SplittableRandom random) {
        int[] order = IntStream.range(0, users.rows()).filter(u -> users.count(u) > 1).toArray();
        shuffle(order, order.length, random);
        var steps = new ArrayList<int[]>();
        for (int from = 0; from < order.length; from += batch) steps.add(Arrays.copyOfRange(order, from, Math.min(order.length, from + batch)));
        return steps;
    }

    /**
     * Draws what is left out.
     *
     * @param some   users with two items at least
     * @param share  that is left out; one item at least is, and one stays
     * @param weight of each item
     */
    static LeftOut of(Sparse users, int[] some, double share, float[] weight, SplittableRandom random) {
        var row = IntStream.builder();
        var told = IntStream.builder();
        float[] rows = new float[Math.multiplyExact(some.length, weight.length)];
        for (int r = 0; r < some.length; r++) {
            int[] items = Arrays.copyOfRange(users.column(), users.start()[some[r]], users.start()[some[r] + 1]);
            int out = Math.clamp(Math.round(share * items.length), 1, items.length - 1), left = items.length - out;
            shuffle(items, out, random);
            for (int k = 0; k < left; k++) rows[r * weight.length + items[k]] = (float) (weight[items[k]] / Math.sqrt(left));
            for (int k = left; k < items.length; k++) {
                row.add(r);
                told.add(items[k]);
            }
        }
        return new LeftOut(rows, weight.length, row.build().toArray(), told.build().toArray());
    }

    /** That of some of the users. */
    LeftOut part(int from, int to) {
        if ((to - from) * width == rows.length) return this;
        int[] some = IntStream.range(0, row.length).filter(k -> row[k] >= from && row[k] < to).toArray();
        return new LeftOut(Arrays.copyOfRange(rows, from * width, to * width), width, IntStream.of(some).map(k -> row[k] - from).toArray(),
                IntStream.of(some).map(k -> told[k]).toArray());
    }

    /** Brings as many as {@code n} numbers drawn at random to the end. */
    private static void shuffle(int[] numbers, int n, SplittableRandom random) {
        for (int k = numbers.length - 1; k >= Math.max(1, numbers.length - n); k--) {
            int other = random.nextInt(k + 1), swap = numbers[k];
            numbers[k] = numbers[other];
            numbers[other] = swap;
        }
    }

    /** The weighted sums of the vectors of what is left: users x width of the vectors. */
    NDArray sums(NDManager now, NDArray vectors) {
        return HostArrays.of(now, new Shape(rows.length / width, width), rows).matMul(vectors);
    }
}
