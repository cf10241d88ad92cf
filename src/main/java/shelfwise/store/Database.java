package shelfwise.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.locks.ReentrantLock;
import org.h2.api.ErrorCode;

/**
 * Connections to one H2 file, for several threads. Reading goes on side by side; every change ends under one lock, so that what it
 * found before it wrote still holds. A thread in here must never be interrupted: H2 would close the file.
 */
final class Database implements AutoCloseable {
    /** Something done with a connection. */
    @FunctionalInterface
    interface Work<T> {
        T run(Connection connection) throws SQLException;
    }

    private final Path folder;
    private final String name;
    private final String file;
    private final String url;
    private final Deque<Connection> idle = new ConcurrentLinkedDeque<>();
    private final Set<Connection> open = ConcurrentHashMap.newKeySet();
    private final ReentrantLock changes = new ReentrantLock();
    private boolean closed;

    /**
     * @param folder   of the project, told in problems
     * @param name     of the file in it, without its ending
     * @param settings more of H2's settings, each after a semicolon
     * @throws SQLException if the file can't be opened
     */
    Database(Path folder, String name, String settings) throws SQLException {
        this.folder = folder;
        this.name = name;
        // Names of columns are the analyst's: SQL may write them in any case.
        // Whoever opened it closes it: H2 closing it by itself at Ctrl-C would take it from under the work that is being put away.
        file = "jdbc:h2:file:" + folder.toAbsolutePath().resolve(name) + ";CASE_INSENSITIVE_IDENTIFIERS=TRUE;DB_CLOSE_ON_EXIT=FALSE";
        url = file + ";TRACE_LEVEL_FILE=0;LOCK_TIMEOUT=20000" + settings;
        idle.push(connect());
    }

    /** @throws SQLException if the file can't be opened, or was closed: work that goes on must not open it again */
    private synchronized Connection connect() throws SQLException {
        refuseClosed();
        Connection made = DriverManager.getConnection(url, "sa", "");
        open.add(made);
        return made;
    }

    private void refuseClosed() throws SQLException {
        if (closed) throw new SQLException("closed", "", ErrorCode.DATABASE_IS_CLOSED);
    }

    /** A connection for the analyst's own SQL, to be closed by the caller; it can read alone. */
    synchronized Connection reader() throws SQLException {
        refuseClosed();
        return DriverManager.getConnection(file, "reader", "reader");
    }

    Path folder() {
        return folder;
    }

    /** Where it lies on the disk. */
    Path path() {
        return folder.resolve(name + ".mv.db");
    }

    <T> T read(Work<T> work) {
        try {
            Connection connection = borrow();
            try {
                return work.run(connection);
            } finally {
                idle.push(connection);
            }
        } catch (SQLException e) {
            throw StoreProblems.of(e, folder);
        }
    }

    /** Runs {@code work} as one transaction; when this returns, it is on the disk. */
    <T> T change(Work<T> work) {
        try (Transaction transaction = begin()) {
            return transaction.commit(work);
        }
    }

    /** A transaction with a connection of its own, for streams; not under the lock until it is committed. */
    Transaction begin() {
        try {
            Connection connection = borrow();
            connection.setAutoCommit(false);
            return new Transaction(connection);
        } catch (SQLException e) {
            throw StoreProblems.of(e, folder);
        }
    }

    private Connection borrow() throws SQLException {
        Connection known = idle.poll();
        return known == null ? connect() : known;
    }

    /** Rolls back whatever is under way. */
    @Override public void close() {
        synchronized (this) {
            closed = true;
        }
        SQLException failed = null;
        for (Connection connection : open) {
            try {
                connection.close();
            } catch (SQLException e) {
                failed = e; // the others are closed all the same, or the file stays locked
            }
        }
        if (failed != null) throw StoreProblems.of(failed, folder);
    }

    /** One transaction; closed without a commit, it leaves the store as it was. */
    final class Transaction implements AutoCloseable {
        private final Connection connection;
        private boolean done;

        private Transaction(Connection connection) {
            this.connection = connection;
        }

        Connection connection() {
            return connection;
        }

        /** Does {@code last} under the lock, commits, and waits for the disk. */
        <T> T commit(Work<T> last) {
            changes.lock();
            try {
                T result = last.run(connection);
                connection.commit();
                done = true;
                try (var sync = connection.createStatement()) {
                    sync.execute("CHECKPOINT SYNC");
                }
                return result;
            } catch (SQLException e) {
                throw StoreProblems.of(e, folder);
            } finally {
                changes.unlock();
            }
        }

        @Override public void close() {
            try {
                if (!done) connection.rollback();
                connection.setAutoCommit(true);
                idle.push(connection);
            } catch (SQLException e) {
                open.remove(connection); // closed with the project: the store has rolled back by itself
            }
        }
    }
}
