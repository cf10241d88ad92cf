package shelfwise.base;

import org.jspecify.annotations.Nullable;

/** Carries a {@link Problem} to the edge (window or command line), where it is told in the analyst's language. */
public sealed class ProblemException extends RuntimeException permits MemoryProblemException {
    private static final long serialVersionUID = 1L;
    private final transient Problem problem;

    public ProblemException(Problem problem, @Nullable Throwable cause) {
        super(problem.key() + " " + problem.where() + " " + problem.args(), cause);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
