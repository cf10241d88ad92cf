package shelfwise.model.kernel;

/** Plain Java: for a start without the vector module, and to check the others against. */
final class ScalarKernel implements Kernel {
    @Override public float dot(float[] a, int aFrom, float[] b, int bFrom, int n) {
        float s0 = 0, s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0, s7 = 0, s8 = 0, s9 = 0, s10 = 0, s11 = 0, s12 = 0, s13 = 0, s14 = 0, s15 = 0;
        int k = 0;
        for (int i = aFrom, j = bFrom; k + LANES <= n; k += LANES, i += LANES, j += LANES) {
            s0 = Math.fma(a[i], b[j], s0);
            s1 = Math.fma(a[i + 1], b[j + 1], s1);
            s2 = Math.fma(a[i + 2], b[j + 2], s2);
            s3 = Math.fma(a[i + 3], b[j + 3], s3);
            s4 = Math.fma(a[i + 4], b[j + 4], s4);
            s5 = Math.fma(a[i + 5], b[j + 5], s5);
            s6 = Math.fma(a[i + 6], b[j + 6], s6);
            s7 = Math.fma(a[i + 7], b[j + 7], s7);
            s8 = Math.fma(a[i + 8], b[j + 8], s8);
            s9 = Math.fma(a[i + 9], b[j + 9], s9);
            s10 = Math.fma(a[i + 10], b[j + 10], s10);
            s11 = Math.fma(a[i + 11], b[j + 11], s11);
            s12 = Math.fma(a[i + 12], b[j + 12], s12);
            s13 = Math.fma(a[i + 13], b[j + 13], s13);
            s14 = Math.fma(a[i + 14], b[j + 14], s14);
            s15 = Math.fma(a[i + 15], b[j + 15], s15);
        }
        float even = ((s0 + s8) + (s4 + s12)) + ((s2 + s10) + (s6 + s14));
        float odd = ((s1 + s9) + (s5 + s13)) + ((s3 + s11) + (s7 + s15));
        float sum = even + odd;
        for (; k < n; k++) sum = Math.fma(a[aFrom + k], b[bFrom + k], sum);
        return sum;
    }

    @Override public void add(float scale, float[] x, int xFrom, float[] y, int yFrom, int n) {
        for (int k = 0; k < n; k++) y[yFrom + k] = Math.fma(scale, x[xFrom + k], y[yFrom + k]);
    }

    @Override public void gather(float[] all, int length, int[] number, int numberFrom, int n, float[] to, int toLength) {
        for (int k = 0; k < n; k++) System.arraycopy(all, number[numberFrom + k] * length, to, k * toLength, length);
    }

    @Override public void addAll(float[] rows, int n, int length, float[] scale, float[] y) {
        for (int r = 0; r < n; r++) add(scale[r], rows, r * length, y, 0, length);
    }

    @Override public void addThrough(float[] rows, int n, int length, float[] shift, float[] scale, float[] x, float[] y) {
        for (int r = 0; r < n; r++) {
            float t = Math.fma(scale[r], dot(rows, r * length, x, 0, length), shift[r]);
            add(t, rows, r * length, y, 0, length);
        }
    }

    @Override public void add(double scale, double[] x, int xFrom, double[] y, int yFrom, int n) {
        for (int k = 0; k < n; k++) y[yFrom + k] = Math.fma(scale, x[xFrom + k], y[yFrom + k]);
    }

    @Override public void addOuter(double[] rows, int from, int n, int length, double[] scale, double[] matrix, int line) {
        for (int r = 0; r < n; r++) {
            int row = from + r * length;
            for (int a = line; a < length; a++) {
                int column = a & -8;
                add(scale[r] * rows[row + a], rows, row + column, matrix, a * length + column, length - column);
            }
        }
    }

    @Override public void product(float[] block, int from, int length, float[] user, int userFrom, float[] scores, int scoresFrom) {
        System.arraycopy(block, from, scores, scoresFrom, BLOCK);
        for (int f = 0; f < length; f++) add(user[userFrom + f], block, from + (f + 1) * BLOCK, scores, scoresFrom, BLOCK);
    }

    @Override public void products(float[] block, int from, int length, float[] users, float[] scores) {
        for (int u = 0; u < USERS; u++) System.arraycopy(block, from, scores, u * BLOCK, BLOCK);
        for (int f = 0; f < length; f++) for (int u = 0; u < USERS; u++) add(users[f * USERS + u], block, from + (f + 1) * BLOCK, scores, u * BLOCK, BLOCK);
    }

    @Override public long above(float[] values, int from, float floor) {
        long bits = 0;
        for (int k = 0; k < BLOCK; k++) if (values[from + k] > floor) bits |= 1L << k;
        return bits;
    }
}
