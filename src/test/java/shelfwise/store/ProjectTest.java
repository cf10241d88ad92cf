package shelfwise.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.function.Executable;
import shelfwise.base.Hashing;
import shelfwise.base.Messages;
import shelfwise.base.ProblemException;
import shelfwise.data.Metrics;

class ProjectTest {
    @TempDir Path temp;

    private Path made() {
        Path folder = temp.resolve("shop");
        Project.create(folder).close();
        return folder;
    }

    /** Every file below {@code folder} with the hash of its bytes. */
    private static Map<String, String> bytes(Path folder) throws IOException {
        var all = new TreeMap<String, String>();
        try (var files = Files.walk(folder)) {
            for (Path p : files.toList()) all.put(folder.relativize(p).toString(), Files.isDirectory(p) ? "" : new Hashing().add(Files.readAllBytes(p)).hex());
        }
        return all;
    }

    private void refusedUnchanged(String key, Executable work) throws IOException {
        Map<String, String> before = bytes(temp);
        refused(key, work);
        assertEquals(before, bytes(temp));
    }

    /** As above, where another process has the store: H2 writes there by itself, a while after each change, so that one of many refusals must have nothing fall into it. */
    private void refusedUnchangedBesideAnother(String key, Executable work) throws IOException {
        Map<String, String> before = bytes(temp);
        for (int i = 0; i < 100; i++) {
            refused(key, work);
            Map<String, String> after = bytes(temp);
            if (after.equals(before)) return;
            before = after;
        }
        fail("every refusal changed the folder");
    }

    private static void refused(String key, Executable work) {
        var problem = assertThrows(ProblemException.class, work).problem();
        assertEquals(key, problem.key());
        for (var language : Messages.LANGUAGES) assertEquals(2, Messages.in(language).tell(problem).lines().count());
    }

    @Test void aNewProjectHasItsFoldersAndName() throws IOException {
        Path folder = made();
        assertEquals(List.of("", "models", "pipelines", "project.json", "rules", "snapshots", "store.mv.db"), List.copyOf(bytes(folder).keySet()));
        try (var project = Project.open(folder)) {
            assertEquals("shop", project.name());
        }
    }

    @Test void foldersThatAreNoProjectAreRefused() throws IOException {
        refusedUnchanged("store.no-project", () -> Project.open(temp));
        refusedUnchanged("store.no-project", () -> Project.open(temp.resolve("nowhere")));
        Path file = Files.writeString(temp.resolve("file"), "x");
        refusedUnchanged("store.not-a-folder", () -> Project.create(file));
        refusedUnchanged("store.folder-not-empty", () -> Project.create(temp));
        refusedUnchanged("store.folder-name", () -> Project.create(temp.resolve("a;b")));
    }

    @Test void aProjectOfANewerProgramIsRefused() throws IOException {
        Path folder = made(), file = folder.resolve("project.json");
        String text = Files.readString(file);
        Files.writeString(file, text.replaceFirst("\"format\" : \\d+", "\"format\" : 99"));
        refusedUnchanged("store.newer", () -> Project.open(folder));
        Files.writeString(file, "not JSON");
        refusedUnchanged("store.project-file", () -> Project.open(folder));
        Files.writeString(file, text);
        Project.open(folder, with("CREATE TABLE later (x INT)")).close();
        refusedUnchanged("store.newer", () -> Project.open(folder));
    }

    @Test void anOlderStoreIsBroughtUpWithItsContentAndACopyIsKept() throws IOException {
        Path folder = made();
        try (var project = Project.open(folder)) {
            project.settings().put("theme", "dark");
        }
        try (var project = Project.open(folder, with("ALTER TABLE setting ADD COLUMN later INT DEFAULT 7; CREATE TABLE more (x INT)"))) {
            assertEquals("dark", project.settings().get("theme").orElseThrow());
            assertEquals(1, project.query("SELECT later FROM setting WHERE later = 7").rows());
        }
        assertTrue(Files.exists(folder.resolve("store-version-" + Migrations.ALL.latest() + ".mv.db")));
    }

    @Test void metricsOfTheFirstVersionAreOfAllUsers() throws IOException, SQLException {
        Path folder = made();
        Files.delete(folder.resolve("store.mv.db"));
        long run = 1;
        Project.open(folder, new Migrations(Migrations.ALL.steps().subList(0, 1))).close();
        try (var database = new Database(folder, "store", "")) {
            database.change(c -> Tables.update(c, "INSERT INTO run (pipeline, pipeline_json, started, seconds, outcome, seed, device) VALUES ('p', '{}', NOW(), 0, 'DONE', 1, 'cpu')"));
            database.change(c -> Tables.update(c, "INSERT INTO metric VALUES (?, 0, 'knn', 'ndcg', 10, 0.5, 0.4, 0.6, 7)", run));
        }
        try (var project = Project.open(folder)) {
            assertEquals(List.of(new Metrics.Row("knn", Metrics.ALL, "ndcg", 10, 0.5, 0.4, 0.6, 7)), project.runs().metrics(run));
        }
    }

    private static Migrations with(String... more) {
        var steps = new ArrayList<>(Migrations.ALL.steps());
        steps.addAll(List.of(more));
        return new Migrations(steps);
    }

    @Test void stepsRunInOrderAndEachOnce() throws IOException {
        Path folder = made();
        Project.open(folder, with("CREATE TABLE more (x INT)")).close();
        Migrations three = with("CREATE TABLE more (x INT)", "ALTER TABLE more ADD COLUMN y INT", "INSERT INTO more VALUES (1, 2)");
        Project.open(folder, three).close();
        try (var project = Project.open(folder, three)) {
            assertEquals(1, project.query("SELECT x FROM more WHERE y = 2").rows());
            assertEquals(Migrations.ALL.latest() + 3, project.query("SELECT version FROM schema_version").rows());
        }
        assertTrue(Files.exists(folder.resolve("store-version-" + (Migrations.ALL.latest() + 1) + ".mv.db")));
    }

