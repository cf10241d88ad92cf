package shelfwise.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shelfwise.base.ProblemException;
import shelfwise.data.AssetKind;
import shelfwise.data.Bundle;
import shelfwise.data.ColumnType;
import shelfwise.data.DoubleCells;
import shelfwise.data.Field;
import shelfwise.data.LongCells;
import shelfwise.data.Metrics;
import shelfwise.data.Role;
import shelfwise.data.Schema;
import shelfwise.data.Table;
import shelfwise.data.TableBuilder;
import shelfwise.data.TextCells;

class AssetsTest {
    private static final Schema SCHEMA = Schema.of(new Field("id", ColumnType.TEXT, Role.ITEM), new Field("n", ColumnType.INTEGER),
            new Field("price", ColumnType.DECIMAL), new Field("at", ColumnType.TIME), new Field("ok", ColumnType.BOOLEAN));
    private static final long GONE = LongCells.MISSING;

    @TempDir Path folder;
    private Project project;

    @BeforeEach void create() {
        project = Project.create(folder.resolve("店铺"));
    }

    @AfterEach void close() {
        project.close();
    }

    private static Table odd() {
        return TableBuilder.of(SCHEMA, TextCells.of("0012", null, "", "订单甲", "🛒 a", "12345678901234567890"),
                new LongCells(new long[] {GONE, Long.MAX_VALUE, Long.MIN_VALUE + 1, 0, -1, 7}), new DoubleCells(new double[] {Double.NaN, 0.1, -0.0, 1e300, 2.55, Double.POSITIVE_INFINITY}),
                new LongCells(new long[] {0, 1_000, GONE, 1_700_000_000_000L, -1_000, 5_000}), new LongCells(new long[] {1, 0, GONE, 1, 1, 0}));
    }

    private static Table large(int rows) {
        return TableBuilder.of(SCHEMA, TextCells.of(IntStream.range(0, rows).mapToObj(i -> i % 10 == 3 ? null : "item " + i % 1000).toArray(String[]::new)),
                new LongCells(IntStream.range(0, rows).mapToLong(i -> i * 7L).toArray()), new DoubleCells(IntStream.range(0, rows).mapToDouble(i -> Math.sin(i)).toArray()),
                new LongCells(IntStream.range(0, rows).mapToLong(i -> 1_600_000_000_000L + i * 60_000L).toArray()), new LongCells(IntStream.range(0, rows).mapToLong(i -> i % 2).toArray()));
    }

    private AssetVersion save(String name, Table table) {
        try (var writer = project.assets().begin(new NewVersion(name, AssetKind.INTERACTIONS, name + ".csv", "{}", table.schema()))) {
            table.scan(writer::add);
            return writer.commit();
        }
    }

    private static List<String> values(Table table) {
        var all = new ArrayList<String>();
        table.scan(c -> {
            for (int r = 0; r < c.rows(); r++) {
                for (int i = 0; i < c.columns().size(); i++) all.add(c.columns().get(i).missing(r) ? "missing" : "=" + c.columns().get(i).text(r, table.schema().field(i).type()));
            }
        });
        return all;
    }

    @Test void everyTypeComesBackAsItWentInAfterReopening() {
        AssetVersion saved = save("odd", odd());
        Path place = project.folder();
        project.close();
        project = Project.open(place);
        Table read = project.assets().read("odd", 0);
        assertEquals(SCHEMA, read.schema());
        assertEquals(values(odd()), values(read));
        assertEquals(odd().hash(), read.hash());
        assertEquals(saved, project.assets().version("odd", 1));
        var hasher = new shelfwise.data.TableHasher(SCHEMA);
        read.scan(hasher::add);
        assertEquals(odd().hash(), hasher.hex());
    }

    @Test void largeTablesArePagedAndReadByColumnHoweverTheyWereCut() {
        Table table = large(150_000);
        try (var writer = project.assets().begin(new NewVersion("large", AssetKind.OTHER, "f", "{}", SCHEMA))) {
            for (int from = 0; from < 150_000; from += 40_000) table.slice(from, from + 40_000).scan(writer::add);
            writer.commit();
        }
        Table read = project.assets().read("large", 1);
        assertEquals(table.hash(), read.hash());
        assertEquals(values(table.slice(65_530, 65_545)), values(read.slice(65_530, 65_545)));
        assertEquals(values(table.select(List.of("price", "id")).slice(149_990, 150_000)), values(read.select(List.of("price", "id")).slice(149_990, 150_000)));
        assertEquals(table.select(List.of("n")).hash(), read.select(List.of("n")).hash());
    }

    @Test void equalColumnsAreKeptOnce() {
        save("a", large(70_000));
        long before = project.query("SELECT COUNT(*) FROM column_chunk").slice(0, 1).rows();
        String count = values(project.query("SELECT COUNT(*) FROM column_chunk")).getFirst();
        save("b", large(70_000));
        project.artefacts().put("key", new Bundle(Map.of("x", "1"), Map.of("t", large(70_000).select(List.of("n", "id")))));
        assertEquals(1, before);
        assertEquals(count, values(project.query("SELECT COUNT(*) FROM column_chunk")).getFirst());
        project.assets().delete("a");
        project.assets().delete("b");
        assertEquals(large(70_000).select(List.of("n", "id")).hash(), project.artefacts().find("key").orElseThrow().hash().isEmpty() ? "" : project.artefacts().find("key").orElseThrow().part("t").hash());
        assertEquals("=4", values(project.query("SELECT COUNT(*) FROM column_chunk")).getFirst());
    }

