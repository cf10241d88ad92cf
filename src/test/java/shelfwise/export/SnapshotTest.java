package shelfwise.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shelfwise.base.Messages;
import shelfwise.base.ProblemException;
import shelfwise.base.Progress;
import shelfwise.data.Catalogue;
import shelfwise.data.ColumnType;
import shelfwise.data.Field;
import shelfwise.data.Ids;
import shelfwise.data.Lists;
import shelfwise.data.Metrics;
import shelfwise.data.Role;
import shelfwise.data.Schema;
import shelfwise.data.TableBuilder;
import shelfwise.data.TextCells;

class SnapshotTest {
    @TempDir Path folder;

    /** Odd ids on purpose: a leading zero, Chinese, an emoji, 20 digits, a quote and a comma, and what would end a script. */
    private static final Ids USERS = new Ids(List.of("007", "用户 1", "17850.0"));
    private static final Ids ITEMS = new Ids(List.of("00042", "🎁,\"x\"", "12345678901234567890", "</script><b>"));

    private static Snapshot snapshot() {
        var lists = new Lists("item-knn", USERS, ITEMS, new int[] {0, 2, 3, 4}, new int[] {1, 3, 2, 0}, new float[] {0.5f, 0.25f, 1, 2}, new int[] {0, 1, 0, 0});
        var catalogue = new Catalogue(ITEMS, TableBuilder.of(Schema.of(new Field("name", ColumnType.TEXT, Role.TITLE)), TextCells.of("Mug", "礼物", null, "<i>")));
        var provenance = new Provenance("Shop", "clean", 3, "2026-01-01T00:00:00Z", 1.5, "0.1.0", List.of(new Provenance.Source("orders", 1, 10, "ab")),
                List.of(new Provenance.Step("knn", "model.item-knn", 1, "{\"k\":20}")), List.of(new Metrics.Row("item-knn", "ndcg", 10, 0.1, 0.05, 0.15, 3)), List.of());
        return new SnapshotBuilder(catalogue).add(lists, null, Progress.NONE).build("2026-01-01-clean-3", "2026-01-01T00:00:01Z", provenance);
    }

    @Test void aKeptSnapshotIsReadBackEqual() {
        var files = new SnapshotFiles(folder);
        Snapshot kept = files.keep(snapshot());
        assertEquals(List.of("2026-01-01-clean-3"), files.ids());
        assertEquals(kept, files.read("2026-01-01-clean-3"));
        assertEquals(64, kept.hash().length());
    }

    @Test void theLatestSnapshotComesFirstWithinAMinuteToo() throws IOException {
        for (String id : List.of("2026-01-01-1200-shop-9", "2026-01-01-1200-shop-10", "2026-01-01-1200-a-shop-11", "2026-01-01-1159-shop-8")) {
            Files.writeString(folder.resolve(id + ".json"), "{}");
        }
        assertEquals(List.of("2026-01-01-1200-a-shop-11", "2026-01-01-1200-shop-10", "2026-01-01-1200-shop-9", "2026-01-01-1159-shop-8"), new SnapshotFiles(folder).ids());
    }

    @Test void theHashDependsOnContent() {
        var other = snapshot();
        var changed = new Snapshot(other.format(), other.id(), other.created(), "", other.provenance(), other.items(), other.histories(), other.lists().subList(0, 2));
        var files = new SnapshotFiles(folder);
        assertFalse(files.keep(other).hash().equals(files.keep(changed).hash()));
    }

    @Test void aSnapshotChangedByHandIsRefused() throws IOException {
        var files = new SnapshotFiles(folder);
        files.keep(snapshot());
        Path file = folder.resolve("2026-01-01-clean-3.json");
        Files.writeString(file, Files.readString(file).replace("00042", "00043"));
        assertEquals("export.snapshot-changed", assertThrows(ProblemException.class, () -> files.read("2026-01-01-clean-3")).problem().key());
    }

    @Test void brokenAndUnknownSnapshotsAreToldApart() throws IOException {
        var files = new SnapshotFiles(folder);
        Files.writeString(folder.resolve("broken.json"), "{\"format\":");
        assertEquals("export.snapshot-unreadable", assertThrows(ProblemException.class, () -> files.read("broken")).problem().key());
        assertEquals("export.no-snapshot", assertThrows(ProblemException.class, () -> files.read("none")).problem().key());
    }

    @Test void idsComeOutOfTheCsvAsTheyWentIn() throws IOException {
        Path file = folder.resolve("lists.csv");
        SnapshotCsv.write(snapshot(), Messages.in(Locale.ENGLISH), file);
        String text = Files.readString(file);
        assertTrue(text.contains("item-knn,007,1,\"🎁,\"\"x\"\"\",礼物"), text);
        assertTrue(text.contains("item-knn,用户 1,1,12345678901234567890,"), text);
        assertTrue(text.contains("item-knn,007,2,</script><b>,<i>,,0.25,popularity"), text);
        assertEquals(5, text.lines().count());
        assertTrue(Files.readString(folder.resolve("lists.csv.provenance.txt")).contains("data orders version 1 ab"));
    }

    @Test void thePageIsWholeByItselfAndNothingInItEndsTheScript() throws IOException {
        for (Locale language : Messages.LANGUAGES) {
            Path file = folder.resolve("page.html");
            SnapshotHtml.write(snapshot(), Messages.in(language), file);
            String page = Files.readString(file);
            assertEquals(page.indexOf("</script>"), page.lastIndexOf("</script>"));
            assertFalse(page.contains("http://") || page.contains("https://") || page.contains("%TEXTS%") || page.contains("%DATA%") || page.contains("‹"));
            assertTrue(page.contains("12345678901234567890") && page.contains("用户 1"));
        }
    }

    @Test void othersMayReadAnExportAsTheyMayAnyNewFile() throws IOException {
        SnapshotCsv.write(snapshot(), Messages.in(Locale.ENGLISH), folder.resolve("lists.csv"));
        Path plain = Files.createFile(folder.resolve("plain"));
        assumeTrue(Files.getFileStore(plain).supportsFileAttributeView("posix"), "this file system knows no permissions");
        assertEquals(Files.getPosixFilePermissions(plain), Files.getPosixFilePermissions(folder.resolve("lists.csv")));
    }

    @Test void aFolderThatCannotBeWrittenIsToldAndTheOldFileStays() throws IOException {
        Path blocked = folder.resolve("file");
        Files.writeString(blocked, "old");
        var problem = assertThrows(ProblemException.class, () -> SnapshotCsv.write(snapshot(), Messages.in(Locale.ENGLISH), blocked.resolve("lists.csv"))).problem();
        assertEquals("export.cannot-write", problem.key());
        assertEquals("old", Files.readString(blocked));
    }
}
