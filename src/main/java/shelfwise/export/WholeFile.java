package shelfwise.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;
import shelfwise.base.Problem;
import tools.jackson.core.JacksonException;

/** Writes a file beside its place and moves it there when it is whole. */
final class WholeFile {
    private WholeFile() { }

    interface Body {
        void write(OutputStream out) throws IOException;
    }

    /** @throws shelfwise.base.ProblemException if the folder can't be written; an older file is then left as it was */
    static void write(Path file, Body body) {
        Path absolute = file.toAbsolutePath();
        @Nullable Path part = null;
        try {
            Path folder = absolute.getParent();
            if (folder == null) throw new IOException("no folder: " + file);
            Files.createDirectories(folder);
            part = folder.resolve("." + absolute.getFileName() + ".writing"); // no temporary file: only its owner could read that
            try (var out = new BufferedOutputStream(Files.newOutputStream(part))) {
                body.write(out);
            }
            Files.move(part, absolute, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | JacksonException e) { // a full disk comes wrapped by the JSON writer
            throw Problem.of("export.cannot-write", file.toString()).asException(e);
        } finally {
            if (part != null) deleteQuietly(part);
        }
    }

    private static void deleteQuietly(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            // the file's own failure is told already; a left-over temporary file harms nothing
        }
    }
}
