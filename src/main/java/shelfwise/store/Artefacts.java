package shelfwise.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import shelfwise.data.Bundle;
import shelfwise.data.Table;

/** Artefacts in the project's store. */
final class Artefacts implements ArtefactStore {
    private final Database database;
    private final ArtefactUses uses;

    Artefacts(Database database, ArtefactUses uses) {
        this.database = database;
        this.uses = uses;
    }

    @Override public Hold hold() {
        return uses.hold();
    }

    @Override public boolean has(String key) {
        return database.read(c -> Tables.id(c, "SELECT 1 FROM artefact WHERE artefact_key = ?", key)).isPresent();
    }

    @Override public Optional<Bundle> find(String key) {
        try (Hold _ = hold()) { // its parts must not go between one statement and the next
            return uses.use(key) ? database.read(c -> read(c, key)) : Optional.empty();
        }
    }

    private Optional<Bundle> read(Connection c, String key) throws SQLException {
        var facts = new ArrayList<Map<String, String>>();
        Tables.each(c, "SELECT facts, used FROM artefact WHERE artefact_key = ?", row -> {
            facts.add(Json.facts(row.getString(1)));
            uses.touch(key, row.getObject(2, Instant.class));
        }, key);
        if (facts.isEmpty()) return Optional.empty();
        var parts = new HashMap<String, Table>();
        Tables.each(c, "SELECT name, table_id FROM artefact_part WHERE artefact_key = ?",
                row -> parts.put(row.getString(1), Tables.read(database, c, row.getLong(2))), key);
        return Optional.of(new Bundle(facts.getFirst(), parts));
    }

    @Override public void put(String key, Bundle bundle) {
        if (find(key).isPresent()) return;
        try (var transaction = database.begin()) {
            var written = new HashMap<String, TableWriter.Written>();
            for (String name : bundle.partNames()) {
                Table table = bundle.part(name);
                if (Tables.find(transaction.connection(), table.hash()).isEmpty()) written.put(name, write(transaction, table));
            }
            transaction.commit(c -> {
                if (Tables.id(c, "SELECT 1 FROM artefact WHERE artefact_key = ?", key).isPresent()) {
                    c.rollback(); // another thread was faster
                    return 0;
                }
                OffsetDateTime now = uses.now();
                String facts = Json.of(bundle.facts());
                Tables.update(c, "INSERT INTO artefact (artefact_key, facts, created, bytes, used) VALUES (?, ?, ?, ?, ?)", key, facts, now, facts.length(), now);
                for (String name : bundle.partNames()) {
                    long table = keep(transaction, bundle.part(name), written.get(name));
                    Tables.update(c, "INSERT INTO artefact_part (artefact_key, name, table_id) VALUES (?, ?, ?)", key, name, table);
                }
                return bundle.parts().size();
            });
        } catch (SQLException e) {
            throw StoreProblems.of(e, database.folder());
        }
    }

    private TableWriter.Written write(Database.Transaction transaction, Table table) throws SQLException {
        try (var writer = new TableWriter(database, transaction.connection(), table.schema())) {
            table.scan(writer::add);
            return writer.finish();
        }
    }

    /** A table that was there before may have been deleted meanwhile: then it is written after all. */
    private long keep(Database.Transaction transaction, Table table, TableWriter.@org.jspecify.annotations.Nullable Written written) throws SQLException {
        if (written != null) return written.keep(transaction.connection());
        OptionalLong known = Tables.find(transaction.connection(), table.hash());
        return known.isPresent() ? known.getAsLong() : write(transaction, table).keep(transaction.connection());
    }
}
