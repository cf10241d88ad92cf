package shelfwise.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import shelfwise.base.Progress;
import shelfwise.data.Cells;
import shelfwise.data.Chunk;
import shelfwise.data.ColumnType;
import shelfwise.data.Field;
import shelfwise.data.LongCells;
import shelfwise.data.Schema;
import shelfwise.data.Table;
import shelfwise.data.TableBuilder;

/** Finds the rows behind an alert in the table it was found in. */
public final class AlertRows {
    private AlertRows() { }

    /** Ends a scan early. */
    private static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Enough() {
            super(null, null, false, false);
        }
    }

    /**
     * The alert's rows from number {@code from} (inclusive, from 0) to {@code to} (exclusive), in the table's order, each with its number in
     * the table (from 1) in a first column {@code #}. The scan ends at the last row asked for.
     *
     * @param related what the profile was made with: needed for ids that a list lacks
     */
    public static Table rows(Table table, Alert alert, Related related, long from, long to, Progress progress) {
        return rows(table, alert.rows(), related, from, to, progress);
    }

    /** The same for any filter: the rows of a bar of a histogram, of a frequent value. */
    public static Table rows(Table table, RowFilter filter, Related related, long from, long to, Progress progress) {
        RowTest test = RowTest.of(filter, table, related, progress.part(0, 0.5));
        var builder = new TableBuilder(numbered(table.schema()));
        long[] state = new long[2]; // rows seen, rows found
        Progress scanning = progress.part(0.5, 1);
        try {
            table.scan(chunk -> {
                scanning.at(state[0], table.rows());
                int[] found = test.select(chunk);
                int first = Math.clamp(from - state[1], 0, found.length), last = Math.clamp(to - state[1], first, found.length);
                if (first < last) builder.add(numbered(chunk, Arrays.copyOfRange(found, first, last), state[0] + 1));
                state[0] += chunk.rows();
                state[1] += found.length;
                if (state[1] >= to) throw new Enough();
            });
        } catch (Enough e) {
            return builder.build();
        }
        return builder.build();
    }

    public static Table rows(Table table, Alert alert, long from, long to, Progress progress) {
        return rows(table, alert, Related.NONE, from, to, progress);
    }

    private static Schema numbered(Schema schema) {
        String name = "#";
        while (schema.find(name).isPresent()) name += "#";
        var fields = new ArrayList<Field>(List.of(new Field(name, ColumnType.INTEGER)));
        fields.addAll(schema.fields());
        return new Schema(fields);
    }

    private static Chunk numbered(Chunk chunk, int[] rows, long first) {
        var columns = new ArrayList<Cells>(List.of(new LongCells(Arrays.stream(rows).mapToLong(r -> first + r).toArray())));
        columns.addAll(chunk.pick(rows).columns());
        return new Chunk(rows.length, columns);
    }
}
