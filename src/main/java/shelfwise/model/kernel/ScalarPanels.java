package shelfwise.model.kernel;

/** Plain Java: for a start without the vector module, and to check the others against. */
final class ScalarPanels implements PanelKernel {
    @Override public void add(float[] a, int aFrom, int depth, float[] b, int bFrom, float[] c, int cFrom, int cStep) {
        for (int r = 0; r < ROWS; r++) {
            int to = cFrom + r * cStep;
            for (int k = 0; k < depth; k++) {
                float scale = a[aFrom + r * depth + k];
                int from = bFrom + k * COLUMNS;
                for (int j = 0; j < COLUMNS; j++) c[to + j] = Math.fma(scale, b[from + j], c[to + j]);
            }
        }
    }
}