    @Test void aStoreThatCanNotBeBroughtUpStaysAsItWas() throws IOException {
        Path folder = made();
        refusedUnchanged("store.not-brought-up", () -> Project.open(folder, with("CREATE TABLE more (x INT)", "CREATE TABLE late (x INT); nonsense")));
        try (var project = Project.open(folder)) {
            assertEquals(0, project.query("SELECT 1 FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_NAME IN ('MORE', 'LATE')").rows());
        }
    }

    @Test void aStoreThatBrokeOffWhileItWasMadeIsMadeAnew() throws IOException, SQLException {
        Path folder = made();
        Files.delete(folder.resolve("store.mv.db"));
        try (var half = new Database(folder, "store", "")) {
            half.read(c -> {
                try (var statement = c.createStatement()) {
                    return statement.execute("CREATE TABLE schema_version (version INT PRIMARY KEY, done TIMESTAMP(3) WITH TIME ZONE NOT NULL); CREATE TABLE setting (x INT)");
                }
            });
        }
        try (var project = Project.open(folder)) {
            project.settings().put("theme", "dark");
            assertEquals("dark", project.settings().get("theme").orElseThrow());
        }
    }

    @Test void aProjectWithoutAStoreGetsAnEmptyOne() throws IOException {
        Path folder = made();
        Files.delete(folder.resolve("store.mv.db"));
        try (var project = Project.open(folder)) {
            assertEquals(List.of(), project.assets().list());
        }
    }

    @Test void errorsOfTheFileSystemAreToldAsWhatTheyAre() {
        var denied = new SQLException("IO Exception", "90031", 90031, new java.nio.file.AccessDeniedException("store.mv.db"));
        assertEquals("store.read-only", StoreProblems.opening(denied, temp).problem().key());
        var full = new SQLException("IO Exception", "90031", 90031, new IOException("No space left on device"));
        assertEquals("store.disk-full", StoreProblems.opening(full, temp).problem().key());
        assertEquals("store.disk-full", StoreProblems.of(full, temp).problem().key());
    }

    @Test void aDamagedStoreIsRefused() throws IOException {
        Path store = made().resolve("store.mv.db");
        byte[] bytes = Files.readAllBytes(store);
        Files.writeString(store, "not a store".repeat(1000));
        refusedUnchanged("store.damaged", () -> Project.open(store.getParent()));
        java.util.Arrays.fill(bytes, 0, bytes.length, (byte) 0);
        Files.write(store, bytes);
        refusedUnchanged("store.damaged", () -> Project.open(store.getParent()));
    }

    @Test void aReadOnlyFolderIsRefused() throws IOException {
        made();
        Path zip = temp.resolve("all.zip");
        try (var out = FileSystems.newFileSystem(zip, new HashMap<>(Map.of("create", "true")))) {
            Files.createDirectory(out.getPath("/shop"));
            Files.copy(temp.resolve("shop/project.json"), out.getPath("/shop/project.json"));
        }
        try (var readOnly = FileSystems.newFileSystem(URI.create("jar:" + zip.toUri()), Map.of("accessMode", "readOnly"))) {
            refusedUnchanged("store.read-only", () -> Project.open(readOnly.getPath("/shop")));
            refusedUnchanged("store.read-only", () -> Project.create(readOnly.getPath("/new")));
        }
    }

    @Test void aSecondOpenerInThisProcessIsRefused() throws IOException {
        Path folder = made();
        try (var project = Project.open(folder)) {
            assertEquals("store.in-use", assertThrows(ProblemException.class, () -> Project.open(folder)).problem().key());
            project.settings().put("still", "open");
            assertEquals("open", project.settings().get("still").orElseThrow());
        }
    }

    @Test void anotherProcessIsRefusedAndWhatItSavedOutlivesItsKilling() throws IOException, InterruptedException {
        Path folder = made();
        Process holder = Holder.start(folder);
        try {
            refusedUnchangedBesideAnother("store.in-use", () -> Project.open(folder));
        } finally {
            holder.destroyForcibly().waitFor();
        }
        try (var project = Project.open(folder)) {
            assertEquals(3, project.assets().read("kept", 1).rows());
            assertEquals(List.of("kept"), project.assets().list().stream().map(AssetInfo::name).toList(), "the import under way has left nothing");
            for (String table : List.of("reject", "column_chunk WHERE column_id NOT IN (SELECT id FROM stored_column)")) {
                assertEquals(0, project.query("SELECT 1 FROM " + table).rows(), table);
            }
            assertEquals(List.of(Outcome.BROKEN_OFF, Outcome.DONE), project.runs().list().stream().map(RunInfo::outcome).toList());
        }
    }

    @Test void workThatGoesOnDoesNotOpenAClosedProjectAgain() {
        Project project = Project.create(temp.resolve("left"));
        Assets assets = project.assets();
        project.close();
        var meta = new NewVersion("a", shelfwise.data.AssetKind.OTHER, "f", "{}", shelfwise.data.Bundle.longs(new long[1]).schema());
        for (int i = 0; i < 3; i++) assertEquals("store.closed", assertThrows(ProblemException.class, () -> assets.begin(meta)).problem().key());
        assertEquals("store.closed", assertThrows(ProblemException.class, assets::list).problem().key());
        Project.open(temp.resolve("left")).close();
    }
}
