package shelfwise.model.kernel;

/**
 * Products of dense matrices by small tiles that stay in registers. Each element is a sum of its own, taken one by one in the order of k
 * with fused multiply-add, so that all implementations give the same bits. Safe for several threads.
 */
public interface PanelKernel {
    /** Rows and columns of a tile. */
    int ROWS = 8, COLUMNS = 32;

    /**
     * c[cFrom + r·cStep + j] += Σ over k &lt; depth of a[aFrom + r·depth + k] · b[bFrom + k·COLUMNS + j], for r &lt; ROWS, j &lt; COLUMNS.
     *
     * @param a ROWS x depth, row by row
     * @param b depth x COLUMNS, row by row
     */
    void add(float[] a, int aFrom, int depth, float[] b, int bFrom, float[] c, int cFrom, int cStep);

    /** The fastest that this machine and this start of Java have, as {@link Kernel#best()}. */
    static PanelKernel best() {
        return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent() ? Width.panels() : new ScalarPanels();
    }
}
