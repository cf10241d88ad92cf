package shelfwise.data;

import java.util.List;
import shelfwise.base.Checks;

/**
 * Some consecutive rows of a table, column by column.
 *
 * @param rows    number of rows, 1 to {@link #ROWS}
 * @param columns cells of each column, all with {@code rows} values
 */
public record Chunk(int rows, List<Cells> columns) {
    /** Rows of a full chunk. */
    public static final int ROWS = 65_536;

    public Chunk {
        Checks.inRange("rows", rows, 1, ROWS);
        columns = List.copyOf(columns);
        for (Cells c : columns) Checks.that(c.size() == rows, "a column has " + c.size() + " rows, the chunk " + rows);
    }

    public LongCells longs(int column) {
        return (LongCells) columns.get(column);
    }

    public DoubleCells doubles(int column) {
        return (DoubleCells) columns.get(column);
    }

    public TextCells texts(int column) {
        return (TextCells) columns.get(column);
    }

    /** The number in a column of type INTEGER, TIME, BOOLEAN or DECIMAL; NaN if missing. */
    public double number(int column, int row) {
        return switch (columns.get(column)) {
            case LongCells c -> c.missing(row) ? Double.NaN : c.values()[row];
            case DoubleCells c -> c.values()[row];
            case TextCells c -> throw new IllegalArgumentException("column " + column + " is text");
        };
    }

    /** These rows only, in the order given. {@code kept} must not be empty. */
    public Chunk pick(int[] kept) {
        return new Chunk(kept.length, columns.stream().map(c -> c.pick(kept)).toList());
    }

    /** The rows {@code from} (inclusive) to {@code to} (exclusive), at least one. */
    public Chunk part(int from, int to) {
        return from == 0 && to == rows ? this : new Chunk(to - from, columns.stream().map(c -> c.part(from, to)).toList());
    }
}
