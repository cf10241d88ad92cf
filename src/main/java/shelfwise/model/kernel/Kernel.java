package shelfwise.model.kernel;

/**
 * The loops in which models spend their time. Every sum is taken in one fixed order, with fused multiply-add, so that all implementations
 * give the same bits on every machine. An inner product is sixteen partial sums, a fixed tree over them, then what is left over one by
 * one; where many vectors are added up, each place is a sum of its own in the order of the vectors. Safe for several threads.
 */
public interface Kernel {
    /** Lengths marked as whole are a multiple of this; what a vector lacks is filled up with zeros. */
    int LANES = 16;
    /** Items scored at once, and users. */
    int BLOCK = 64, USERS = 4;

    /** Σ over k &lt; n of a[aFrom + k] · b[bFrom + k]. */
    float dot(float[] a, int aFrom, float[] b, int bFrom, int n);

    /** y[yFrom + k] += scale · x[xFrom + k] for k &lt; n. */
    void add(float scale, float[] x, int xFrom, float[] y, int yFrom, int n);

    /**
     * Copies vectors side by side: vector {@code number[numberFrom + k]} to place k, for k &lt; n.
     *
     * @param all vectors x length
     * @param to  n x {@code toLength}; numbers beyond {@code length} stay as they are
     */
    void gather(float[] all, int length, int[] number, int numberFrom, int n, float[] to, int toLength);

    /**
     * y += Σ over r &lt; n of scale[r] · row r.
     *
     * @param rows   n x length, row by row
     * @param length whole
     */
    void addAll(float[] rows, int n, int length, float[] scale, float[] y);

    /**
     * y += Σ over r &lt; n of (shift[r] + scale[r] · (row r · x)) · row r: what a least squares of these rows makes of x.
     *
     * @param rows   n x length, row by row
     * @param length whole
     */
    void addThrough(float[] rows, int n, int length, float[] shift, float[] scale, float[] x, float[] y);

    /** y[yFrom + k] += scale · x[xFrom + k] for k &lt; n. */
    void add(double scale, double[] x, int xFrom, double[] y, int yFrom, int n);

    /**
     * matrix += Σ over r &lt; n of scale[r] · (row r)ᵀ · row r, in its lines from {@code line} on; of each line a the columns from the
     * multiple of 8 at or below a.
     *
     * @param rows   n x length from {@code from}, row by row; may be lines of the matrix before {@code line}
     * @param length whole
     * @param line   a multiple of 8
     * @param matrix length x length
     */
    void addOuter(double[] rows, int from, int n, int length, double[] scale, double[] matrix, int line);

    /**
     * scores[scoresFrom + i] = own(i) + Σ over f &lt; length of user[userFrom + f] · item(i, f) for the {@link #BLOCK} items of a block, in
     * this order.
     *
     * @param block (1 + length) x BLOCK from {@code from}: the items' own numbers, then number f of all of them, f by f
     */
    void product(float[] block, int from, int length, float[] user, int userFrom, float[] scores, int scoresFrom);

    /**
     * The same for {@link #USERS} users at once, with the same bits.
     *
     * @param users  length x USERS: number f of all users, f by f
     * @param scores USERS x BLOCK
     */
    void products(float[] block, int from, int length, float[] users, float[] scores);

    /** A bit for each of the {@link #BLOCK} values from {@code from} that is more than {@code floor}. */
    long above(float[] values, int from, float floor);

    /** The fastest that this machine and this start of Java have: on the Vector API where it is there and wide enough, else plain Java. */
    static Kernel best() {
        return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent() ? Width.kernel() : new ScalarKernel();
    }

    /** Plain Java on every machine: for few numbers, and to check the others against. */
    static Kernel plain() {
        return new ScalarKernel();
    }
}
