package shelfwise.prepare;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import shelfwise.data.Cells;
import shelfwise.data.ColumnType;
import shelfwise.data.DoubleCells;
import shelfwise.data.LongCells;
import shelfwise.data.Reading;
import shelfwise.data.TextCells;

/**
 * Turns a column's cells into another type. Blank text becomes missing; whole numbers become times as seconds or milliseconds since 1970.
 *
 * @param from         type of the cells
 * @param to           type wanted
 * @param millisPerOne milliseconds of one unit where a number becomes a time
 */
record Cast(ColumnType from, ColumnType to, long millisPerOne) {
    /** From here on a number that stands for a time counts milliseconds: as seconds it would be after the year 5000. */
    private static final double FIRST_MILLIS = 1e11;

    /** Told of a value that the new type can't hold; answers or throws. */
    interface Unreadable {
        void at(int row, String text);
    }

    /** Milliseconds of one unit in a column of numbers that stand for times, told by its largest value. */
    static long millisPerOne(double largest) {
        return largest >= FIRST_MILLIS ? 1 : 1000;
    }

    Cells cast(Cells cells, Unreadable unreadable) {
        if (from == to) return cells;
        return switch (to) {
            case TEXT -> texts(cells);
            case DECIMAL -> doubles(cells, unreadable);
            case INTEGER, TIME, BOOLEAN -> longs(cells, unreadable);
        };
    }

    private TextCells texts(Cells cells) {
        @Nullable String[] texts = new @Nullable String[cells.size()];
        for (int i = 0; i < texts.length; i++) texts[i] = cells.missing(i) ? null : cells.text(i, from);
        return TextCells.of(texts);
    }

    private DoubleCells doubles(Cells cells, Unreadable unreadable) {
        double[] values = new double[cells.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = Double.NaN;
            if (blank(cells, i)) continue;
            if (cells instanceof LongCells c) values[i] = c.values()[i];
            else {
                String text = cells.text(i, from);
                try {
                    values[i] = Reading.number(text);
                } catch (IllegalArgumentException _) {
                    unreadable.at(i, text);
                }
            }
        }
        return new DoubleCells(values);
    }

    private LongCells longs(Cells cells, Unreadable unreadable) {
        long[] values = new long[cells.size()];
        Arrays.fill(values, LongCells.MISSING);
        for (int i = 0; i < values.length; i++) {
            if (blank(cells, i)) continue;
            try {
                values[i] = whole(cells, i);
            } catch (IllegalArgumentException | ArithmeticException _) {
                unreadable.at(i, cells.text(i, from));
            }
        }
        return new LongCells(values);
    }

    private long whole(Cells cells, int row) {
        if (from == ColumnType.TEXT && to == ColumnType.TIME) return Reading.time(cells.text(row, from));
        if (to == ColumnType.BOOLEAN) return Reading.bool(cells.text(row, from));
        long value = cells instanceof LongCells c ? c.values()[row] : Reading.whole(cells.text(row, from));
        return to == ColumnType.TIME && from != ColumnType.TIME ? Math.multiplyExact(value, millisPerOne) : value;
    }

    private static boolean blank(Cells cells, int row) {
        return cells.missing(row) || cells instanceof TextCells c && c.text(row, ColumnType.TEXT).isBlank();
    }
}
