package shelfwise.export.serving;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import shelfwise.base.Progress;

/**
 * A table in Apache Parquet's file format (the pages File Format, Data Pages and Encodings of parquet.apache.org): groups of rows, in each the
 * columns one after another in pages of plain values, uncompressed, and at the end what lies where.
 *
 * @param columns one or more, with a value in each row
 */
record ParquetFile(int rows, List<ParquetColumn> columns) {
    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
    private static final String WRITER = "Shelfwise";
    private static final int GROUP_ROWS = 1 << 16, PAGE_VALUES = 1 << 18;
    private static final int PLAIN = 0, RLE = 3, UNCOMPRESSED = 0, DATA_PAGE = 0, VERSION = 1;

    /** @throws java.util.concurrent.CancellationException once cancelled */
    void write(Path file, Progress progress) throws IOException {
        try (var out = new Counted(new BufferedOutputStream(Files.newOutputStream(file)))) {
            out.put(MAGIC);
            var groups = new ArrayList<CompactStruct>();
            for (int from = 0; from < rows; from += GROUP_ROWS) groups.add(group(out, from, Math.min(rows, from + GROUP_ROWS), progress));
            var schema = new ArrayList<>(List.of(new CompactStruct().text(4, "schema").number(5, columns.size())));
            columns.forEach(c -> schema.addAll(c.schema()));
            byte[] foot = new CompactStruct().number(1, VERSION).structs(2, schema).number(3, (long) rows).structs(4, groups).text(6, WRITER).toBytes();
            out.put(foot);
            out.put(ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN).putInt(foot.length).array());
            out.put(MAGIC);
        }
    }

    private CompactStruct group(Counted out, int from, int to, Progress progress) throws IOException {
        long begun = out.bytes;
        var chunks = new ArrayList<CompactStruct>();
        for (ParquetColumn c : columns) chunks.add(chunk(out, c, from, to, progress));
        return new CompactStruct().structs(1, chunks).number(2, out.bytes - begun).number(3, (long) to - from);
    }

    private static CompactStruct chunk(Counted out, ParquetColumn column, int from, int to, Progress progress) throws IOException {
        long begun = out.bytes;
        int step = Math.max(1, PAGE_VALUES / column.values(1));
        for (int row = from; row < to; row += step) {
            progress.check();
            int end = Math.min(to, row + step);
            byte[] body = column.page(row, end);
            var values = new CompactStruct().number(1, column.values(end - row)).number(2, PLAIN).number(3, RLE).number(4, RLE);
            out.put(new CompactStruct().number(1, DATA_PAGE).number(2, body.length).number(3, body.length).struct(5, values).toBytes());
            out.put(body);
        }
        long bytes = out.bytes - begun;
        var told = new CompactStruct().number(1, column.type()).numbers(2, List.of(PLAIN, RLE)).texts(3, column.path()).number(4, UNCOMPRESSED)
                .number(5, (long) column.values(to - from)).number(6, bytes).number(7, bytes).number(9, begun);
        return new CompactStruct().number(2, begun).struct(3, told);
    }

    /** Knows where it is. */
    private static final class Counted implements AutoCloseable {
        private final OutputStream out;
        private long bytes;

        private Counted(OutputStream out) {
            this.out = out;
        }

        private void put(byte[] more) throws IOException {
            out.write(more);
            bytes += more.length;
        }

        @Override public void close() throws IOException {
            out.close();
        }
    }
}
