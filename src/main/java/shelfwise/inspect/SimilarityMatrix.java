package shelfwise.inspect;

import java.util.Arrays;
import shelfwise.base.Checks;

/**
 * How alike some items (or users) are to each other.
 *
 * @param number    their dense numbers, in the order of the matrix
 * @param value     n x n, row by row, symmetric; the diagonal is 1, or 0 where the row has no events
 * @param support   n x n: how many users (items) both have in common; the diagonal is the row's own count
 * @param measure   the measure
 * @param shrinkage added to the measure's denominator
 */
public record SimilarityMatrix(int[] number, float[] value, int[] support, Measure measure, double shrinkage) {
    public SimilarityMatrix {
        Checks.that(value.length == number.length * number.length && support.length == value.length, "not a square matrix");
    }

    public int size() {
        return number.length;
    }

    public float value(int row, int column) {
        return value[row * number.length + column];
    }

    public int support(int row, int column) {
        return support[row * number.length + column];
    }

    /** The same matrix with its rows and columns in another order: {@code order[k]} is the old place of the new row k. */
    public SimilarityMatrix reorder(int[] order) {
        int n = number.length;
        Checks.that(order.length == n, "an order of " + order.length + " for " + n + " rows");
        float[] v = new float[value.length];
        int[] s = new int[value.length];
        for (int r = 0; r < n; r++) {
            for (int c = 0; c < n; c++) {
                v[r * n + c] = value[order[r] * n + order[c]];
                s[r * n + c] = support[order[r] * n + order[c]];
            }
        }
        return new SimilarityMatrix(Arrays.stream(order).map(o -> number[o]).toArray(), v, s, measure, shrinkage);
    }
}
