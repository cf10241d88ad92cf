package shelfwise.pipeline.expression;

import java.util.List;

/** An expression as it was written, each part with its place. */
sealed interface Tree {
    int from();

    int to();

    /** @param value Long, Double, String, Boolean, or {@link Missing} */
    record Value(int from, int to, Object value) implements Tree { }

    record Column(int from, int to, String name) implements Tree { }

    /**
     * A function or an operator with what it works on.
     *
     * @param nameFrom where its name or sign stands
     * @param nameTo   after it
     */
    record Call(int from, int to, String name, int nameFrom, int nameTo, List<Tree> arguments) implements Tree {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /** The word {@code missing}. */
    enum Missing { MISSING }
}
