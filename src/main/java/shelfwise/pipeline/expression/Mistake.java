package shelfwise.pipeline.expression;

import shelfwise.base.Problem;

/**
 * What is wrong in an expression, and where.
 *
 * @param from    first character, from 0
 * @param to      after the last one; above {@code from} unless something is missing at the end
 * @param problem without a place; its first argument is the place for people, counted from 1
 */
public record Mistake(int from, int to, Problem problem) {
    /** A mistake whose message has the place as {0} and {@code args} after it. */
    static Mistake of(String key, int from, int to, Object... args) {
        Object[] all = new Object[args.length + 1];
        all[0] = Integer.toString(from + 1);
        System.arraycopy(args, 0, all, 1, args.length);
        return new Mistake(from, to, Problem.of(key, "", all));
    }

    MistakeException asException() {
        return new MistakeException(this);
    }
}
