package shelfwise.data;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import shelfwise.base.Hashing;

/** Hashes a table's content while it streams by: column by column, so that the size of the chunks does not matter. */
public final class TableHasher implements TableSink {
    private final Schema schema;
    private final Hashing[] columns;
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

    private static void add(Hashing hashing, Cells cells) {
        switch (cells) {
            case LongCells c -> {
                for (long v : c.values()) hashing.add(v);
            }
            case DoubleCells c -> {
                for (double v : c.values()) hashing.add(Double.doubleToLongBits(v == 0 ? 0.0 : v));
            }
            case TextCells c -> {
                byte[][] coded = new byte[c.dictionary().length][];
                for (int code : c.codes()) {
                    if (code < 0) hashing.add(-1L);
                    else {
                        if (coded[code] == null) {
                            byte[] text = c.dictionary()[code].getBytes(StandardCharsets.UTF_8);
                            coded[code] = ByteBuffer.allocate(text.length + 8).order(ByteOrder.LITTLE_ENDIAN).putLong(text.length).put(text).array();
                        }
                        hashing.addRaw(coded[code]);
                    }
                }
            }
        }
    }

    /** Ends the hash. */
    public String hex() {
        var all = new Hashing().add(rows);
        for (int i = 0; i < columns.length; i++) {
            Field f = schema.field(i);
            all.add(f.name()).add(f.type().name()).add(f.role().name()).add(columns[i].hex());
        }
        return all.hex();
    }
}
