package shelfwise.store;

import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.sql.SQLException;
import org.h2.api.ErrorCode;
import shelfwise.base.Problem;
import shelfwise.base.ProblemException;

/** Tells H2's errors as problems with a cure. */
final class StoreProblems {
    private StoreProblems() { }

    /** What went wrong while the store was opened: any error that is not about a second user means that the file is no store. */
    static ProblemException opening(SQLException e, Path folder) {
        if (e.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1) return Problem.of("store.in-use", folder.toString()).asException(e);
        if (forbidden(e)) return Problem.of("store.read-only", folder.toString()).asException(e);
        return outOfSpace(e) ? of(e, folder) : Problem.of("store.damaged", folder.toString(), detail(e)).asException(e);
    }

    static ProblemException of(SQLException e, Path folder) {
        String where = folder.toString();
        if (outOfSpace(e)) return Problem.of("store.disk-full", where).asException(e);
        return switch (e.getErrorCode()) {
            case ErrorCode.FILE_CORRUPTED_1, ErrorCode.FILE_VERSION_ERROR_1 -> Problem.of("store.damaged", where, detail(e)).asException(e);
            case ErrorCode.DATABASE_IS_CLOSED, ErrorCode.OBJECT_CLOSED, ErrorCode.DATABASE_CALLED_AT_SHUTDOWN -> Problem.of("store.closed", where).asException(e);
            default -> Problem.of("store.failed", where, detail(e)).asException(e);
        };
    }

    /** The first line of H2's message, without its number and statement. */
    static String detail(SQLException e) {
        String line = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        return line.replaceFirst("(; SQL statement:.*)?( \\[\\d+-\\d+])?$", "");
    }

    private static boolean forbidden(Throwable e) {
        for (Throwable t = e; t != null; t = t.getCause()) if (t instanceof AccessDeniedException || t instanceof ReadOnlyFileSystemException) return true;
        return false;
    }

    private static boolean outOfSpace(Throwable e) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            String message = t.getMessage();
            if (message != null && (message.contains("No space left") || message.contains("not enough space"))) return true;
        }
        return false;
    }
}
