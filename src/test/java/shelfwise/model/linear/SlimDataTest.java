package shelfwise.model.linear;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Random;
import org.junit.jupiter.api.Test;
import shelfwise.base.Progress;
import shelfwise.data.Interactions;
import shelfwise.model.Recommender;
import shelfwise.model.Tiny;
import shelfwise.model.Weights;
import shelfwise.model.Workers;
import shelfwise.model.kernel.Kernel;

/** SLIM against a slow descent on many random shops, against EASE, and on odd shops. */
class SlimDataTest {
    private static final float SILENT = Float.NEGATIVE_INFINITY;

    private static FitSlim.Setup exact(double l1, double l2, boolean positive, Weights weights) {
        return new FitSlim.Setup(l1, l2, positive, 5000, 0, weights);
    }

    private static Recommender fit(Interactions events, FitSlim.Setup setup) {
        return Tiny.fit(new FitSlim(), setup, events);
    }

    /** The same least squares by steps down the slope of the whole, each followed by the step towards 0 (proximal gradient), in double precision. */
    private static double[][] slow(double[][] x, FitSlim.Setup s) {
        int n = x[0].length;
        double[][] g = DenseSolve.gram(x, 0), w = new double[n][n];
        double steepest = s.l2();
        for (int i = 0; i < n; i++) steepest += g[i][i];
        for (int j = 0; j < n; j++) {
            double[] column = column(g, j, s, steepest);
            for (int i = 0; i < n; i++) w[i][j] = column[i];
        }
        return w;
    }

    private static double[] column(double[][] g, int j, FitSlim.Setup s, double steepest) {
        int n = g.length;
        double[] w = new double[n];
        double moved = 1;
        for (int k = 0; k < 200_000 && moved > 1e-12; k++) {
            double[] slope = new double[n];
            for (int i = 0; i < n; i++) {
                slope[i] = s.l2() * w[i] - g[i][j];
                for (int m = 0; m < n; m++) slope[i] += g[i][m] * w[m];
            }
            moved = 0;
            for (int i = 0; i < n; i++) {
                double to = w[i] - slope[i] / steepest, size = Math.max(0, Math.abs(to) - s.l1() / steepest);
                double next = i == j || s.positive() && to < 0 ? 0 : Math.signum(to) * size;
                moved = Math.max(moved, Math.abs(next - w[i]));
                w[i] = next;
            }
        }
        return w;
    }

    @Test void scoresAreThoseOfASlowDescentForManySeeds() {
        for (long seed = 0; seed < 40; seed++) {
            var random = new Random(seed);
            int users = 1 + random.nextInt(30), items = 1 + random.nextInt(14);
            Weights weights = random.nextBoolean() ? Weights.BINARY : Weights.AS_THEY_ARE;
            var setup = exact(random.nextInt(3) * 0.7, 1 + random.nextInt(5), random.nextBoolean(), weights);
            Interactions events = Shops.random(users, items, 1 + random.nextInt(150), seed);
            double[][] x = Shops.dense(events, weights), expected = Shops.scores(x, slow(x, setup));
            Recommender model = fit(events, setup);
            for (int u = 0; u < users; u++) {
                float[] scores = Tiny.scores(model, u);
                for (int i = 0; i < items; i++) assertEquals(expected[u][i], scores[i] == SILENT ? 0 : scores[i], 1e-4, setup + ", seed " + seed + ", " + u + " " + i);
            }
        }
    }

    /** Weights below 0 make votes for items with no user in common possible, so that none may be passed over. */
    @Test void eventsOfWeightsBelowZeroAreTakenAsTheyAre() {
        for (long seed = 0; seed < 10; seed++) {
            var random = new Random(seed);
            int[][] pairs = new int[60][];
            float[] weight = new float[60];
            for (int e = 0; e < 60; e++) {
                pairs[e] = new int[] {random.nextInt(12), random.nextInt(8)};
                weight[e] = random.nextInt(7) - 3;
            }
            var setup = exact(0.5, 2, true, Weights.AS_THEY_ARE);
            Interactions events = Tiny.weighted(12, 8, weight, pairs);
            double[][] x = Shops.dense(events, Weights.AS_THEY_ARE), expected = Shops.scores(x, slow(x, setup));
            Recommender model = fit(events, setup);
            for (int u = 0; u < 12; u++) {
                float[] scores = Tiny.scores(model, u);
                for (int i = 0; i < 8; i++) assertEquals(expected[u][i], scores[i] == SILENT ? 0 : scores[i], 1e-4, "seed " + seed + ", " + u + " " + i);
            }
        }
    }

    @Test void withoutL1AndWithVotesAgainstItIsEase() {
        Interactions events = Shops.random(60, 25, 500, 3);
        Recommender slim = fit(events, exact(0, 7, false, Weights.BINARY)), ease = Tiny.fit(new FitEase(), new FitEase.Setup(7, Weights.BINARY), events);
        for (int u = 0; u < 60; u++) assertArrayEquals(Tiny.scores(ease, u), Tiny.scores(slim, u), 1e-4f);
    }

    @Test void moreL1LeavesFewerVotes() {
        Interactions events = Shops.random(100, 30, 900, 5);
        int last = Integer.MAX_VALUE;
        for (double l1 : new double[] {0, 1, 3, 8}) {
            Recommender model = fit(events, exact(l1, 5, true, Weights.BINARY));
            int votes = 0;
            for (int i = 0; i < 30; i++) votes += model.similar(i, 30).size();
            assertTrue(votes < last, l1 + ": " + votes);
            last = votes;
        }
    }

    @Test void oddShopsAreSilentAndNotWrong() {
        var setup = exact(0, 0.001, false, Weights.BINARY); // hardly anything holds the weights back
        assertArrayEquals(new float[] {SILENT}, Tiny.scores(fit(Tiny.drawn("x"), setup), 0));
        Recommender model = fit(Tiny.drawn("xx.", "xx.", "..."), setup);
        assertArrayEquals(new float[] {1, 1, SILENT}, Tiny.scores(model, 0), 1e-3f);
        assertArrayEquals(new float[] {SILENT, SILENT, SILENT}, Tiny.scores(model, 2));
        Recommender full = fit(Tiny.drawn("xxx", "xxx"), setup);
        assertArrayEquals(new float[] {1, 1, 1}, Tiny.scores(full, 1), 2e-3f);
    }

    /** In plain Java: until it is compiled, vector code makes an object of each vector. */
    @Test void theMemoryIsEstimatedWithinAFifth() {
        int items = 3000;
        Interactions events = Shops.random(50, items, 3000, 2);
        var bean = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = bean.getCurrentThreadAllocatedBytes();
        Gram gram = Gram.of(events.matrix(), Weights.BINARY, new Workers(1), Progress.NONE);
        gram.mirror();
        var net = new ElasticNet(Kernel.plain(), gram, new FitSlim().defaults());
        for (int i = 0; i < items; i++) net.solve(i);
        double allocated = bean.getCurrentThreadAllocatedBytes() - before;
        assertEquals(1, Gram.bytes(items) / allocated, 0.2);
    }
}
