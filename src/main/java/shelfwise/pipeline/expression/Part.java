package shelfwise.pipeline.expression;

import java.util.Arrays;
import java.util.Optional;
import shelfwise.data.Cells;
import shelfwise.data.Chunk;
import shelfwise.data.ColumnType;
import shelfwise.data.DoubleCells;
import shelfwise.data.LongCells;
import shelfwise.data.TextCells;

/**
 * A typed part of an expression.
 *
 * @param type     of its cells
 * @param constant its one value: Long, Double, String, Boolean or {@link Tree.Missing}; empty where it depends on the row
 * @param kernel   works out its cells
 */
record Part(ColumnType type, Optional<Object> constant, Kernel kernel) {
    /** Makes the cells of one chunk, never changing those that come in. */
    interface Kernel {
        Cells on(Chunk chunk);
    }

    static Part of(ColumnType type, Kernel kernel) {
        return new Part(type, Optional.empty(), kernel);
    }

    static Part column(int column, ColumnType type) {
        return of(type, chunk -> chunk.columns().get(column));
    }

    /** A value as it was written; the word {@code missing} is a number until something else is wanted. */
    static Part constant(Object value) {
        return switch (value) {
            case Long l -> new Part(ColumnType.INTEGER, Optional.of(value), chunk -> longs(chunk.rows(), l));
            case Double d -> new Part(ColumnType.DECIMAL, Optional.of(value), chunk -> doubles(chunk.rows(), d));
            case Boolean b -> new Part(ColumnType.BOOLEAN, Optional.of(value), chunk -> longs(chunk.rows(), b ? 1 : 0));
            case String s -> new Part(ColumnType.TEXT, Optional.of(value), chunk -> new TextCells(new String[] {s}, new int[chunk.rows()]));
            default -> missing(ColumnType.DECIMAL);
        };
    }

    static Part time(long millis) {
        return new Part(ColumnType.TIME, Optional.of(millis), chunk -> longs(chunk.rows(), millis));
    }

    /** No value, in a column of {@code type}. */
    static Part missing(ColumnType type) {
        Kernel kernel = switch (type) {
            case DECIMAL -> chunk -> doubles(chunk.rows(), Double.NaN);
            case INTEGER, TIME, BOOLEAN -> chunk -> longs(chunk.rows(), LongCells.MISSING);
            case TEXT -> chunk -> {
                int[] codes = new int[chunk.rows()];
                Arrays.fill(codes, -1);
                return new TextCells(new String[0], codes);
            };
        };
        return new Part(type, Optional.of(Tree.Missing.MISSING), kernel);
    }

    private static LongCells longs(int rows, long value) {
        long[] values = new long[rows];
        Arrays.fill(values, value);
        return new LongCells(values);
    }

    private static DoubleCells doubles(int rows, double value) {
        double[] values = new double[rows];
        Arrays.fill(values, value);
        return new DoubleCells(values);
    }

    boolean number() {
        return type == ColumnType.INTEGER || type == ColumnType.DECIMAL;
    }

    /** Whether it is the word {@code missing}, which may stand for any type. */
    boolean nothing() {
        return constant.filter(c -> c == Tree.Missing.MISSING).isPresent();
    }

    /** The same numbers as DECIMAL. */
    Part decimal() {
        return type == ColumnType.DECIMAL ? this : new Part(ColumnType.DECIMAL, constant, chunk -> new DoubleCells(Numbers.doubles(kernel.on(chunk))));
    }
}
