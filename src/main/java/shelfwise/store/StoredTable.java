package shelfwise.store;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import shelfwise.base.Problem;
import shelfwise.data.Cells;
import shelfwise.data.Chunk;
import shelfwise.data.Field;
import shelfwise.data.Schema;
import shelfwise.data.Table;
import shelfwise.data.TableBuilder;
import shelfwise.data.TableHasher;

/**
 * A table that lies in the store: only the columns and chunks asked for are read, each time anew.
 *
 * @param columns where each column of the schema lies
 */
record StoredTable(Database database, Schema schema, long rows, String hash, List<StoredColumn> columns) implements Table {
    /** @param id of its chunks; {@code hash} is of its values alone */
    record StoredColumn(long id, String hash) { }

    StoredTable {
        columns = List.copyOf(columns);
    }

    @Override public void scan(int[] wanted, Consumer<Chunk> visitor) {
        scan(wanted, 0, chunks(), visitor);
    }

    private int chunks() {
        return Math.toIntExact(Math.ceilDiv(rows, (long) Chunk.ROWS));
    }

    private void scan(int[] wanted, int fromChunk, int toChunk, Consumer<Chunk> visitor) {
        for (int chunk = fromChunk; chunk < toChunk; chunk++) {
            int number = chunk, n = (int) Math.min(Chunk.ROWS, rows - (long) chunk * Chunk.ROWS);
            List<Cells> cells = database.read(c -> {
                try (var select = c.prepareStatement("SELECT data FROM column_chunk WHERE column_id = ? AND chunk = ?")) {
                    var read = new Cells[wanted.length];
                    for (int i = 0; i < wanted.length; i++) {
                        select.setLong(1, columns.get(wanted[i]).id());
                        select.setInt(2, number);
                        try (var rows = select.executeQuery()) {
                            if (!rows.next()) throw Problem.of("store.table-gone", schema.field(wanted[i]).name()).asException();
                            read[i] = CellsCoding.decode(rows.getBytes(1), n);
                        }
                    }
                    return List.of(read);
                }
            });
            visitor.accept(new Chunk(n, cells));
        }
    }

    @Override public Table slice(long from, long to) {
        long first = Math.clamp(from, 0, rows), last = Math.clamp(to, first, rows);
        var builder = new TableBuilder(schema);
        if (first == last) return builder.build();
        int firstChunk = (int) (first / Chunk.ROWS), endChunk = (int) Math.ceilDiv(last, (long) Chunk.ROWS);
        var at = new long[] {(long) firstChunk * Chunk.ROWS};
        scan(IntStream.range(0, schema.size()).toArray(), firstChunk, endChunk, chunk -> {
            int start = (int) Math.max(0, first - at[0]), end = (int) Math.min(chunk.rows(), last - at[0]);
            builder.add(chunk.pick(IntStream.range(start, end).toArray()));
            at[0] += chunk.rows();
        });
        return builder.build();
    }

    @Override public Table select(List<String> names) {
        int[] wanted = names.stream().mapToInt(schema::index).toArray();
        return with(new Schema(IntStream.of(wanted).mapToObj(schema::field).toList()), IntStream.of(wanted).mapToObj(columns::get).toList());
    }

    /** The same values with other names or roles. */
    StoredTable withFields(List<Field> fields) {
        return with(new Schema(fields), columns);
    }

    private StoredTable with(Schema newSchema, List<StoredColumn> newColumns) {
        return new StoredTable(database, newSchema, rows, TableHasher.hash(newSchema, rows, newColumns.stream().map(StoredColumn::hash).toList()), newColumns);
    }
}
