package shelfwise.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the window's settings in a file of the person's own; where it cannot be written they last for the session. */
final class RememberedFile implements Remembered {
    private static final Logger LOG = LoggerFactory.getLogger(RememberedFile.class);
    private final Path file;
    private final Properties values = new Properties();

    RememberedFile(Path file) {
        this.file = file;
        if (!Files.isReadable(file)) return;
        try (var in = Files.newBufferedReader(file)) {
            values.load(in);
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("settings of the window not read: {}", file, e);
        }
    }

    /** Where such files lie on this system. */
    static Path usual() {
        String home = System.getProperty("user.home"), system = System.getProperty("os.name").toLowerCase(java.util.Locale.ROOT);
        if (system.startsWith("windows")) return Path.of(home, "AppData", "Roaming", "Shelfwise", "window.properties");
        if (system.startsWith("mac")) return Path.of(home, "Library", "Application Support", "Shelfwise", "window.properties");
        return Path.of(home, ".config", "shelfwise", "window.properties");
    }

    @Override public String get(String key, String otherwise) {
        return values.getProperty(key, otherwise);
    }

    @Override public void put(String key, String value) {
        if (value.equals(values.setProperty(key, value))) return;
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (var out = Files.newBufferedWriter(file)) {
                values.store(out, null);
            }
        } catch (IOException e) {
            LOG.warn("settings of the window not kept: {}", file, e);
        }
    }
}
