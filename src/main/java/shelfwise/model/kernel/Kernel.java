package shelfwise.model.kernel;

/**
 * The loops in which models spend their time. Every sum is taken in one fixed order (sixteen partial sums, a fixed tree over them, then
 * what is left over one by one), with fused multiply-add, so that all implementations give the same bits on every machine. Safe for
 * several threads.
 */
public interface Kernel {
    /** Σ over k &lt; n of a[aFrom + k] · b[bFrom + k]. */
    float dot(float[] a, int aFrom, float[] b, int bFrom, int n);

    /** y[yFrom + k] += scale · x[xFrom + k] for k &lt; n. */
    void add(float scale, float[] x, int xFrom, float[] y, int yFrom, int n);

    /** The fastest that this machine and this start of Java have: on the Vector API where it is there and wide enough, else plain Java. */
    static Kernel best() {
        return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent() ? Width.kernel() : new ScalarKernel();
    }
}
