package shelfwise.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Brings a store's tables up to this program's version, one step after another.
 *
 * @param steps the SQL of each version, from version 1 on; a step that was released is never changed
 */
record Migrations(List<String> steps) {
    /** What this program knows. */
    static final Migrations ALL = new Migrations(List.of(resource("schema-1.sql"), resource("schema-2.sql"), resource("schema-3.sql"), resource("schema-4.sql")));

    Migrations {
        steps = List.copyOf(steps);
    }

    private static String resource(String name) {
        try (InputStream in = Migrations.class.getResourceAsStream("/store/" + name)) {
            if (in == null) throw new IllegalStateException("no resource /store/" + name);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int latest() {
        return steps.size();
    }

    /** The version that a store has; 0 for an empty one. */
    static int version(Connection connection) throws SQLException {
        try (var tables = connection.getMetaData().getTables(null, "PUBLIC", "SCHEMA_VERSION", null)) {
            if (!tables.next()) return 0;
        }
        try (var statement = connection.createStatement(); var row = statement.executeQuery("SELECT MAX(version) FROM schema_version")) {
            row.next();
            return row.getInt(1);
        }
    }

    /** Runs the steps that are missing. H2 can't roll back changes of tables: an older store is brought up in a copy. */
    void run(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (int version = version(connection) + 1; version <= latest(); version++) {
                statement.execute("CREATE TABLE IF NOT EXISTS schema_version (version INT PRIMARY KEY, done TIMESTAMP(3) WITH TIME ZONE NOT NULL)");
                statement.execute(steps.get(version - 1));
                statement.execute("INSERT INTO schema_version VALUES (" + version + ", CURRENT_TIMESTAMP)");
            }
            statement.execute("CHECKPOINT SYNC");
        }
    }
}
