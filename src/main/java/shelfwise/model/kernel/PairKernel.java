package shelfwise.model.kernel;

/**
 * The steps of models that learn one event at a time: a vector moves towards a row, or towards one and away from another. Sums and bits as
 * {@link Kernel} has them; elements are worked out by themselves, with one fused multiply-add each. Safe for several threads.
 */
public interface PairKernel {
    /** Σ over k &lt; n of x[xFrom + k] · (y[aFrom + k] − y[bFrom + k]). */
    float difference(float[] x, int xFrom, float[] y, int aFrom, int bFrom, int n);

    /**
     * Moves x towards a − b, a towards x and b away from x, all by their old values, for k &lt; n: x = keep · x + step · (a − b),
     * a = keep · a + step · x, b = keep · b − step · x, with x from xFrom, and different rows a and b of y from aFrom and bFrom.
     */
    void pull(float step, float keep, float[] x, int xFrom, float[] y, int aFrom, int bFrom, int n);

    /** Moves x alone: x = keep · x + step · (a − b) for k &lt; n. */
    void towards(float step, float keep, float[] x, int xFrom, float[] y, int aFrom, int bFrom, int n);

    /** Moves x and y towards each other (or apart), by their old values, for k &lt; n: x = keep · x + step · y, y = keep · y + step · x. */
    void meet(float step, float keep, float[] x, int xFrom, float[] y, int yFrom, int n);

    /** The fastest that this machine and this start of Java have, as {@link Kernel#best()}. */
    static PairKernel best() {
        return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent() ? Width.pairs() : new ScalarPairs();
    }
}
