package shelfwise.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import shelfwise.base.Checks;
import shelfwise.base.Problem;
import shelfwise.base.ProblemException;
import shelfwise.data.AssetKind;
import shelfwise.data.Field;
import shelfwise.data.Role;
import shelfwise.data.Table;

/** The tables that the analyst brought in, with their versions, rejected rows, roles and profiles. For several threads. */
public final class Assets {
    private static final String VERSIONS = "SELECT v.id, a.name, v.version, v.kind, v.source, v.import_settings, v.created, v.rejected, v.content_hash, "
            + "v.table_id, a.owner, a.tags, a.description FROM asset_version v JOIN asset a ON a.id = v.asset_id ";

    private final Database database;

    Assets(Database database) {
        this.database = database;
    }

    /** All assets, by name. */
    public List<AssetInfo> list() {
        return database.read(c -> infos(c, VERSIONS + "ORDER BY a.name, v.version DESC"));
    }

    public Optional<AssetInfo> find(String name) {
        return database.read(c -> infos(c, VERSIONS + "WHERE a.name = ? ORDER BY v.version DESC", name)).stream().findFirst();
    }

    /** The versions of an asset, newest first; none if there is no such asset. */
    public List<AssetVersion> versions(String name) {
        return database.read(c -> {
            var found = new ArrayList<AssetVersion>();
            Tables.each(c, VERSIONS + "WHERE a.name = ? ORDER BY v.version DESC", row -> found.add(version(c, row)), name);
            return found;
        });
    }

    /**
     * @param version from 1; 0 for the latest
     * @throws ProblemException if there is none
     */
    public AssetVersion version(String name, int version) {
        List<AssetVersion> all = versions(name);
        if (all.isEmpty()) throw noAsset(name);
        return all.stream().filter(v -> version == 0 || v.version() == version).findFirst()
                .orElseThrow(() -> Problem.of("store.no-version", name, version, all.getFirst().version()).asException());
    }

    /**
     * The table of an asset, with the roles as they are now; its values are read when it is scanned.
     *
     * @param version from 1; 0 for the latest
     * @throws ProblemException if there is none
     */
    public Table read(String name, int version) {
        long id = version(name, version).id();
        return database.read(c -> Tables.read(database, c, tableOf(c, id)));
    }

    /** Begins a new version; to be closed by the caller. */
    public VersionWriter begin(NewVersion meta) {
        return new VersionWriter(database, meta);
    }

    /** Rejected rows of a version in the order of the file, {@code limit} of them after the first {@code skip}. */
    public List<Reject> rejects(long versionId, long skip, int limit) {
        return database.read(c -> {
            var found = new ArrayList<Reject>();
            Tables.each(c, "SELECT line, reason, args, raw FROM reject WHERE version_id = ? AND seq >= ? AND seq < ? ORDER BY seq",
                    row -> found.add(new Reject(row.getLong(1), row.getString(2), Json.texts(row.getString(3)), row.getString(4))), versionId, skip, skip + limit);
            return found;
        });
    }

    /**
     * Changes what a column of the latest version means; the values stay as they are.
     *
     * @throws ProblemException if there is no such column, or another one has this role already
     */
    public AssetVersion setRole(String name, String column, Role role) {
        AssetVersion latest = version(name, 0);
        database.change(c -> {
            StoredTable table = Tables.read(database, c, tableOf(c, latest.id()));
            var fields = new ArrayList<Field>(table.schema().fields());
            fields.set(table.schema().index(column), table.schema().field(table.schema().index(column)).withRole(role));
            StoredTable changed = table.withFields(fields);
            long id = Tables.keepTable(c, changed.schema(), changed.rows(), changed.hash(), changed.columns());
            return Tables.update(c, "UPDATE asset_version SET table_id = ? WHERE id = ?", id, latest.id());
        });
        return version(name, latest.version());
    }

    /** Changes what the latest version holds. */
    public AssetVersion setKind(String name, AssetKind kind) {
        AssetVersion latest = version(name, 0);
        database.change(c -> Tables.update(c, "UPDATE asset_version SET kind = ? WHERE id = ?", kind.name(), latest.id()));
        return version(name, latest.version());
    }

