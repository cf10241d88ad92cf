package shelfwise.cli;

import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicBoolean;
import shelfwise.base.Messages;
import shelfwise.base.Problem;

/**
 * What the commands of one call work with.
 *
 * @param out       results
 * @param err       progress and problems
 * @param live      whether {@code err} is a terminal, on which a line can be rewritten
 * @param cancelled set once the call was cancelled
 */
record Session(PrintStream out, PrintStream err, boolean live, Messages messages, Window window, AtomicBoolean cancelled) {
    String text(String key, Object... args) {
        return messages.text(key, args);
    }

    void tell(Problem problem) {
        err.println(messages.tell(problem));
    }

    Figures figures() {
        return new Figures(messages);
    }

    ProgressLine progress(String what) {
        return new ProgressLine(this, what);
    }
}
