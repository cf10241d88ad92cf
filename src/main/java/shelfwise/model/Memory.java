package shelfwise.model;

import shelfwise.base.MemoryProblemException;
import shelfwise.base.Problem;

/**
 * What work will hold in memory at its fullest moment, reckoned before it starts from the sizes of its arrays.
 *
 * @param bytes beyond what is held already
 */
public record Memory(long bytes) {
    /** Making a {@link shelfwise.data.Sparse} of events: their places in two orders, and what is kept of them. */
    private static final int MATRIX_BYTES = 28, LINE_BYTES = 16;

    /** What it takes to make the matrix of these events. */
    public static Memory ofMatrix(Extent of) {
        return new Memory(MATRIX_BYTES * of.events() + LINE_BYTES * (of.users() + of.items()));
    }

    /** Training on the matrix of these events, and then making it once more for the model; what else is learned comes on top. */
    public static Memory ofTraining(Extent of) {
        return ofMatrix(of).plus(of.events(), 2 * Integer.BYTES).plus(of.users() + of.items(), Integer.BYTES);
    }

    /** This and so many numbers more, {@code each} bytes long. */
    public Memory plus(long numbers, int each) {
        return new Memory(bytes + numbers * each);
    }

    /**
     * Refuses work that would not fit. What nobody uses any more is collected before that is said.
     *
     * @param where the node
     * @throws shelfwise.base.ProblemException if there is not so much free
     */
    public void check(String where) {
        check(where, freeFor(bytes));
    }

    void check(String where, long free) {
        if (bytes > free) throw new MemoryProblemException(Problem.of("model.too-little-memory", where, bytes >> 20, Math.max(0, free >> 20)));
    }

    /** The bytes of the heap that are free. If they seem fewer than {@code bytes}, what nobody uses any more is collected first. */
    public static long freeFor(long bytes) {
        if (free() < bytes) System.gc(); // the one way to tell what is in use from what is not yet collected
        return free();
    }

    private static long free() {
        Runtime java = Runtime.getRuntime();
        return java.maxMemory() - (java.totalMemory() - java.freeMemory());
    }
}
