package shelfwise.pipeline.expression;

/**
 * A function or operator of the language.
 *
 * @param name  as it is written; operators by their sign
 * @param least values it takes at least
 * @param most  values it takes at most
 */
record Operation(String name, int least, int most, Rule rule) {
    /** No upper limit of values. */
    static final int MANY = Integer.MAX_VALUE;

    /** Types a call. */
    interface Rule {
        /** @throws MistakeException at the value of a wrong type */
        Part make(Arguments values);
    }

    static Operation of(String name, int count, Rule rule) {
        return new Operation(name, count, count, rule);
    }

    boolean takes(int count) {
        return count >= least && count <= most;
    }

    /** How many values it takes, in signs that need no translation. */
    String counts() {
        return least == most ? Integer.toString(least) : most == MANY ? "≥ " + least : least + "–" + most;
    }
}
