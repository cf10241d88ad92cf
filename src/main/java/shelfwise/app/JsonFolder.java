package shelfwise.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A folder of JSON files, each named after what it holds; the folder may be missing. */
record JsonFolder(Path path) {
    private static final String ENDING = ".json";

    /** The files' names without their ending, in alphabetical order. */
    List<String> names() {
        if (!Files.isDirectory(path)) return List.of();
        try (var files = Files.list(path)) {
            return files.map(f -> f.getFileName().toString()).filter(f -> f.endsWith(ENDING)).map(f -> f.substring(0, f.length() - ENDING.length())).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path file(String name) {
        return path.resolve(fileName(name));
    }

    String fileName(String name) {
        return name + ENDING;
    }
}
