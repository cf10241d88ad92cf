package shelfwise.model.factor;

import shelfwise.data.Sparse;

/**
 * Implicit ALS as slow and plain as can be: full matrices in double precision, confidence c and preference p of every pair written out,
 * each row solved by Gaussian elimination of (Yᵀ·C·Y + λI)·x = Yᵀ·C·p (Hu, Koren, Volinsky 2008, equation 4).
 */
final class DenseAls {
    private DenseAls() { }

    /** The vectors of {@code rows} against the fixed vectors of the other side. */
    static double[][] solve(double[][] confidence, double[][] preference, double[][] fixed, double[] lambda) {
        double[][] solved = new double[confidence.length][];
        for (int r = 0; r < solved.length; r++) {
            int f = fixed[0].length;
            double[][] matrix = new double[f][f + 1];
            for (int a = 0; a < f; a++) {
                for (int b = 0; b < f; b++) for (int i = 0; i < fixed.length; i++) matrix[a][b] += fixed[i][a] * confidence[r][i] * fixed[i][b];
                matrix[a][a] += lambda[r];
                for (int i = 0; i < fixed.length; i++) matrix[a][f] += fixed[i][a] * confidence[r][i] * preference[r][i];
            }
            solved[r] = eliminate(matrix);
        }
        return solved;
    }

    private static double[] eliminate(double[][] m) {
        int n = m.length;
        for (int k = 0; k < n; k++) {
            int best = k;
            for (int r = k + 1; r < n; r++) if (Math.abs(m[r][k]) > Math.abs(m[best][k])) best = r;
            double[] swap = m[k];
            m[k] = m[best];
            m[best] = swap;
            for (int r = 0; r < n; r++) {
                double factor = m[r][k] / m[k][k];
                for (int c = k; r != k && c <= n; c++) m[r][c] -= factor * m[k][c];
            }
        }
        double[] x = new double[n];
        for (int k = 0; k < n; k++) x[k] = m[k][n] / m[k][k];
        return x;
    }

    /** Scores of all pairs, users x items, after so many iterations from these first item vectors. */
    static double[][] scores(Sparse events, Objective objective, int iterations, double[][] items) {
        double[][] c = new double[events.rows()][events.columns()], p = new double[events.rows()][events.columns()];
        for (int u = 0; u < c.length; u++) {
            for (int i = 0; i < c[u].length; i++) {
                c[u][i] = events.has(u, i) ? 1 + objective.extra(events.at(u, i)) : 1;
                p[u][i] = events.has(u, i) ? 1 : 0;
            }
        }
        double[] userLambda = lambda(events, objective), itemLambda = lambda(events.transpose(), objective);
        double[][] y = items;
        for (int k = 0; k < iterations; k++) y = solve(turned(c), turned(p), solve(c, p, y, userLambda), itemLambda);
        double[][] x = solve(c, p, y, userLambda), scores = new double[x.length][y.length];
        for (int u = 0; u < x.length; u++) for (int i = 0; i < y.length; i++) for (int f = 0; f < x[u].length; f++) scores[u][i] += x[u][f] * y[i][f];
        return scores;
    }

    private static double[] lambda(Sparse rows, Objective objective) {
        double[] lambda = new double[rows.rows()];
        for (int r = 0; r < lambda.length; r++) lambda[r] = objective.lambda(rows, r);
        return lambda;
    }

    private static double[][] turned(double[][] m) {
        double[][] turned = new double[m[0].length][m.length];
        for (int r = 0; r < m.length; r++) for (int c = 0; c < m[r].length; c++) turned[c][r] = m[r][c];
        return turned;
    }
}
