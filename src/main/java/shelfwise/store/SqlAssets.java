package shelfwise.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.h2.tools.SimpleResultSet;
import org.h2.tools.SimpleRowSource;
import org.jspecify.annotations.Nullable;
import shelfwise.data.Cells;
import shelfwise.data.Chunk;
import shelfwise.data.ColumnType;
import shelfwise.data.DoubleCells;
import shelfwise.data.LongCells;
import shelfwise.data.TextCells;

/** The SQL function {@code asset('name')}: H2 calls it by the name written in the store, so this class and method keep theirs. */
public final class SqlAssets {
    private SqlAssets() { }

    /** The latest version of an asset as rows; missing values are NULL. Chunks are read as the rows are asked for. */
    public static ResultSet asset(Connection connection, String name) throws SQLException {
        var fields = new ArrayList<Column>();
        Tables.each(connection, "SELECT f.name, f.type, f.column_id FROM PUBLIC.table_column f JOIN PUBLIC.asset_version v ON v.table_id = f.table_id JOIN PUBLIC.asset a "
                + "ON a.id = v.asset_id WHERE a.name = ? AND v.version = (SELECT MAX(w.version) FROM PUBLIC.asset_version w WHERE w.asset_id = a.id) ORDER BY f.position",
                row -> fields.add(new Column(row.getString(1), ColumnType.valueOf(row.getString(2)), row.getLong(3))), name);
        if (fields.isEmpty()) throw new SQLException("asset '" + name + "'?");
        boolean columnsOnly = connection.getMetaData().getURL().equals("jdbc:columnlist:connection");
        var rows = columnsOnly ? new SimpleResultSet() : new SimpleResultSet(new Rows(connection, fields));
        rows.setAutoClose(false);
        var names = new HashSet<String>();
        for (Column f : fields) rows.addColumn(SqlQuery.unique(f.name(), names), sqlType(f.type()), 0, 0);
        return rows;
    }

    private record Column(String name, ColumnType type, long id) { }

    private static int sqlType(ColumnType type) {
        return switch (type) {
            case TEXT -> Types.VARCHAR;
            case INTEGER -> Types.BIGINT;
            case DECIMAL -> Types.DOUBLE;
            case TIME -> Types.TIMESTAMP_WITH_TIMEZONE;
            case BOOLEAN -> Types.BOOLEAN;
        };
    }

    private static final class Rows implements SimpleRowSource {
        private final Connection connection;
        private final List<Column> fields;
        private @Nullable Chunk chunk;
        private int next, at;

        Rows(Connection connection, List<Column> fields) {
            this.connection = connection;
            this.fields = fields;
        }

        @Override public Object @Nullable [] readRow() throws SQLException {
            Chunk now = chunk;
            if (now == null || at == now.rows()) {
                now = chunk = read(next++);
                at = 0;
                if (now == null) return null;
            }
            var row = new @Nullable Object[fields.size()];
            for (int i = 0; i < row.length; i++) row[i] = value(now.columns().get(i), at, fields.get(i).type());
            at++;
            return row;
        }

        private @Nullable Chunk read(int number) throws SQLException {
            var cells = new ArrayList<Cells>();
            for (Column f : fields) {
                Tables.each(connection, "SELECT n, data FROM PUBLIC.column_chunk WHERE column_id = ? AND chunk = ?",
                        row -> cells.add(CellsCoding.decode(row.getBytes(2), row.getInt(1))), f.id(), number);
            }
            return cells.isEmpty() ? null : new Chunk(cells.getFirst().size(), cells);
        }

        private static @Nullable Object value(Cells cells, int row, ColumnType type) {
            if (cells.missing(row)) return null;
            return switch (cells) {
                case TextCells c -> c.value(row);
                case DoubleCells c -> c.values()[row];
                case LongCells c -> type == ColumnType.BOOLEAN ? (Object) (c.values()[row] != 0)
                        : type == ColumnType.TIME ? Instant.ofEpochMilli(c.values()[row]).atOffset(ZoneOffset.UTC) : (Object) c.values()[row];
            };
        }

        @Override public void close() { }

        @Override public void reset() {
            next = 0;
            chunk = null;
        }
    }
}
