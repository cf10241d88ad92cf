package shelfwise.ui.kit;

import java.io.PrintWriter;
import java.io.StringWriter;
import shelfwise.base.Messages;
import shelfwise.base.Problem;
import shelfwise.base.ProblemException;

/**
 * An error as it is told to people.
 *
 * @param what    what happened
 * @param where   file, line, column, node; may be empty
 * @param cure    what to do; may be empty
 * @param details the rest, for those who look after the program
 */
public record Failure(String what, String where, String cure, String details) {
    public static Failure of(Throwable cause, Messages messages) {
        Problem problem = switch (cause) {
            case ProblemException e -> e.problem();
            case OutOfMemoryError _ -> Problem.of("ui.out-of-memory", "");
            default -> Problem.of("ui.unexpected", "", String.valueOf(cause.getMessage()));
        };
        Object[] args = problem.args().toArray();
        String cure = "problem." + problem.key() + ".cure";
        return new Failure(messages.text("problem." + problem.key(), args), problem.where(), messages.find(cure).isPresent() ? messages.text(cure, args) : "",
                trace(cause));
    }

    /** All of it as text, to be pasted into a letter. */
    public String asText() {
        return String.join("\n", what, where, cure, "", details);
    }

    private static String trace(Throwable cause) {
        var text = new StringWriter();
        cause.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
