package shelfwise.ingest;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Files that lie beside the project; tests that need one are skipped where it is not there. */
final class SharedData {
    private SharedData() { }

    static Path file(String name) {
        Path path = Path.of("../shared/data", name);
        if (!Files.exists(path)) System.out.println("skipped: " + path + " is not there");
        Assumptions.assumeTrue(Files.exists(path), path + " is not there");
        return path;
    }
}
