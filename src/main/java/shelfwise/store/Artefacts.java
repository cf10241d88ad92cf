package shelfwise.store;

import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
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

    Artefacts(Database database) {
        this.database = database;
    }

    @Override public Optional<Bundle> find(String key) {
        return database.read(c -> {
            var facts = new ArrayList<Map<String, String>>();
            Tables.each(c, "SELECT facts FROM artefact WHERE artefact_key = ?", row -> facts.add(Json.facts(row.getString(1))), key);
            if (facts.isEmpty()) return Optional.empty();
            var parts = new HashMap<String, Table>();
            Tables.each(c, "SELECT name, table_id FROM artefact_part WHERE artefact_key = ?",
                    row -> parts.put(row.getString(1), Tables.read(database, c, row.getLong(2))), key);
            return Optional.of(new Bundle(facts.getFirst(), parts));
        });
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
                Tables.update(c, "INSERT INTO artefact (artefact_key, facts, created) VALUES (?, ?, ?)", key, Json.of(bundle.facts()), Instant.now().atOffset(ZoneOffset.UTC));
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
