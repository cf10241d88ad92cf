package shelfwise.export.serving;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import shelfwise.base.Problem;
import tools.jackson.core.JacksonException;

/** Fills a folder beside its place and moves it there when it is whole. */
final class WholeFolder {
    private WholeFolder() { }

    interface Body {
        void fill(Path folder) throws IOException;
    }

    /** @throws shelfwise.base.ProblemException if there is something already, or the folder can't be written; nothing is then left of it */
    static void write(Path folder, Body body) {
        Path absolute = folder.toAbsolutePath().normalize();
        @Nullable Path part = null;
        try {
            if (taken(absolute)) throw Problem.of("export.folder-taken", folder.toString()).asException();
            Path around = absolute.getParent();
            if (around == null) throw new IOException("no folder: " + folder);
            Files.createDirectories(around);
            part = around.resolve("." + absolute.getFileName() + ".writing");
            delete(part); // of a program that was killed
            Files.createDirectory(part);
            body.fill(part);
            Files.deleteIfExists(absolute); // empty
            Files.move(part, absolute);
        } catch (IOException | UncheckedIOException | JacksonException e) {
            throw Problem.of("export.cannot-write", folder.toString()).asException(e);
        } finally {
            if (part != null) deleteQuietly(part);
        }
    }

    private static boolean taken(Path folder) throws IOException {
        if (!Files.exists(folder)) return false;
        if (!Files.isDirectory(folder)) return true;
        try (var inside = Files.list(folder)) {
            return inside.findAny().isPresent();
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (var all = Files.walk(folder)) {
            for (Path p : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(p);
        }
    }

    private static void deleteQuietly(Path folder) {
        try {
            delete(folder);
        } catch (IOException e) {
            // the work's own failure is told already; what is left lies in a folder of its own and goes with the next try
        }
    }
}
