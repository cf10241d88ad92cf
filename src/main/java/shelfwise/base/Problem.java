package shelfwise.base;

import java.util.List;
import java.util.Objects;

/**
 * Something that went wrong, told so that it can be mended, in any language.
 *
 * @param key   message key without its prefix, such as {@code "import.empty"}: the message files hold
 *              {@code problem.import.empty} (what was wrong) and {@code problem.import.empty.cure} (what mends it)
 * @param where the place: a file name with line or column, a node, a setting; empty where there is none
 * @param args  the message's arguments {0}, {1}, …, of which a collection is told as a list; the place is not among them
 */
public record Problem(String key, String where, List<Object> args) {
    public Problem {
        Checks.notBlank("key", key);
        Objects.requireNonNull(where, "where");
        args = List.copyOf(args);
    }

    public static Problem of(String key, String where, Object... args) {
        return new Problem(key, where, List.of(args));
    }

    /** The same problem with a wider place put before its own: {@code "shop.json: clean: minEvents"}. */
    public Problem in(String widerPlace) {
        return new Problem(key, where.isEmpty() ? widerPlace : widerPlace + ": " + where, args);
    }

    public ProblemException asException() {
        return new ProblemException(this, null);
    }

    public ProblemException asException(Throwable cause) {
        return new ProblemException(this, cause);
    }
}
