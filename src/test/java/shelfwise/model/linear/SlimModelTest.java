package shelfwise.model.linear;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Random;
import org.junit.jupiter.api.Test;
import shelfwise.base.Progress;
import shelfwise.base.ProblemException;
import shelfwise.data.Interactions;
import shelfwise.model.Tiny;
import shelfwise.model.TrainedModel;
import shelfwise.model.Weights;
import shelfwise.model.Workers;

class SlimModelTest {
    private static final int USERS = 30, ITEMS = 12;

    private static double[][] random(long seed) {
        var random = new Random(seed);
        double[][] x = new double[USERS][ITEMS];
        for (double[] row : x) for (int i = 0; i < ITEMS; i++) row[i] = random.nextInt(3) > 0 ? 0 : 1 + random.nextInt(3);
        return x;
    }

    private static Interactions events(double[][] x) {
        var pairs = new ArrayList<int[]>();
        for (int u = 0; u < USERS; u++) for (int i = 0; i < ITEMS; i++) if (x[u][i] > 0) pairs.add(new int[] {u, i});
        float[] weight = new float[pairs.size()];
        for (int e = 0; e < weight.length; e++) weight[e] = (float) x[pairs.get(e)[0]][pairs.get(e)[1]];
        return Tiny.weighted(USERS, ITEMS, weight, pairs.toArray(int[][]::new));
    }

    /** w[i][j], read off the scores for a history of i alone. */
    private static double[][] weights(TrainedModel model) {
        double[][] w = new double[ITEMS][ITEMS];
        for (int i = 0; i < ITEMS; i++) {
            float[] scores = Tiny.foldedIn(model, i);
            for (int j = 0; j < ITEMS; j++) w[i][j] = scores[j] == Float.NEGATIVE_INFINITY ? 0 : scores[j];
        }
        return w;
    }

    @Test void noSmallChangeOfAnyWeightIsBetter() {
        for (int seed = 0; seed < 20; seed++) {
            double[][] x = random(seed);
            boolean positive = seed % 2 == 0;
            double l1 = 2, l2 = 3;
            double[][] w = weights(Tiny.fit(new FitSlim(), new FitSlim.Setup(l1, l2, positive, 1000, 0, Weights.AS_THEY_ARE), events(x)));
            for (int j = 0; j < ITEMS; j++) {
                for (int i = 0; i < ITEMS; i++) {
                    if (i == j) assertEquals(0, w[i][j]);
                    else checkOptimal(slope(x, w, i, j) - l2 * w[i][j], w[i][j], l1, positive, seed + ": " + i + " " + j);
                }
            }
        }
    }

    /** Σ over users of x(u,i) times what the weights leave of x(u,j). */
    private static double slope(double[][] x, double[][] w, int i, int j) {
        double slope = 0;
        for (double[] row : x) {
            double rest = row[j];
            for (int k = 0; k < ITEMS; k++) rest -= row[k] * w[k][j];
            slope += row[i] * rest;
        }
        return slope;
    }

    private static void checkOptimal(double slope, double weight, double l1, boolean positive, String where) {
        if (weight > 0) assertEquals(l1, slope, 1e-3, where);
        else if (weight < 0) assertEquals(-l1, slope, 1e-3, where);
        else assertTrue(slope <= l1 + 1e-3 && (positive || slope >= -l1 - 1e-3), where);
        assertTrue(!positive || weight >= 0, where);
    }

    @Test void twoItemsByHand() {
        // 2 users of both, 3 of a: for b from a (2 − 1)/(3 + 1), for a from b (2 − 1)/(2 + 1)
        TrainedModel model = Tiny.fit(new FitSlim(), new FitSlim.Setup(1, 1, true, 100, 0, Weights.BINARY), Tiny.drawn("xx", "xx", "x "));
        assertArrayEquals(new float[] {1 / 3f, 1 / 4f}, Tiny.foldedIn(model, 0, 1), 1e-6f);
    }

    @Test void theNumberOfThreadsMakesNoDifference() {
        var setup = new FitSlim.Setup(1, 2, false, 20, 1e-3, Weights.AS_THEY_ARE);
        assertEquals(SlimModel.fit("m", events(random(5)), setup, new Workers(1), Progress.NONE).hash(), SlimModel.fit("m", events(random(5)), setup, new Workers(3), Progress.NONE).hash());
    }

    @Test void weightsTooLargeToMultiplyAreRefused() {
        var events = Tiny.weighted(2, 2, new float[] {1e30f, 1e30f, 1}, new int[] {0, 0}, new int[] {0, 1}, new int[] {1, 0});
        var setup = new FitSlim.Setup(1, 1, true, 10, 0, Weights.AS_THEY_ARE);
        assertEquals("linear.not-solvable", assertThrows(ProblemException.class, () -> Tiny.fit(new FitSlim(), setup, events)).problem().key());
    }
}