    @Test void anImportNotCommittedLeavesNothing() {
        try (var writer = project.assets().begin(new NewVersion("a", AssetKind.OTHER, "f", "{}", SCHEMA))) {
            large(70_000).scan(writer::add);
            writer.reject(3, "reject.x", List.of("1"), "raw");
        }
        assertEquals(List.of(), project.assets().list());
        assertEquals(List.of("=0", "=0"), values(project.query("SELECT (SELECT COUNT(*) FROM column_chunk), (SELECT COUNT(*) FROM reject)")));
    }

    @Test void rejectsRolesWordsAndProfilesAreKept() {
        AssetVersion saved;
        try (var writer = project.assets().begin(new NewVersion("a", AssetKind.OTHER, "f", "{}", SCHEMA))) {
            odd().scan(writer::add);
            for (int i = 0; i < 1_200; i++) writer.reject(i + 1, "reject.x", List.of("列", "" + i), "raw " + i);
            saved = writer.commit();
        }
        assertEquals(1_200, saved.rejected());
        assertEquals(List.of(new Reject(1_200, "reject.x", List.of("列", "1199"), "raw 1199")), project.assets().rejects(saved.id(), 1_199, 50));
        project.assets().saveProfile(saved.hash(), "{}");
        AssetVersion changed = project.assets().setRole("a", "price", Role.PRICE);
        assertEquals(Role.PRICE, project.assets().read("a", 0).schema().field(2).role());
        assertEquals(saved.contentHash(), changed.contentHash());
        assertTrue(project.assets().findProfile(saved.id()).isEmpty());
        assertThrows(ProblemException.class, () -> project.assets().setRole("a", "n", Role.PRICE));
        project.assets().describe("a", "Ann", List.of("raw"), "orders");
        project.assets().rename("a", "b");
        AssetInfo info = project.assets().find("b").orElseThrow();
        assertEquals("Ann", info.owner());
        assertEquals(List.of("raw"), info.tags());
        assertEquals(new Loss(1, 6, 1_200, List.of()), project.assets().loss("b"));
        assertThrows(ProblemException.class, () -> project.assets().read("a", 0));
    }

    @Test void sqlReadsAnAssetWithItsTypes() {
        save("订单", odd());
        Table read = project.query("SELECT * FROM asset('订单')");
        assertEquals(SCHEMA.fields().stream().map(Field::type).toList(), read.schema().fields().stream().map(Field::type).toList());
        assertEquals(values(odd()), values(read));
        assertEquals(List.of("=5", "=1"), values(project.query("select count(ID), sum(case when id = '' then 1 else 0 end) from asset('订单')")));
        for (String sql : List.of("DELETE FROM setting", "DROP TABLE reject", "SELECT 1; DELETE FROM setting", "SELECT * FROM asset('no')", "SHUTDOWN",
                "CREATE TABLE x (y INT)", "CALL FILE_READ('/etc/hosts')", "nonsense")) {
            assertTrue(assertThrows(ProblemException.class, () -> project.query(sql), sql).problem().key().startsWith("store.sql"), sql);
        }
    }

    @Test void runsAndBundlesComeBack() {
        long run = project.runs().start("p", "{}", 42, "cpu");
        var metric = new Metrics.Row("knn", "ndcg", 10, 0.25, Double.NaN, Double.NaN, 7);
        var part = new Metrics.Row("knn", "category:茶, a:b", "ndcg", 10, 0.5, 0.4, 0.6, 2);
        var node = new NodeRun("knn", "model.item-knn", "done", 1.5, "k1", shelfwise.base.Problem.of("a.b", "x", 1, "y"));
        project.runs().finish(run, new RunEnd(Outcome.DONE, 2, List.of(new RunData("a", 1, "h")), List.of(node), List.of(new RunOutput("knn", "model", "k1")), List.of(metric, part)));
        RunInfo info = project.runs().find(run).orElseThrow();
        assertEquals(Outcome.DONE, info.outcome());
        assertEquals(List.of(node), info.nodes());
        assertEquals(List.of(metric, part), project.runs().metrics(run));
        assertEquals(List.of(new RunOutput("knn", "model", "k1")), project.runs().outputs(run));
        var bundle = new Bundle(Map.of("f", "1"), Map.of("floats", Bundle.floats(new float[] {0.1f, -3e-8f}), "none", Bundle.ints(new int[0])));
        project.artefacts().put("k1", bundle);
        Bundle read = project.artefacts().find("k1").orElseThrow();
        assertEquals(bundle.hash(), read.hash());
        assertArrayEquals(new float[] {0.1f, -3e-8f}, read.floats("floats"));
        project.settings().put("theme", "dark");
        assertEquals("dark", project.settings().get("theme").orElseThrow());
    }
}
