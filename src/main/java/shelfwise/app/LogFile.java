package shelfwise.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Keeps the technical detail of what went wrong in a file of the person's own, not on the terminal. Several programs may write to it. */
public final class LogFile extends Handler {
    private static final String NAME = "shelfwise.log";
    /** They tell each round of their work otherwise; kept here, since the log manager forgets loggers that nobody holds. */
    private static final Logger SMILE = Logger.getLogger("smile"), DJL = Logger.getLogger("ai.djl");
    private static final long LARGEST = 2 << 20;
    private final Path file;

    private LogFile(Path file) {
        this.file = file;
        setFormatter(new SimpleFormatter());
    }

    /** Where the log lies: {@code -Dshelfwise.log}, else the system's usual place for logs. */
    public static Path path() {
        String home = System.getProperty("user.home"), system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return Optional.ofNullable(System.getProperty("shelfwise.log")).map(Path::of).orElseGet(() -> {
            if (system.startsWith("windows")) return Path.of(home, "AppData", "Local", "Shelfwise", NAME);
            if (system.startsWith("mac")) return Path.of(home, "Library", "Logs", "Shelfwise", NAME);
            return Path.of(home, ".local", "state", "shelfwise", NAME);
        });
    }

    /** From now on everything that is logged goes to the file alone. */
    public static void install() {
        LogManager.getLogManager().reset();
        SMILE.setLevel(Level.WARNING);
        DJL.setLevel(Level.WARNING);
        Logger.getLogger("").addHandler(new LogFile(path()));
    }

    @Override public synchronized void publish(LogRecord entry) {
        if (!isLoggable(entry)) return;
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            if (Files.exists(file) && Files.size(file) > LARGEST) Files.move(file, file.resolveSibling(NAME + ".old"), StandardCopyOption.REPLACE_EXISTING);
            Files.writeString(file, getFormatter().format(entry), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            reportError(null, e, java.util.logging.ErrorManager.WRITE_FAILURE);
        }
    }

    @Override public void flush() { }

    @Override public void close() { }
}
