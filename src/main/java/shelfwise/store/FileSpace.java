package shelfwise.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import shelfwise.base.Problem;
import shelfwise.base.Progress;

/**
 * The store's file on the disk. H2 keeps the room of what was deleted for what comes later, and gives it back when it is closed, in a fifth
 * of a second, mostly not at all. So it is asked to, in slices, for which others who write wait; who reads does not.
 */
final class FileSpace {
    private static final int SLICE_MILLIS = 150, ROUNDS = 200, IN_VAIN = 8;
    /** H2 lets go of a deleted value only after later changes. */
    private static final int CHANGES = 6;
    /** What the file takes above its values, for pages half filled and the places where they stand. */
    private static final double OVERHEAD = 1.3;
    /** Less room is left to H2. */
    private static final long SMALL = 16_000_000;
    private static final String COUNTER = "store.given-back";
    private final Database database;

    FileSpace(Database database) {
        this.database = database;
    }

    long bytes() {
        Path file = database.path();
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw Problem.of("store.read-only", file.toString()).asException(e);
        }
    }

    /** Whether giving back is worth its time. */
    private boolean wasteful(long live) {
        return bytes() - live * OVERHEAD > SMALL;
    }

    /**
     * Gives free room back to the disk, as long as there is much of it and giving it back gets on. Killed meanwhile, the store is whole.
     *
     * @return bytes by which the file is smaller now
     * @throws java.util.concurrent.CancellationException once cancelled; what was given back stays so
     */
    long giveBack(Progress progress) {
        long before = bytes(), live = database.read(FileSpace::live), smallest = before;
        if (!wasteful(live)) return 0;
        for (int i = 0; i < CHANGES; i++) change();
        for (int round = 0, vain = 0; round < ROUNDS && vain < IN_VAIN && wasteful(live); round++, vain++) {
            progress.at(before - smallest, before);
            change();
            database.read(FileSpace::compact);
            if (bytes() < smallest) vain = 0;
            smallest = Math.min(smallest, bytes());
        }
        database.change(c -> 0);
        return Math.max(0, before - bytes());
    }

    private static long live(Connection c) throws SQLException {
        return Tables.id(c, "SELECT COALESCE((SELECT SUM(bytes) FROM stored_column), 0) + COALESCE((SELECT SUM(bytes) FROM artefact), 0)").orElse(0);
    }

    private void change() {
        database.change(c -> Tables.update(c, "MERGE INTO setting KEY (name) VALUES (?, ?)", COUNTER, String.valueOf(System.nanoTime())));
    }

    /** H2 stops keeping the last seconds' versions for this, as it does when it closes; it shall keep them again afterwards. */
    private static int compact(Connection c) throws SQLException {
        var session = (SessionLocal) c.unwrap(JdbcConnection.class).getSession();
        MVStore store = session.getDatabase().getStore().getMvStore();
        int retention = store.getRetentionTime();
        try {
            store.compactFile(SLICE_MILLIS);
        } finally {
            store.setRetentionTime(retention);
        }
        return retention;
    }
}
