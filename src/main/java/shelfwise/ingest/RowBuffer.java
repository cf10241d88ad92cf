package shelfwise.ingest;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import shelfwise.data.Cells;
import shelfwise.data.Chunk;
import shelfwise.data.TableSink;

/** Turns records into chunks of typed cells; a record with a cell that does not fit is rejected whole. */
final class RowBuffer implements RowSource.RowVisitor {
    /** Of a rejected row, this much is kept. */
    static final int RAW_CHARACTERS = 2000;
    /** Text gathered before a chunk is given on, however few its rows: long cells must not fill the memory. */
    private static final int CHUNK_CHARACTERS = 16 << 20;

    private final Layout layout;
    private final List<CellBuffer> columns;
    private final TableSink sink;
    private final Consumer<Reject> rejects;
    private final long limit;
    private int gathered;
    private long rows, rejected;

    RowBuffer(Layout layout, TypedColumns types, TableSink sink, Consumer<Reject> rejects, long limit) {
        this.layout = layout;
        this.sink = sink;
        this.rejects = rejects;
        this.limit = limit;
        columns = java.util.stream.IntStream.range(0, layout.width())
                .mapToObj(i -> CellBuffer.of(types.fields().get(i), types.formats().get(i))).toList();
    }

    @Override public boolean row(Row row) {
        if (!layout.holds(row)) {
            reject(row.line(), "reject.fields", List.of(layout.width(), row.fields()), row.joined(layout.dialect().delimiter(), RAW_CHARACTERS));
        } else if (fits(row)) {
            gathered++;
            rows++;
            if (gathered == Chunk.ROWS || columns.stream().mapToLong(CellBuffer::characters).sum() > CHUNK_CHARACTERS) flush();
        }
        return rows + rejected < limit;
    }

    private boolean fits(Row row) {
        for (int i = 0; i < columns.size(); i++) {
            CellBuffer column = columns.get(i);
            if (i >= row.fields()) column.addMissing();
            else if (!column.add(row.chars(), row.from(i), row.to(i))) {
                for (int before = 0; before < i; before++) columns.get(before).removeLast();
                reject(row.line(), column.reason(), List.of(column.name(), row.text(i).strip()), row.joined(layout.dialect().delimiter(), RAW_CHARACTERS));
                return false;
            }
        }
        return true;
    }

    @Override public boolean broken(long line, String firstLine) {
        reject(line, "reject.quote", List.of(), firstLine);
        return rows + rejected < limit;
    }

    private void reject(long line, String reason, List<Object> args, String raw) {
        rejected++;
        rejects.accept(new Reject(line, reason, args, raw));
    }

    /** Gives on what is left. */
    void flush() {
        if (gathered == 0) return;
        sink.add(new Chunk(gathered, columns.stream().<Cells>map(CellBuffer::take).toList()));
        gathered = 0;
    }

    long rows() {
        return rows;
    }

    long rejected() {
        return rejected;
    }
}
