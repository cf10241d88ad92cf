package shelfwise.data;

import java.time.Instant;
import java.util.Arrays;

/** Integers, times and booleans; {@link #MISSING} stands for a missing value. */
public record LongCells(long[] values) implements Cells {
    public static final long MISSING = Long.MIN_VALUE;

    @Override public int size() {
        return values.length;
    }

    @Override public boolean missing(int row) {
        return values[row] == MISSING;
    }

    @Override public String text(int row, ColumnType type) {
        long v = values[row];
        if (v == MISSING) return "";
        return switch (type) {
            case TIME -> Instant.ofEpochMilli(v).toString();
            case BOOLEAN -> v == 0 ? "false" : "true";
            case INTEGER, DECIMAL, TEXT -> Long.toString(v);
        };
    }

    @Override public LongCells pick(int[] rows) {
        return new LongCells(Arrays.stream(rows).mapToLong(r -> values[r]).toArray());
    }

    @Override public LongCells part(int from, int to) {
        return new LongCells(Arrays.copyOfRange(values, from, to));
    }
}