    public void describe(String name, String owner, List<String> tags, String description) {
        int changed = database.change(c -> Tables.update(c, "UPDATE asset SET owner = ?, tags = ?, description = ? WHERE name = ?",
                owner, Json.of(tags), description, name));
        if (changed == 0) throw noAsset(name);
    }

    /** @throws ProblemException if there is no such asset, or one has the new name already */
    public void rename(String name, String newName) {
        Checks.notBlank("newName", newName);
        int changed = database.change(c -> {
            if (Tables.id(c, "SELECT id FROM asset WHERE name = ?", newName).isPresent()) throw Problem.of("store.asset-exists", newName).asException();
            return Tables.update(c, "UPDATE asset SET name = ? WHERE name = ?", newName, name);
        });
        if (changed == 0) throw noAsset(name);
    }

    /** What {@link #delete} would lose. */
    public Loss loss(String name) {
        List<AssetVersion> all = versions(name);
        return database.read(c -> {
            var runs = new ArrayList<Long>();
            Tables.each(c, "SELECT DISTINCT run_id FROM run_data WHERE asset = ? ORDER BY run_id", row -> runs.add(row.getLong(1)), name);
            return new Loss(all.size(), all.stream().mapToLong(AssetVersion::rows).sum(), all.stream().mapToLong(AssetVersion::rejected).sum(), runs);
        });
    }

    /** Deletes an asset with all its versions, and what nothing else needs of its values. */
    public void delete(String name) {
        database.change(c -> {
            OptionalLong asset = Tables.id(c, "SELECT id FROM asset WHERE name = ?", name);
            long id = asset.orElseThrow(() -> noAsset(name));
            Tables.update(c, "DELETE FROM reject WHERE version_id IN (SELECT id FROM asset_version WHERE asset_id = ?)", id);
            Tables.update(c, "DELETE FROM asset_version WHERE asset_id = ?", id);
            Tables.update(c, "DELETE FROM asset WHERE id = ?", id);
            Tables.sweep(c);
            return id;
        });
    }

    /**
     * Keeps the profile of a table that an asset has or had: with other roles it is another table and has another profile. Does nothing if
     * the table is gone by now.
     *
     * @param tableHash of the table that was profiled
     */
    public void saveProfile(String tableHash, String json) {
        database.change(c -> {
            OptionalLong table = Tables.find(c, tableHash);
            return table.isEmpty() ? 0 : Tables.update(c, "MERGE INTO profile KEY (table_id) VALUES (?, ?)", table.getAsLong(), json);
        });
    }

    public Optional<String> findProfile(long versionId) {
        return database.read(c -> {
            var found = new ArrayList<String>();
            Tables.each(c, "SELECT content FROM profile WHERE table_id = ?", row -> found.add(row.getString(1)), tableOf(c, versionId));
            return found.stream().findFirst();
        });
    }

    private ProblemException noAsset(String name) {
        return Problem.of("store.no-asset", name, list().stream().map(AssetInfo::name).toList()).asException();
    }

    private static long tableOf(Connection c, long versionId) throws SQLException {
        return Tables.id(c, "SELECT table_id FROM asset_version WHERE id = ?", versionId)
                .orElseThrow(() -> Problem.of("store.no-version-id", "", versionId).asException());
    }

    private List<AssetInfo> infos(Connection c, String sql, Object... args) throws SQLException {
        var found = new ArrayList<AssetInfo>();
        Tables.each(c, sql, row -> {
            AssetInfo last = found.isEmpty() ? null : found.getLast();
            if (last != null && last.name().equals(row.getString(2))) {
                found.set(found.size() - 1, new AssetInfo(last.name(), last.owner(), last.tags(), last.description(), last.latest(), last.versions() + 1));
            } else {
                found.add(new AssetInfo(row.getString(2), row.getString(11), Json.texts(row.getString(12)), row.getString(13), version(c, row), 1));
            }
        }, args);
        return found;
    }

    private AssetVersion version(Connection c, ResultSet row) throws SQLException {
        StoredTable table = Tables.read(database, c, row.getLong(10));
        return new AssetVersion(row.getLong(1), row.getString(2), row.getInt(3), AssetKind.valueOf(row.getString(4)), row.getString(5), row.getString(6),
                row.getObject(7, Instant.class), table.schema(), table.rows(), row.getLong(8), row.getString(9), table.hash());
    }
}
