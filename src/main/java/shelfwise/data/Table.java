package shelfwise.data;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import shelfwise.base.Progress;

/**
 * Rows and columns that never change. It is read by scanning chunks, so that a table larger than memory can be worked on; there are
 * no row objects. Every table, imported or prepared, in memory or in the store, is read through this one door.
 */
public interface Table {
    Schema schema();

    long rows();

    /** SHA-256 of schema and values; equal for equal content wherever the table lies and however it is chunked. */
    String hash();

    /** As {@link #hash()}, which reads all of a table that was never hashed: it ends when {@code progress} throws. */
    default String hash(Progress progress) {
        progress.check();
        return hash();
    }

    /** Gives each chunk in order, with the given columns only, in the order given. An exception of {@code visitor} ends the scan. */
    void scan(int[] columns, Consumer<Chunk> visitor);

    /** Gives each chunk with all columns. */
    default void scan(Consumer<Chunk> visitor) {
        scan(IntStream.range(0, schema().size()).toArray(), visitor);
    }

    /** All of {@code from} (inclusive) to {@code to} (exclusive, cut to the number of rows), as a table in memory: for paging. */
    default Table slice(long from, long to) {
        var builder = new TableBuilder(schema());
        var at = new long[1];
        scan(chunk -> {
            int first = Math.clamp(from - at[0], 0, chunk.rows()), last = Math.clamp(to - at[0], 0, chunk.rows());
            if (first < last) builder.add(chunk.part(first, last));
            at[0] += chunk.rows();
        });
        return builder.build();
    }

    /** The named columns, in that order. */
    default Table select(List<String> names) {
        int[] columns = names.stream().mapToInt(schema()::index).toArray();
        var builder = new TableBuilder(new Schema(IntStream.of(columns).mapToObj(schema()::field).toList()));
        scan(columns, builder::add);
        return builder.build();
    }
}
