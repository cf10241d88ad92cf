package shelfwise.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import shelfwise.data.Chunk;
import shelfwise.data.Schema;
import shelfwise.data.TableBuilder;
import shelfwise.data.TableHasher;
import shelfwise.data.TableSink;

/**
 * Streams one table into the store inside somebody's transaction: at most two chunks are in memory. Its columns are known by content
 * only when the last row came, so they are written under new ids first; what is there already is dropped by {@link #end}.
 */
final class TableWriter implements TableSink, AutoCloseable {
    private final Database database;
    private final Schema schema;
    private final TableHasher hasher;
    private final ChunkCutter cutter;
    private final long[] ids;
    private final long[] bytes;
    private final PreparedStatement insert;
    private long rows;
    private int chunks;

    TableWriter(Database database, Connection connection, Schema schema) throws SQLException {
        this.database = database;
        this.schema = schema;
        hasher = new TableHasher(schema);
        cutter = new ChunkCutter(schema, this::write);
        ids = new long[schema.size()];
        bytes = new long[schema.size()];
        for (int i = 0; i < ids.length; i++) ids[i] = Tables.nextId(connection, "column_ids");
        insert = connection.prepareStatement("INSERT INTO column_chunk (column_id, chunk, n, data) VALUES (?, ?, ?, ?)");
    }

    @Override public void add(Chunk chunk) {
        TableBuilder.checkChunk(schema, chunk);
        hasher.add(chunk);
        rows += chunk.rows();
        cutter.add(chunk);
    }

    private void write(Chunk chunk) {
        try {
            for (int i = 0; i < ids.length; i++) {
                byte[] data = CellsCoding.encode(chunk.columns().get(i));
                insert.setLong(1, ids[i]);
                insert.setInt(2, chunks);
                insert.setInt(3, chunk.rows());
                insert.setBytes(4, data);
                insert.executeUpdate();
                bytes[i] += data.length;
            }
            chunks++;
        } catch (SQLException e) {
            throw StoreProblems.of(e, database.folder());
        }
    }

    long rows() {
        return rows;
    }

    /** Writes what is left; no more rows may come. To be called before the lock is taken: it may write much. */
    Written finish() {
        cutter.end();
        return new Written(schema, rows, hasher.columnHashes(), ids, bytes);
    }

    /** A table whose chunks are in the store, under ids that may turn out to be needless. */
    record Written(Schema schema, long rows, List<String> hashes, long[] ids, long[] bytes) {
        /** Under the lock: keeps each column once, and gives the table's id. */
        long keep(Connection c) throws SQLException {
            var known = new ArrayList<StoredTable.StoredColumn>();
            for (int i = 0; i < ids.length; i++) {
                known.add(new StoredTable.StoredColumn(Tables.keepColumn(c, ids[i], hashes.get(i), schema.field(i).type(), rows, bytes[i]), hashes.get(i)));
            }
            return Tables.keepTable(c, schema, rows, TableHasher.hash(schema, rows, hashes), known);
        }
    }

    @Override public void close() {
        try {
            insert.close();
        } catch (SQLException e) {
            throw StoreProblems.of(e, database.folder());
        }
    }
}
