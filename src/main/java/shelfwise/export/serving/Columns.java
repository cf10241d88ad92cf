package shelfwise.export.serving;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import shelfwise.data.Chunk;
import shelfwise.data.ColumnType;
import shelfwise.data.Table;

/** One column of a table as a whole. */
final class Columns {
    private Columns() { }

    static List<String> texts(Table table, int column) {
        var all = new ArrayList<String>();
        scan(table, column, c -> {
            for (int i = 0; i < c.rows(); i++) all.add(c.columns().getFirst().text(i, ColumnType.TEXT));
        });
        return all;
    }

    static double[] doubles(Table table, int column) {
        double[] all = new double[Math.toIntExact(table.rows())];
        int[] at = new int[1];
        scan(table, column, c -> {
            System.arraycopy(c.doubles(0).values(), 0, all, at[0], c.rows());
            at[0] += c.rows();
        });
        return all;
    }

    static long[] longs(Table table, int column) {
        long[] all = new long[Math.toIntExact(table.rows())];
        int[] at = new int[1];
        scan(table, column, c -> {
            System.arraycopy(c.longs(0).values(), 0, all, at[0], c.rows());
            at[0] += c.rows();
        });
        return all;
    }

    private static void scan(Table table, int column, Consumer<Chunk> visitor) {
        table.scan(new int[] {column}, visitor);
    }
}
