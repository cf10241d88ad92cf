package shelfwise.store;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import shelfwise.base.Problem;
import shelfwise.data.Cells;
import shelfwise.data.Chunk;
import shelfwise.data.ColumnType;
import shelfwise.data.DoubleCells;
import shelfwise.data.Field;
import shelfwise.data.LongCells;
import shelfwise.data.Schema;
import shelfwise.data.Table;
import shelfwise.data.TableBuilder;
import shelfwise.data.TextCells;

/** The analyst's SQL, which can only read, as a table in memory. */
final class SqlQuery {
    private SqlQuery() { }

    static Table run(Database database, String sql) {
        try (var connection = database.reader(); var statement = connection.prepareStatement(sql)) {
            if (statement.getMetaData() == null) throw Problem.of("store.sql-not-a-query", "").asException();
            try (var rows = statement.executeQuery()) {
                return read(rows);
            }
        } catch (SQLException e) {
            throw Problem.of("store.sql", "", StoreProblems.detail(e)).asException(e);
        }
    }

    private static Table read(ResultSet rows) throws SQLException {
        ResultSetMetaData meta = rows.getMetaData();
        var fields = new ArrayList<Field>();
        var names = new HashSet<String>();
        for (int i = 1; i <= meta.getColumnCount(); i++) fields.add(new Field(unique(meta.getColumnLabel(i), names), type(meta, i)));
        var schema = new Schema(fields);
        var table = new TableBuilder(schema);
        var gathered = new ArrayList<@Nullable Object[]>();
        while (rows.next()) {
            var row = new @Nullable Object[schema.size()];
            for (int i = 0; i < row.length; i++) row[i] = value(rows, i + 1, schema.field(i).type());
            gathered.add(row);
            if (gathered.size() == Chunk.ROWS) flush(schema, gathered, table);
        }
        flush(schema, gathered, table);
        return table.build();
    }

    /** A name that none of {@code names} has in any case, and adds it. */
    static String unique(String label, Set<String> names) {
        String name = label.isBlank() ? "?" : label;
        for (int n = 2; !names.add(name.toLowerCase(Locale.ROOT)); n++) name = label + "_" + n;
        return name;
    }

    private static ColumnType type(ResultSetMetaData meta, int column) throws SQLException {
        return switch (meta.getColumnType(column)) {
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT -> ColumnType.INTEGER;
            case Types.NUMERIC, Types.DECIMAL -> meta.getScale(column) == 0 ? ColumnType.INTEGER : ColumnType.DECIMAL;
            case Types.REAL, Types.FLOAT, Types.DOUBLE -> ColumnType.DECIMAL;
            case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE, Types.DATE -> ColumnType.TIME;
            case Types.BOOLEAN, Types.BIT -> ColumnType.BOOLEAN;
            default -> ColumnType.TEXT;
        };
    }

    private static @Nullable Object value(ResultSet rows, int column, ColumnType type) throws SQLException {
        Object value = rows.getObject(column);
        if (value == null) return null;
        return switch (type) {
            case TEXT -> rows.getString(column);
            case INTEGER -> rows.getLong(column);
            case DECIMAL -> rows.getDouble(column);
            case BOOLEAN -> rows.getBoolean(column) ? 1L : 0L;
            case TIME -> value instanceof OffsetDateTime zoned ? zoned.toInstant().toEpochMilli()
                    : rows.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC).toEpochMilli();
        };
    }

    private static void flush(Schema schema, ArrayList<@Nullable Object[]> rows, TableBuilder table) {
        if (rows.isEmpty()) return;
        var cells = new ArrayList<Cells>();
        for (int i = 0; i < schema.size(); i++) {
            int column = i;
            cells.add(switch (schema.field(i).type()) {
                case TEXT -> TextCells.of(rows.stream().map(r -> (String) r[column]).toArray(String[]::new));
                case DECIMAL -> new DoubleCells(rows.stream().mapToDouble(r -> r[column] instanceof Double d ? d : Double.NaN).toArray());
                case INTEGER, TIME, BOOLEAN -> new LongCells(rows.stream().mapToLong(r -> r[column] instanceof Long l ? l : LongCells.MISSING).toArray());
            });
        }
        table.add(new Chunk(rows.size(), cells));
        rows.clear();
    }
}
