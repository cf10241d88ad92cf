package shelfwise.model.linear;

import java.util.Random;
import java.util.stream.IntStream;
import shelfwise.data.Interactions;
import shelfwise.data.Sparse;
import shelfwise.model.Tiny;
import shelfwise.model.Weights;

/** Random data for linear models. */
final class Shops {
    private Shops() { }

    /** Random pairs, some repeated, low items more often than high ones; of weights 0.25 to 2. */
    static Interactions random(int users, int items, int events, long seed) {
        var random = new Random(seed);
        int[][] pairs = IntStream.range(0, events).mapToObj(_ -> new int[] {random.nextInt(users), (int) (items * random.nextDouble() * random.nextDouble())}).toArray(int[][]::new);
        float[] weight = new float[events];
        for (int e = 0; e < events; e++) weight[e] = 0.25f * (1 + random.nextInt(8));
        return Tiny.weighted(users, items, weight, pairs);
    }

    /** users x items, every cell written out. */
    static double[][] dense(Interactions events, Weights weights) {
        Sparse matrix = events.matrix();
        double[][] x = new double[matrix.rows()][matrix.columns()];
        for (int u = 0; u < x.length; u++) {
            for (int i = 0; i < x[u].length; i++) if (matrix.has(u, i)) x[u][i] = weights == Weights.BINARY ? 1 : matrix.at(u, i);
        }
        return x;
    }

    /** X·B. */
    static double[][] scores(double[][] x, double[][] b) {
        double[][] scores = new double[x.length][b.length];
        for (int u = 0; u < x.length; u++) {
            for (int i = 0; i < b.length; i++) for (int j = 0; j < b.length; j++) scores[u][j] += x[u][i] * b[i][j];
        }
        return scores;
    }
}
