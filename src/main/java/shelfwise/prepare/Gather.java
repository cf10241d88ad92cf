package shelfwise.prepare;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import shelfwise.base.Progress;
import shelfwise.data.Cells;
import shelfwise.data.ColumnType;
import shelfwise.data.DoubleCells;
import shelfwise.data.LongCells;
import shelfwise.data.Table;
import shelfwise.data.TextCells;

/** Makes cells from other cells. */
final class Gather {
    private Gather() { }

    /** All values of a column in one piece: for catalogues and other tables that are small beside the events. */
    static Cells whole(Table table, int column, Progress progress) {
        int rows = Math.toIntExact(table.rows());
        return switch (table.schema().field(column).type()) {
            case TEXT -> {
                @Nullable String[] all = new @Nullable String[rows];
                Pass.over(table, new int[] {column}, progress, (chunk, before) -> {
                    for (int i = 0; i < chunk.rows(); i++) all[(int) before + i] = chunk.texts(0).value(i);
                });
                yield TextCells.of(all);
            }
            case DECIMAL -> {
                double[] all = new double[rows];
                Pass.over(table, new int[] {column}, progress, (chunk, before) ->
                        System.arraycopy(chunk.doubles(0).values(), 0, all, (int) before, chunk.rows()));
                yield new DoubleCells(all);
            }
            case INTEGER, TIME, BOOLEAN -> {
                long[] all = new long[rows];
                Pass.over(table, new int[] {column}, progress, (chunk, before) ->
                        System.arraycopy(chunk.longs(0).values(), 0, all, (int) before, chunk.rows()));
                yield new LongCells(all);
            }
        };
    }

    /** The cells at {@code rows}; missing where the row is -1. */
    static Cells pick(Cells cells, int[] rows) {
        return switch (cells) {
            case LongCells c -> new LongCells(Arrays.stream(rows).mapToLong(r -> r < 0 ? LongCells.MISSING : c.values()[r]).toArray());
            case DoubleCells c -> new DoubleCells(Arrays.stream(rows).mapToDouble(r -> r < 0 ? Double.NaN : c.values()[r]).toArray());
            case TextCells c -> texts(c, rows);
        };
    }

    /** Coded anew, so that a chunk does not carry the words of a whole column. */
    private static TextCells texts(TextCells cells, int[] rows) {
        @Nullable String[] all = new @Nullable String[rows.length];
        for (int i = 0; i < rows.length; i++) all[i] = rows[i] < 0 ? null : cells.value(rows[i]);
        return TextCells.of(all);
    }

    /** One cell of a column of numbers or times, rounded to the nearest where the type holds whole numbers. */
    static Cells one(double value, ColumnType type) {
        return type == ColumnType.DECIMAL ? new DoubleCells(new double[] {value}) : new LongCells(new long[] {Math.round(value)});
    }

    /** The cells, with {@code filler}'s one value where they are missing; as they are where there is no filler. */
    static Cells orElse(Cells cells, @Nullable Cells filler) {
        if (filler == null) return cells;
        return switch (cells) {
            case LongCells c -> {
                long fill = ((LongCells) filler).values()[0];
                yield new LongCells(Arrays.stream(c.values()).map(v -> v == LongCells.MISSING ? fill : v).toArray());
            }
            case DoubleCells c -> {
                double fill = ((DoubleCells) filler).values()[0];
                yield new DoubleCells(Arrays.stream(c.values()).map(v -> Double.isNaN(v) ? fill : v).toArray());
            }
            case TextCells c -> filled(c, filler.text(0, ColumnType.TEXT));
        };
    }

    private static TextCells filled(TextCells cells, String filler) {
        int known = Arrays.asList(cells.dictionary()).indexOf(filler), code = known < 0 ? cells.dictionary().length : known;
        String[] dictionary = known < 0 ? Arrays.copyOf(cells.dictionary(), code + 1) : cells.dictionary();
        if (known < 0) dictionary[code] = filler;
        return new TextCells(dictionary, Arrays.stream(cells.codes()).map(c -> c < 0 ? code : c).toArray());
    }
}
