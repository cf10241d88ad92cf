package shelfwise.model.kernel;

/** Plain Java: for a start without the vector module, for what is left over, and to check the others against. */
final class ScalarPairs implements PairKernel {
    private static final int LANES = 16;

    @Override public float difference(float[] x, int xFrom, float[] y, int aFrom, int bFrom, int n) {
        float s0 = 0, s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0, s7 = 0, s8 = 0, s9 = 0, s10 = 0, s11 = 0, s12 = 0, s13 = 0, s14 = 0, s15 = 0;
        int whole = n & -LANES;
        for (int i = xFrom, a = aFrom, b = bFrom; i < xFrom + whole; i += LANES, a += LANES, b += LANES) {
            s0 = Math.fma(x[i], y[a] - y[b], s0);
            s1 = Math.fma(x[i + 1], y[a + 1] - y[b + 1], s1);
            s2 = Math.fma(x[i + 2], y[a + 2] - y[b + 2], s2);
            s3 = Math.fma(x[i + 3], y[a + 3] - y[b + 3], s3);
            s4 = Math.fma(x[i + 4], y[a + 4] - y[b + 4], s4);
            s5 = Math.fma(x[i + 5], y[a + 5] - y[b + 5], s5);
            s6 = Math.fma(x[i + 6], y[a + 6] - y[b + 6], s6);
            s7 = Math.fma(x[i + 7], y[a + 7] - y[b + 7], s7);
            s8 = Math.fma(x[i + 8], y[a + 8] - y[b + 8], s8);
            s9 = Math.fma(x[i + 9], y[a + 9] - y[b + 9], s9);
            s10 = Math.fma(x[i + 10], y[a + 10] - y[b + 10], s10);
            s11 = Math.fma(x[i + 11], y[a + 11] - y[b + 11], s11);
            s12 = Math.fma(x[i + 12], y[a + 12] - y[b + 12], s12);
            s13 = Math.fma(x[i + 13], y[a + 13] - y[b + 13], s13);
            s14 = Math.fma(x[i + 14], y[a + 14] - y[b + 14], s14);
            s15 = Math.fma(x[i + 15], y[a + 15] - y[b + 15], s15);
        }
        float even = ((s0 + s8) + (s4 + s12)) + ((s2 + s10) + (s6 + s14));
        float odd = ((s1 + s9) + (s5 + s13)) + ((s3 + s11) + (s7 + s15));
        return rest(even + odd, x, xFrom, y, aFrom, bFrom, whole, n);
    }

    /** What is left over from {@code k} on, one by one. */
    static float rest(float sum, float[] x, int xFrom, float[] y, int aFrom, int bFrom, int k, int n) {
        float all = sum;
        for (int l = k; l < n; l++) all = Math.fma(x[xFrom + l], y[aFrom + l] - y[bFrom + l], all);
        return all;
    }

    @Override public void pull(float step, float keep, float[] x, int xFrom, float[] y, int aFrom, int bFrom, int n) {
        for (int k = 0; k < n; k++) {
            float u = x[xFrom + k], a = y[aFrom + k], b = y[bFrom + k];
            x[xFrom + k] = Math.fma(step, a - b, keep * u);
            y[aFrom + k] = Math.fma(step, u, keep * a);
            y[bFrom + k] = Math.fma(-step, u, keep * b);
        }
    }

    @Override public void towards(float step, float keep, float[] x, int xFrom, float[] y, int aFrom, int bFrom, int n) {
        for (int k = 0; k < n; k++) x[xFrom + k] = Math.fma(step, y[aFrom + k] - y[bFrom + k], keep * x[xFrom + k]);
    }

    @Override public void meet(float step, float keep, float[] x, int xFrom, float[] y, int yFrom, int n) {
        for (int k = 0; k < n; k++) {
            float u = x[xFrom + k], v = y[yFrom + k];
            x[xFrom + k] = Math.fma(step, v, keep * u);
            y[yFrom + k] = Math.fma(step, u, keep * v);
        }
    }
}
