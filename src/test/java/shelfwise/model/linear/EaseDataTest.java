package shelfwise.model.linear;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Random;
import org.junit.jupiter.api.Test;
import shelfwise.base.Problem;
import shelfwise.base.ProblemException;
import shelfwise.data.Interactions;
import shelfwise.model.Recommender;
import shelfwise.model.Tiny;
import shelfwise.model.Weights;

/** EASE on many random shops and on odd ones. */
class EaseDataTest {
    private static final float SILENT = Float.NEGATIVE_INFINITY;

    private static Recommender fit(Interactions events, double lambda, Weights weights) {
        return Tiny.fit(new FitEase(), new FitEase.Setup(lambda, weights), events);
    }

    @Test void scoresAreThoseOfASlowInverseForManySeeds() {
        for (long seed = 0; seed < 60; seed++) {
            var random = new Random(seed);
            int users = 1 + random.nextInt(60), items = 1 + random.nextInt(70);
            Interactions events = Shops.random(users, items, 1 + random.nextInt(500), seed);
            double lambda = Math.pow(10, random.nextInt(4) - 1);
            Weights weights = random.nextBoolean() ? Weights.BINARY : Weights.AS_THEY_ARE;
            Recommender model = fit(events, lambda, weights);
            double[][] x = Shops.dense(events, weights), expected = Shops.scores(x, DenseSolve.ease(x, lambda));
            for (int u = 0; u < users; u++) {
                float[] scores = Tiny.scores(model, u);
                for (int i = 0; i < items; i++) assertEquals(expected[u][i], scores[i] == SILENT ? 0 : scores[i], 1e-3 / Math.max(1, lambda), "seed " + seed + ", " + u + " " + i);
            }
        }
    }

    @Test void oneUserAndOneItemSayNothing() {
        assertArrayEquals(new float[] {SILENT}, Tiny.scores(fit(Tiny.drawn("x"), 1, Weights.BINARY), 0));
    }

    @Test void aUserWithoutEventsAndAnItemNeverSoldAreSilent() {
        Recommender model = fit(Tiny.drawn("xx.", "xx.", "..."), 1, Weights.BINARY);
        assertArrayEquals(new float[] {SILENT, SILENT, SILENT}, Tiny.scores(model, 2));
        assertEquals(SILENT, Tiny.scores(model, 0)[2]);
        assertTrue(model.similar(2, 3).isEmpty());
    }

    /** All ones, u users and n items: by symmetry every weight is u / (λ + (n − 1)·u). */
    @Test void aFullMatrixGivesEveryPairTheSameWeight() {
        Recommender model = fit(Tiny.drawn("xxxx", "xxxx", "xxxx"), 2, Weights.BINARY);
        float score = 3 * 3f / (2 + 3 * 3);
        for (int u = 0; u < 3; u++) assertArrayEquals(new float[] {score, score, score, score}, Tiny.scores(model, u), 1e-6f);
    }

    @Test void equalRatingsAreOnesWithASmallerLambda() {
        int[][] pairs = {{0, 0}, {0, 1}, {1, 1}, {1, 2}, {2, 0}, {2, 1}};
        Recommender rated = fit(Tiny.weighted(3, 3, new float[] {5, 5, 5, 5, 5, 5}, pairs), 25, Weights.AS_THEY_ARE);
        Recommender ones = fit(Tiny.events(3, 3, pairs), 1, Weights.BINARY);
        for (int u = 0; u < 3; u++) for (int i = 0; i < 3; i++) assertEquals(5 * Tiny.scores(ones, u)[i], Tiny.scores(rated, u)[i], 1e-5);
    }

    @Test void weightsTooLargeForSinglePrecisionAreRefused() {
        int[][] pairs = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};
        for (float large : new float[] {1e7f, 1e19f, 3e38f}) {
            Interactions events = Tiny.weighted(2, 2, new float[] {large, large, large, large}, pairs);
            Problem problem = assertThrows(ProblemException.class, () -> fit(events, 1, Weights.AS_THEY_ARE)).problem();
            assertEquals("linear.not-solvable", problem.key());
        }
    }

    /** The estimate counts one matrix for it. */
    @Test void votesAreKeptInNoMoreThanAMatrix() {
        int items = 1500;
        var votes = new DenseVotes(items, Gram.step(items), new float[Gram.step(items) * Gram.step(items)]);
        var bean = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = bean.getCurrentThreadAllocatedBytes();
        votes.packed();
        double allocated = bean.getCurrentThreadAllocatedBytes() - before;
        assertEquals(1, Gram.bytes(items) / allocated, 0.2);
    }

    @Test void votesOfSeveralPartsComeBackAsTheyWere() {
        int items = 401; // an odd number of votes, more than one part of the table holds
        float[] value = new float[Gram.step(items) * Gram.step(items)];
        var random = new Random(6);
        for (int i = 0; i < items; i++) for (int j = 0; j < items; j++) value[i * Gram.step(items) + j] = (float) random.nextGaussian();
        var votes = DenseVotes.of(items, new DenseVotes(items, Gram.step(items), value).packed());
        for (int i = 0; i < items; i++) for (int j = 0; j < items; j++) assertEquals(value[i * Gram.step(items) + j], votes.of(i, j));
    }
}
