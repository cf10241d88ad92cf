package shelfwise.data;

import java.util.Arrays;
import shelfwise.base.Checks;

/**
 * A sparse matrix, rows x columns, CSR: the entries of row r are {@code start[r]} to {@code start[r + 1]}, columns ascending.
 * Arrays are for kernels: they are never changed once the matrix was made.
 */
public record Sparse(int rows, int columns, int[] start, int[] column, float[] value) {
    public Sparse {
        Checks.that(start.length == rows + 1 && column.length == value.length && start[rows] == column.length, "not a CSR matrix");
    }

    /** Sums repeated cells. Cost: O(entries + rows + columns). */
    public static Sparse of(int rows, int columns, int[] row, int[] column, float[] value) {
        Sparse byColumn = bucket(columns, rows, column, row, value); // two stable bucket passes leave each row sorted by column
        int[] c = new int[value.length];
        for (int k = 0; k < columns; k++) Arrays.fill(c, byColumn.start[k], byColumn.start[k + 1], k);
        Sparse sorted = bucket(rows, columns, byColumn.column, c, byColumn.value);
        int[] start = new int[rows + 1];
        int n = 0;
        for (int r = 0; r < rows; r++) {
            int from = n;
            for (int e = sorted.start[r]; e < sorted.start[r + 1]; e++) {
                if (n > from && sorted.column[n - 1] == sorted.column[e]) sorted.value[n - 1] += sorted.value[e];
                else {
                    sorted.column[n] = sorted.column[e];
                    sorted.value[n++] = sorted.value[e];
                }
            }
            start[r + 1] = n;
        }
        return new Sparse(rows, columns, start, Arrays.copyOf(sorted.column, n), Arrays.copyOf(sorted.value, n));
    }

    /** Like {@link #of}, but repeated cells get their mean. */
    public static Sparse means(int rows, int columns, int[] row, int[] column, float[] value) {
        Sparse sums = of(rows, columns, row, column, value);
        if (sums.entries() == value.length) return sums;
        float[] once = new float[value.length];
        Arrays.fill(once, 1);
        Sparse times = of(rows, columns, row, column, once);
        for (int e = 0; e < sums.entries(); e++) sums.value[e] /= times.value[e];
        return sums;
    }

    private static Sparse bucket(int rows, int columns, int[] row, int[] column, float[] value) {
        int[] start = new int[rows + 1];
        for (int r : row) start[r + 1]++;
        for (int r = 0; r < rows; r++) start[r + 1] += start[r];
        int[] next = start.clone(), c = new int[row.length];
        float[] v = new float[row.length];
        for (int e = 0; e < row.length; e++) {
            int at = next[row[e]]++;
            c[at] = column[e];
            v[at] = value[e];
        }
        return new Sparse(rows, columns, start, c, v);
    }

    public Sparse transpose() {
        int[] r = new int[column.length];
        for (int k = 0; k < rows; k++) Arrays.fill(r, start[k], start[k + 1], k);
        return bucket(columns, rows, column, r, value);
    }

    public int entries() {
        return column.length;
    }

    public int count(int row) {
        return start[row + 1] - start[row];
    }

    /** The entry at (row, column); 0 where there is none. */
    public float at(int row, int col) {
        int e = Arrays.binarySearch(column, start[row], start[row + 1], col);
        return e < 0 ? 0 : value[e];
    }

    public boolean has(int row, int col) {
        return Arrays.binarySearch(column, start[row], start[row + 1], col) >= 0;
    }
}
