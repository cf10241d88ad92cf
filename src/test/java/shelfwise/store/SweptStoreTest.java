package shelfwise.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shelfwise.base.Progress;
import shelfwise.data.Bundle;
import shelfwise.data.TableHasher;

/** Stores of earlier programs, and stores whose sweep was broken off. */
class SweptStoreTest {
    private static final int KILLS = 4;
    @TempDir Path folder;

    private static String hash(ArtefactStore store, String key) {
        var hasher = new TableHasher(Bundle.longs(new long[0]).schema());
        store.find(key).orElseThrow().part("t").scan(hasher::add);
        return hasher.hex();
    }

    @Test void artefactsOfAnOlderStoreHaveTheirSizeAndWereLastUsedWhenTheyWereMade() throws IOException, SQLException {
        Path shop = folder.resolve("shop");
        Project.create(shop).close();
        Files.delete(shop.resolve("store.mv.db"));
        Project.open(shop, new Migrations(Migrations.ALL.steps().subList(0, 3))).close();
        try (var database = new Database(shop, "store", "")) {
            database.change(c -> {
                for (int i = 0; i < 3; i++) {
                    Tables.update(c, "INSERT INTO stored_column VALUES (?, ?, 'LONG', 1, 70)", i, "h" + i);
                    Tables.update(c, "INSERT INTO stored_table (id, hash, num_rows) VALUES (?, ?, 1)", i, "t" + i);
                    Tables.update(c, "INSERT INTO table_column VALUES (?, 0, 'value', 'INTEGER', 'NONE', ?)", i, Math.min(i, 1));
                    Tables.update(c, "INSERT INTO artefact VALUES (?, '{\"n\":\"1\"}', ?)", "k" + i, java.time.Instant.ofEpochSecond(100 - i).atOffset(java.time.ZoneOffset.UTC));
                    Tables.update(c, "INSERT INTO artefact_part VALUES (?, 't', ?)", "k" + i, i);
                }
                return 0;
            });
        }
        try (var project = Project.open(shop)) {
            assertEquals(new ArtefactCache.Usage(3 * 9 + 2 * 70, 9 + 70, 3, 1), project.cache().usage(Set.of("k2")));
            assertEquals(new ArtefactCache.Swept(9, 1), project.cache().sweep(3 * 9 + 2 * 70 - 1, Set::of, Progress.NONE));
            assertEquals(List.of("k0", "k1"), List.of("k0", "k1", "k2").stream().filter(project.artefacts()::has).toList());
        }
        assertTrue(Files.exists(shop.resolve("store-version-3.mv.db")));
    }

    @Test void killedInTheMiddleOfASweepTheStoreIsWhole() throws IOException, InterruptedException {
        Path shop = folder.resolve("shop");
        Project.create(shop).close();
        var random = new Random(1);
        for (int i = 0; i < KILLS; i++) {
            Process sweeper = Sweeper.start(shop);
            try {
                sweeper.waitFor(random.nextInt(1_500), TimeUnit.MILLISECONDS);
            } finally {
                sweeper.destroyForcibly().waitFor();
            }
            try (var project = Project.open(shop)) {
                for (String key : Sweeper.NEEDED) assertEquals(Sweeper.table(key).hash(), hash(project.artefacts(), key));
                for (int k = 0; k < 30; k++) if (project.artefacts().has("k" + k)) assertEquals(Sweeper.table("k" + k).hash(), hash(project.artefacts(), "k" + k));
                assertEquals(0, project.query("SELECT 1 FROM table_column f WHERE NOT EXISTS (SELECT 1 FROM column_chunk c WHERE c.column_id = f.column_id)").rows());
            }
        }
    }
}
