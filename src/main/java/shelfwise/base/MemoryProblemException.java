package shelfwise.base;

/** A problem that more free memory would mend: the same work may go well once other work has ended. */
public final class MemoryProblemException extends ProblemException {
    private static final long serialVersionUID = 1L;

    public MemoryProblemException(Problem problem) {
        super(problem, null);
    }
}
