package shelfwise.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import shelfwise.base.Problem;
import shelfwise.base.Progress;
import shelfwise.data.Role;
import shelfwise.ingest.ImportOptions;
import shelfwise.ingest.ImportResult;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Projects that come with data files and a {@code sample.json} naming them; their assets are imported when they are first opened. */
public final class Samples {
    private static final String FILE = "sample.json";
    /** The setting that says what came in once: what was deleted or renamed since must not come again. */
    private static final String IMPORTED = "sample.imported";

    private record Entry(String name, Path file, Map<String, Role> roles) { }

    private Samples() { }

    /** The sample projects that came with the program, by name; empty if it came without. */
    public static List<Path> all() {
        return Stream.of(System.getProperty("shelfwise.home"), System.getProperty("shelfwise.basedir"), "").filter(Objects::nonNull)
                .map(base -> Path.of(base).resolve("sample-projects")).filter(Files::isDirectory).findFirst().map(Samples::inside).orElse(List.of());
    }

    private static List<Path> inside(Path folder) {
        try (var found = Files.list(folder)) {
            return found.filter(p -> Files.isRegularFile(p.resolve(FILE))).map(Path::toAbsolutePath).map(Path::normalize).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The sample itself where it may be written to, else a copy of it in {@code folder}, made if it is not yet there. */
    public static Path writable(Path sample, Path folder) {
        if (Files.isWritable(sample)) return sample;
        Path copy = folder.resolve(String.valueOf(sample.getFileName()));
        if (!Files.exists(copy)) copy(sample, copy);
        return copy;
    }

    /** Whole or not at all: half a sample would be taken for the whole one the next time. */
    static void copy(Path sample, Path copy) {
        Path draft = copy.resolveSibling("." + copy.getFileName() + ".part");
        try {
            deleteAll(draft);
            try (var files = Files.walk(sample)) {
                for (Path from : files.toList()) {
                    Path to = draft.resolve(sample.relativize(from).toString());
                    if (Files.isDirectory(from)) Files.createDirectories(to);
                    else Files.copy(from, to);
                }
            }
            Files.move(draft, copy);
        } catch (IOException | UncheckedIOException e) {
            deleteQuietly(draft);
            throw Problem.of("app.no-folder", copy.toString()).asException(e);
        }
    }

    private static void deleteAll(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (var files = Files.walk(folder)) {
            for (Path p : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(p);
        }
    }

    private static void deleteQuietly(Path folder) {
        try {
            deleteAll(folder);
        } catch (IOException | UncheckedIOException e) {
            // what went wrong first is told; the next copy begins by deleting this
        }
    }

    /** Whether the project has files that were not imported yet. */
    public static boolean toImport(Workspace workspace) {
        return !missing(workspace).isEmpty();
    }

    /**
     * Imports the files of a sample that were not imported before and whose assets are not in the store.
     *
     * @return what was imported; nothing for a project that is no sample
     */
    public static List<ImportResult> importMissing(Workspace workspace, Progress progress) {
        var results = new ArrayList<ImportResult>();
        for (Entry e : missing(workspace)) {
            results.add(workspace.imports().importFile(e.file(), ImportOptions.DETECT.withName(e.name()).withRoles(e.roles()), progress));
            workspace.settings().put(IMPORTED, workspace.settings().get(IMPORTED).map(before -> before + "\n").orElse("") + e.name());
        }
        return results;
    }

    private static List<Entry> missing(Workspace workspace) {
        Path file = workspace.folder().resolve(FILE);
        if (!Files.isRegularFile(file)) return List.of();
        try {
            JsonNode json = JsonMapper.builder().build().readTree(Files.readString(file));
            List<String> imported = workspace.settings().get(IMPORTED).orElse("").lines().toList();
            var entries = new ArrayList<Entry>();
            for (JsonNode asset : json.path("assets")) {
                String name = asset.path("name").asString("");
                if (imported.contains(name) || workspace.assets().find(name).isPresent()) continue;
                var roles = new HashMap<String, Role>();
                asset.path("roles").properties().forEach(r -> roles.put(r.getKey(), ImportOptions.roleOf(r.getValue().asString(""))));
                entries.add(new Entry(name, workspace.folder().resolve(asset.path("file").asString("")), roles));
            }
            return entries;
        } catch (IOException | JacksonException e) {
            throw Problem.of("app.sample-unreadable", file.toString()).asException(e);
        }
    }
}
