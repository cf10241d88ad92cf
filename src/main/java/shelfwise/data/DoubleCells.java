package shelfwise.data;

import java.util.Arrays;

/** Decimal numbers; NaN stands for a missing value. */
public record DoubleCells(double[] values) implements Cells {
    @Override public int size() {
        return values.length;
    }

    @Override public boolean missing(int row) {
        return Double.isNaN(values[row]);
    }

    @Override public String text(int row, ColumnType type) {
        double v = values[row];
        return Double.isNaN(v) ? "" : v == Math.rint(v) && Math.abs(v) < 1e15 ? Long.toString((long) v) : Double.toString(v);
    }

    @Override public DoubleCells pick(int[] rows) {
        return new DoubleCells(Arrays.stream(rows).mapToDouble(r -> values[r]).toArray());
    }

    @Override public DoubleCells part(int from, int to) {
        return new DoubleCells(Arrays.copyOfRange(values, from, to));
    }
}
