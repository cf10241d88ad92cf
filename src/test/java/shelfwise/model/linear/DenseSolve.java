package shelfwise.model.linear;

/** Dense algebra in double precision, slow and plain. */
final class DenseSolve {
    private DenseSolve() { }

    static double[][] gram(double[][] x, double diagonal) {
        int n = x[0].length;
        double[][] g = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                for (double[] row : x) g[i][j] += row[i] * row[j];
            }
            g[i][i] += diagonal;
        }
        return g;
    }

    /** By Gauss and Jordan with the largest pivot. */
    static double[][] inverse(double[][] a) {
        int n = a.length;
        double[][] w = new double[n][2 * n];
        for (int i = 0; i < n; i++) {
            System.arraycopy(a[i], 0, w[i], 0, n);
            w[i][n + i] = 1;
        }
        for (int c = 0; c < n; c++) {
            int best = c;
            for (int r = c + 1; r < n; r++) if (Math.abs(w[r][c]) > Math.abs(w[best][c])) best = r;
            double[] pivot = w[best];
            w[best] = w[c];
            w[c] = pivot;
            double by = pivot[c];
            for (int k = 0; k < 2 * n; k++) pivot[k] /= by;
            for (int r = 0; r < n; r++) {
                double times = w[r][c];
                if (r != c) for (int k = 0; k < 2 * n; k++) w[r][k] -= times * pivot[k];
            }
        }
        double[][] inverse = new double[n][n];
        for (int i = 0; i < n; i++) System.arraycopy(w[i], n, inverse[i], 0, n);
        return inverse;
    }

    /** −P(i,j)/P(j,j), 0 on the diagonal. */
    static double[][] ease(double[][] x, double lambda) {
        double[][] p = inverse(gram(x, lambda));
        double[][] b = new double[p.length][p.length];
        for (int i = 0; i < p.length; i++) for (int j = 0; j < p.length; j++) b[i][j] = i == j ? 0 : -p[i][j] / p[j][j];
        return b;
    }
}
