package shelfwise.data;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import shelfwise.base.Checks;
import shelfwise.base.Progress;

/** Gathers chunks into a table in memory. Not for several threads. */
public final class TableBuilder implements TableSink {
    private final Schema schema;
    private final List<Chunk> chunks = new ArrayList<>();

    public TableBuilder(Schema schema) {
        this.schema = schema;
    }

    @Override public void add(Chunk chunk) {
        checkChunk(schema, chunk);
        chunks.add(chunk);
    }

    public Table build() {
        return new MemoryTable(schema, List.copyOf(chunks));
    }

    /** A table of whole columns, cut into chunks: for small tables and tests. */
    public static Table of(Schema schema, Cells... columns) {
        var builder = new TableBuilder(schema);
        int rows = columns.length == 0 ? 0 : columns[0].size();
        for (int from = 0; from < rows; from += Chunk.ROWS) {
            int first = from, to = Math.min(rows, from + Chunk.ROWS);
            builder.add(new Chunk(to - from, java.util.Arrays.stream(columns).map(c -> c.part(first, to)).toList()));
        }
        return builder.build();
    }

    /** @throws IllegalArgumentException if the chunk's columns are not of the schema's types */
    public static void checkChunk(Schema schema, Chunk chunk) {
        Checks.that(chunk.columns().size() == schema.size(), "chunk has " + chunk.columns().size() + " columns, schema " + schema.size());
        for (int i = 0; i < schema.size(); i++) {
            boolean fits = switch (schema.field(i).type()) {
                case TEXT -> chunk.columns().get(i) instanceof TextCells;
                case DECIMAL -> chunk.columns().get(i) instanceof DoubleCells;
                case INTEGER, TIME, BOOLEAN -> chunk.columns().get(i) instanceof LongCells;
            };
            Checks.that(fits, "column " + schema.field(i).name() + " has cells of another type");
        }
    }

    private record MemoryTable(Schema schema, List<Chunk> chunks, long rows, @Nullable String[] memo) implements Table {
        MemoryTable(Schema schema, List<Chunk> chunks) {
            this(schema, chunks, chunks.stream().mapToLong(Chunk::rows).sum(), new @Nullable String[1]);
        }

        @Override public String hash() {
            return hash(Progress.NONE);
        }

        @Override public String hash(Progress progress) {
            String known = memo[0];
            if (known != null) return known;
            var hasher = new TableHasher(schema);
            for (Chunk c : chunks) {
                progress.check();
                hasher.add(c);
            }
            return memo[0] = hasher.hex();
        }

        @Override public void scan(int[] columns, Consumer<Chunk> visitor) {
            for (Chunk c : chunks) visitor.accept(new Chunk(c.rows(), IntStream.of(columns).mapToObj(c.columns()::get).toList()));
        }
    }
}
