package shelfwise.model.kernel;

/** Plain Java: for a start without the vector module, and to check the others against. */
final class ScalarKernel implements Kernel {
    private static final int LANES = 16;

    @Override public float dot(float[] a, int aFrom, float[] b, int bFrom, int n) {
        float[] sum = new float[LANES];
        for (int k = 0; k < n; k++) sum[k % LANES] = Math.fma(a[aFrom + k], b[bFrom + k], sum[k % LANES]);
        for (int half = LANES / 2; half > 0; half /= 2) for (int l = 0; l < half; l++) sum[l] += sum[l + half];
        return sum[0];
    }

    @Override public void add(float scale, float[] x, int xFrom, float[] y, int yFrom, int n) {
        for (int k = 0; k < n; k++) y[yFrom + k] = Math.fma(scale, x[xFrom + k], y[yFrom + k]);
    }
}
