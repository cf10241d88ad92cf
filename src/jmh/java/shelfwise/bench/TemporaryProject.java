package shelfwise.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import shelfwise.app.Workspace;

/** A new project in a folder that goes when it is closed. */
record TemporaryProject(Path folder, Workspace workspace) implements AutoCloseable {
    /** 541,909 rows of 8 columns. */
    static final Path ORDERS = Path.of("../shared/data/retail/online-retail.csv.gz");

    static TemporaryProject make() {
        try {
            Path folder = Files.createTempDirectory("shelfwise-bench");
            return new TemporaryProject(folder, Workspace.create(folder.resolve("shop")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override public void close() {
        workspace.close();
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
