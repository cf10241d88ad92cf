package shelfwise.cli;

import java.util.function.Supplier;
import shelfwise.base.Problem;
import shelfwise.base.ProblemException;

/** Says that the call itself is wrong: the exit code is then 2. */
final class WrongCall extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Problem problem;

    WrongCall(Problem problem, Throwable cause) {
        super(problem.key(), cause);
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }

    /** What {@code reading} the arguments gives; a problem in it is one of the call. */
    static <T> T unless(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (ProblemException e) {
            throw new WrongCall(e.problem(), e);
        }
    }
}
