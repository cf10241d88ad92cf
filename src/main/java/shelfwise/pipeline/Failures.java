package shelfwise.pipeline;

import org.jspecify.annotations.Nullable;
import shelfwise.base.MemoryProblemException;
import shelfwise.base.Problem;
import shelfwise.base.ProblemException;

/** Tells people why a node failed. */
final class Failures {
    private Failures() { }

    static Problem problem(Node node, Throwable thrown) {
        return switch (thrown) {
            case ProblemException e -> e.problem().where().equals(node.id()) ? e.problem() : e.problem().in(node.id());
            case OutOfMemoryError _ -> Problem.of("pipeline.out-of-memory", node.id(), Long.toString(Runtime.getRuntime().maxMemory() >> 20));
            case IllegalArgumentException e -> Problem.of("pipeline.node-refused", node.id(), reason(e));
            default -> Problem.of("pipeline.node-failed", node.id(), thrown.getClass().getSimpleName() + (thrown.getMessage() == null ? "" : ": " + thrown.getMessage()));
        };
    }

    /** Whether it might have gone well with more memory. */
    static boolean wantsMemory(Throwable thrown) {
        return thrown instanceof OutOfMemoryError || thrown instanceof MemoryProblemException;
    }

    /** For the log: a problem told by itself needs no stack trace but that of what lies behind it. */
    static @Nullable Throwable cause(Throwable thrown) {
        return thrown instanceof ProblemException ? thrown.getCause() : thrown;
    }

    private static String reason(IllegalArgumentException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
