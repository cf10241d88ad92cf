package shelfwise.data;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import shelfwise.base.Hashing;

/** Hashes a table's content while it streams by: column by column, so that the size of the chunks does not matter. */
public final class TableHasher implements TableSink {
    private final Schema schema;
    private final Hashing[] columns;
    private final ByteBuffer bytes = ByteBuffer.allocate(Chunk.ROWS * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    private long rows;

    public TableHasher(Schema schema) {
        this.schema = schema;
        columns = new Hashing[schema.size()];
        for (int i = 0; i < columns.length; i++) columns[i] = new Hashing();
    }

    @Override public void add(Chunk chunk) {
        rows += chunk.rows();
        for (int i = 0; i < columns.length; i++) add(columns[i], chunk.columns().get(i));
    }

    private void add(Hashing hashing, Cells cells) {
        bytes.clear();
        switch (cells) {
            case LongCells c -> {
                for (long v : c.values()) bytes.putLong(v);
            }
            case DoubleCells c -> {
                for (double v : c.values()) bytes.putLong(Double.doubleToLongBits(v == 0 ? 0.0 : v));
            }
            case TextCells c -> addTexts(hashing, c);
        }
        flush(hashing);
    }

    private void addTexts(Hashing hashing, TextCells cells) {
        byte[][] coded = new byte[cells.dictionary().length][];
        byte[] missing = coded(-1, new byte[0]);
        for (int code : cells.codes()) {
            byte[] value = code < 0 ? missing : coded[code];
            if (value == null) {
                byte[] text = cells.dictionary()[code].getBytes(StandardCharsets.UTF_8);
                value = coded[code] = coded(text.length, text);
            }
            if (value.length > bytes.remaining()) flush(hashing);
            if (value.length > bytes.remaining()) hashing.addRaw(value);
            else bytes.put(value);
        }
    }

    private static byte[] coded(long length, byte[] text) {
        return ByteBuffer.allocate(text.length + Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(length).put(text).array();
    }

    private void flush(Hashing hashing) {
        hashing.addRaw(Arrays.copyOf(bytes.array(), bytes.position()));
        bytes.clear();
    }

    /** Ends the hash. */
    public String hex() {
        return hash(schema, rows, columnHashes());
    }

    /** Ends the hash: the values' hash of each column, which tells neither its name nor its role. Only one of this and {@link #hex} may be called. */
    public List<String> columnHashes() {
        return Arrays.stream(columns).map(Hashing::hex).toList();
    }

    /** The hash of a table whose columns have these hashes, so that a new role or name needs no second reading. */
    public static String hash(Schema schema, long rows, List<String> columnHashes) {
        var all = new Hashing().add(rows);
        for (int i = 0; i < schema.size(); i++) {
            Field f = schema.field(i);
            all.add(f.name()).add(f.type().name()).add(f.role().name()).add(columnHashes.get(i));
        }
        return all.hex();
    }
}
