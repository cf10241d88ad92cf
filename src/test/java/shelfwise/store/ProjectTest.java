package shelfwise.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
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
        var problem = assertThrows(ProblemException.class, work).problem();
        assertEquals(key, problem.key());
        assertEquals(before, bytes(temp));
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
        var steps = new ArrayList<>(Migrations.ALL.steps());
        steps.add("CREATE TABLE later (x INT)");
        Project.open(folder, new Migrations(steps)).close();
        refusedUnchanged("store.newer", () -> Project.open(folder));
    }

    @Test void anOlderStoreIsBroughtUpWithItsContentAndACopyIsKept() throws IOException {
        Path folder = made();
        try (var project = Project.open(folder)) {
            project.settings().put("theme", "dark");
        }
        var steps = new ArrayList<>(Migrations.ALL.steps());
        steps.add("ALTER TABLE setting ADD COLUMN later INT DEFAULT 7; CREATE TABLE more (x INT)");
        try (var project = Project.open(folder, new Migrations(steps))) {
            assertEquals("dark", project.settings().get("theme").orElseThrow());
            assertEquals(1, project.query("SELECT later FROM setting WHERE later = 7").rows());
        }
        assertTrue(Files.exists(folder.resolve("store-version-" + Migrations.ALL.latest() + ".mv.db")));
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
            refusedUnchanged("store.in-use", () -> Project.open(folder));
        } finally {
            holder.destroyForcibly().waitFor();
        }
        try (var project = Project.open(folder)) {
            assertEquals(3, project.assets().read("kept", 1).rows());
        }
    }
}
