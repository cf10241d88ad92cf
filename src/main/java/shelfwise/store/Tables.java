package shelfwise.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import shelfwise.data.ColumnType;
import shelfwise.data.Field;
import shelfwise.data.Role;
import shelfwise.data.Schema;

/** The rows that say which tables and columns the store has. All but {@link #nextId} and the reading ones are called under the lock. */
final class Tables {
    private Tables() { }

    /** @param sequence a name of ours, never the analyst's */
    static long nextId(Connection c, String sequence) throws SQLException {
        try (var statement = c.createStatement(); var row = statement.executeQuery("SELECT NEXT VALUE FOR " + sequence)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** The id under which this column is kept: an older one where the same values are there already, and then {@code id}'s chunks go. */
    static long keepColumn(Connection c, long id, String hash, ColumnType type, long rows, long bytes) throws SQLException {
        String kind = switch (type) {
            case INTEGER, TIME, BOOLEAN -> "LONG";
            case DECIMAL -> "DOUBLE";
            case TEXT -> "TEXT";
        };
        OptionalLong known = id(c, "SELECT id FROM stored_column WHERE hash = ? AND kind = ?", hash, kind);
        if (known.isPresent()) {
            update(c, "DELETE FROM column_chunk WHERE column_id = ?", id);
            return known.getAsLong();
        }
        update(c, "INSERT INTO stored_column (id, hash, kind, num_rows, bytes) VALUES (?, ?, ?, ?, ?)", id, hash, kind, rows, bytes);
        return id;
    }

    /** The id of this table, which may be there already. */
    static long keepTable(Connection c, Schema schema, long rows, String hash, List<StoredTable.StoredColumn> columns) throws SQLException {
        OptionalLong known = find(c, hash);
        if (known.isPresent()) return known.getAsLong();
        update(c, "INSERT INTO stored_table (hash, num_rows) VALUES (?, ?)", hash, rows);
        long id = find(c, hash).orElseThrow();
        for (int i = 0; i < schema.size(); i++) {
            Field f = schema.field(i);
            update(c, "INSERT INTO table_column (table_id, position, name, type, role, column_id) VALUES (?, ?, ?, ?, ?, ?)",
                    id, i, f.name(), f.type().name(), f.role().name(), columns.get(i).id());
        }
        return id;
    }

    static OptionalLong find(Connection c, String hash) throws SQLException {
        return id(c, "SELECT id FROM stored_table WHERE hash = ?", hash);
    }

    static StoredTable read(Database database, Connection c, long id) throws SQLException {
        var fields = new ArrayList<Field>();
        var columns = new ArrayList<StoredTable.StoredColumn>();
        try (var select = c.prepareStatement("SELECT f.name, f.type, f.role, s.id, s.hash FROM table_column f JOIN stored_column s ON s.id = f.column_id "
                + "WHERE f.table_id = ? ORDER BY f.position")) {
            select.setLong(1, id);
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    fields.add(new Field(rows.getString(1), ColumnType.valueOf(rows.getString(2)), Role.valueOf(rows.getString(3))));
                    columns.add(new StoredTable.StoredColumn(rows.getLong(4), rows.getString(5)));
                }
            }
        }
        try (var select = c.prepareStatement("SELECT num_rows, hash FROM stored_table WHERE id = ?")) {
            select.setLong(1, id);
            try (var row = select.executeQuery()) {
                row.next();
                return new StoredTable(database, new Schema(fields), row.getLong(1), row.getString(2), columns);
            }
        }
    }

    /** Drops what no asset and no artefact needs any more. */
    static void sweep(Connection c) throws SQLException {
        String needless = "SELECT t.id FROM stored_table t WHERE NOT EXISTS (SELECT 1 FROM asset_version v WHERE v.table_id = t.id) "
                + "AND NOT EXISTS (SELECT 1 FROM artefact_part p WHERE p.table_id = t.id)";
        update(c, "DELETE FROM profile WHERE table_id IN (" + needless + ")");
        update(c, "DELETE FROM table_column WHERE table_id IN (" + needless + ")");
        update(c, "DELETE FROM stored_table WHERE id IN (" + needless + ")");
        String unused = "SELECT s.id FROM stored_column s WHERE NOT EXISTS (SELECT 1 FROM table_column f WHERE f.column_id = s.id)";
        update(c, "DELETE FROM column_chunk WHERE column_id IN (" + unused + ")");
        update(c, "DELETE FROM stored_column WHERE id IN (" + unused + ")");
    }

    static OptionalLong id(Connection c, String sql, @Nullable Object... args) throws SQLException {
        try (var select = c.prepareStatement(sql)) {
            bind(select, args);
            try (var rows = select.executeQuery()) {
                return rows.next() ? OptionalLong.of(rows.getLong(1)) : OptionalLong.empty();
            }
        }
    }

    /** Takes one row of a result. */
    @FunctionalInterface
    interface Row {
        void take(ResultSet row) throws SQLException;
    }

    static void each(Connection c, String sql, Row use, @Nullable Object... args) throws SQLException {
        try (var select = c.prepareStatement(sql)) {
            bind(select, args);
            try (var rows = select.executeQuery()) {
                while (rows.next()) use.take(rows);
            }
        }
    }

    static int update(Connection c, String sql, @Nullable Object... args) throws SQLException {
        try (var statement = c.prepareStatement(sql)) {
            bind(statement, args);
            return statement.executeUpdate();
        }
    }

    private static void bind(PreparedStatement statement, @Nullable Object... args) throws SQLException {
        for (int i = 0; i < args.length; i++) statement.setObject(i + 1, args[i]);
    }
}
