package shelfwise.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalLong;
import shelfwise.data.Chunk;
import shelfwise.data.TableSink;

/** Streams a new version of an asset into the store. Closed without {@link #commit}, it leaves the store as it was. Not for several threads. */
public final class VersionWriter implements TableSink, AutoCloseable {
    private static final int LONGEST_RAW = 10_000, BATCH = 500;

    private final Database database;
    private final Database.Transaction transaction;
    private final NewVersion meta;
    private final long id;
    private final TableWriter table;
    private final PreparedStatement insertReject;
    private long rejected;

    VersionWriter(Database database, NewVersion meta) {
        this.database = database;
        this.meta = meta;
        transaction = database.begin();
        try {
            Connection c = transaction.connection();
            id = Tables.nextId(c, "version_ids");
            table = new TableWriter(database, c, meta.schema());
            insertReject = c.prepareStatement("INSERT INTO reject (version_id, seq, line, reason, args, raw) VALUES (?, ?, ?, ?, ?, ?)");
        } catch (SQLException e) {
            transaction.close();
            throw StoreProblems.of(e, database.folder());
        }
    }

    @Override public void add(Chunk chunk) {
        table.add(chunk);
    }

    /** Keeps a row that could not be taken in, with the reason: a message key and its arguments. */
    public void reject(long line, String reasonKey, List<String> args, String rawText) {
        try {
            insertReject.setLong(1, id);
            insertReject.setLong(2, rejected++);
            insertReject.setLong(3, line);
            insertReject.setString(4, reasonKey);
            insertReject.setString(5, Json.of(args));
            insertReject.setString(6, rawText.length() <= LONGEST_RAW ? rawText : rawText.substring(0, LONGEST_RAW) + "…");
            insertReject.addBatch();
            if (rejected % BATCH == 0) insertReject.executeBatch();
        } catch (SQLException e) {
            throw StoreProblems.of(e, database.folder());
        }
    }

    public long rows() {
        return table.rows();
    }

    public long rejected() {
        return rejected;
    }

    /** Makes the version: when this returns, it is on the disk. */
    public AssetVersion commit() {
        try {
            insertReject.executeBatch();
        } catch (SQLException e) {
            throw StoreProblems.of(e, database.folder());
        }
        TableWriter.Written written = table.finish();
        return transaction.commit(c -> {
            long tableId = written.keep(c), asset = asset(c);
            long version = Tables.id(c, "SELECT COALESCE(MAX(version), 0) + 1 FROM asset_version WHERE asset_id = ?", asset).orElseThrow();
            StoredTable kept = Tables.read(database, c, tableId);
            Instant now = Instant.now().truncatedTo(java.time.temporal.ChronoUnit.MILLIS);
            Tables.update(c, "INSERT INTO asset_version (id, asset_id, version, kind, source, import_settings, created, rejected, content_hash, table_id) "
                    + "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", id, asset, version, meta.kind().name(), meta.source(), meta.importSettings(),
                    now.atOffset(ZoneOffset.UTC), rejected, kept.hash(), tableId);
            return new AssetVersion(id, meta.asset(), (int) version, meta.kind(), meta.source(), meta.importSettings(), now, kept.schema(), kept.rows(),
                    rejected, kept.hash(), kept.hash());
        });
    }

    private long asset(Connection c) throws SQLException {
        OptionalLong known = Tables.id(c, "SELECT id FROM asset WHERE name = ?", meta.asset());
        if (known.isPresent()) return known.getAsLong();
        Tables.update(c, "INSERT INTO asset (name, owner, tags, description) VALUES (?, '', '[]', '')", meta.asset());
        return Tables.id(c, "SELECT id FROM asset WHERE name = ?", meta.asset()).orElseThrow();
    }

    @Override public void close() {
        try {
            insertReject.close();
            table.close();
        } catch (SQLException e) {
            throw StoreProblems.of(e, database.folder());
        } finally {
            transaction.close();
        }
    }
}
