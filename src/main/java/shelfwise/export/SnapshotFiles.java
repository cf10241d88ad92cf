package shelfwise.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import shelfwise.base.Hashing;
import shelfwise.base.Problem;
import shelfwise.base.ProblemException;
import shelfwise.base.Progress;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The snapshots of a project, one JSON file each in its folder {@code snapshots}. A file is written whole or not at all. */
public final class SnapshotFiles {
    private static final String ENDING = ".json";
    private static final int MINUTE = "2026-01-01-1200".length();
    private static final Pattern RUN = Pattern.compile("-(\\d{1,18})$");
    private final Path folder;
    private final JsonMapper json = JsonMapper.builder().build();

    public SnapshotFiles(Path folder) {
        this.folder = folder;
    }

    /** Gives the snapshot its hash and keeps it. */
    public Snapshot keep(Snapshot snapshot) {
        return keep(snapshot, Progress.NONE);
    }

    /** @throws java.util.concurrent.CancellationException once cancelled, with no file left */
    public Snapshot keep(Snapshot snapshot, Progress progress) {
        try {
            Snapshot hashed = snapshot.withHash(hash(snapshot, progress));
            WholeFile.write(folder.resolve(hashed.id() + ENDING), out -> json.writeValue(new WatchedStream(out, progress), hashed));
            return hashed;
        } catch (JacksonException | ProblemException e) {
            progress.check(); // the JSON writer wraps whatever ends it, a cancel too
            throw e;
        }
    }

    /** Writes {@code snapshot} as JSON. */
    public void write(Path file, Snapshot snapshot) {
        WholeFile.write(file, out -> json.writeValue(out, snapshot));
    }

    /** Ids of all snapshots, latest first. */
    public List<String> ids() {
        if (!Files.isDirectory(folder)) return List.of();
        try (var files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).filter(n -> n.endsWith(ENDING)).map(n -> n.substring(0, n.length() - ENDING.length()))
                    .sorted(Comparator.comparing(SnapshotFiles::minute).thenComparingLong(SnapshotFiles::run).thenComparing(Comparator.naturalOrder()).reversed()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What an id begins with: the date and the minute of its making. */
    private static String minute(String id) {
        return id.substring(0, Math.min(id.length(), MINUTE));
    }

    /** What an id ends with: of those of one minute the higher is the later. */
    private static long run(String id) {
        Matcher end = RUN.matcher(id);
        return end.find() ? Long.parseLong(end.group(1)) : 0;
    }

    /** @throws shelfwise.base.ProblemException if there is none, it can't be read, or its content is not what was frozen */
    public Snapshot read(String id) {
        Path file = folder.resolve(id + ENDING);
        if (!ids().contains(id)) throw Problem.of("export.no-snapshot", id, ids()).asException();
        Snapshot snapshot;
        try (var in = Files.newInputStream(file)) {
            snapshot = json.readValue(in, Snapshot.class);
        } catch (IOException | JacksonException e) {
            throw Problem.of("export.snapshot-unreadable", file.toString()).asException(e);
        }
        if (snapshot.format() > Snapshot.FORMAT) throw Problem.of("export.snapshot-newer", file.toString()).asException();
        if (!hash(snapshot, Progress.NONE).equals(snapshot.hash())) throw Problem.of("export.snapshot-changed", file.toString()).asException();
        return snapshot;
    }

    public void delete(String id) {
        try {
            Files.delete(folder.resolve(id + ENDING));
        } catch (NoSuchFileException e) {
            throw Problem.of("export.no-snapshot", id, ids()).asException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String hash(Snapshot snapshot, Progress progress) {
        var text = new ByteArrayOutputStream();
        json.writeValue(new WatchedStream(text, progress), snapshot.withHash(""));
        return new Hashing().add(text.toByteArray()).hex();
    }
}
