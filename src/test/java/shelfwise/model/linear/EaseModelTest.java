package shelfwise.model.linear;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Random;
import org.junit.jupiter.api.Test;
import shelfwise.base.Progress;
import shelfwise.base.ProblemException;
import shelfwise.data.Interactions;
import shelfwise.model.Evidence;
import shelfwise.model.History;
import shelfwise.model.Tiny;
import shelfwise.model.TrainedModel;
import shelfwise.model.Weights;
import shelfwise.model.Workers;

class EaseModelTest {
    private static TrainedModel fit(double lambda, Weights weights, Interactions events) {
        return Tiny.fit(new FitEase(), new FitEase.Setup(lambda, weights), events);
    }

    /** Random events of weights 1 to 3 and the same as a full matrix. */
    private record Shop(Interactions events, double[][] x) {
        static Shop random(int users, int items, long seed) {
            var random = new Random(seed);
            double[][] x = new double[users][items];
            var pairs = new ArrayList<int[]>();
            for (int u = 0; u < users; u++) {
                for (int i = 0; i < items; i++) {
                    if (random.nextInt(3) > 0) continue;
                    x[u][i] = 1 + random.nextInt(3);
                    pairs.add(new int[] {u, i});
                }
            }
            float[] weight = new float[pairs.size()];
            for (int e = 0; e < weight.length; e++) weight[e] = (float) x[pairs.get(e)[0]][pairs.get(e)[1]];
            return new Shop(Tiny.weighted(users, items, weight, pairs.toArray(int[][]::new)), x);
        }
    }

    @Test void twoItemsByHand() {
        // u0 a b, u1 a, u2 a: XᵀX + I = [4 1; 1 2], P = [2 −1; −1 4]/7: b votes for a 1/2, a votes for b 1/4
        TrainedModel model = fit(1, Weights.BINARY, Tiny.drawn("xx", "x ", "x "));
        assertArrayEquals(new float[] {0.5f, 0.25f}, Tiny.foldedIn(model, 0, 1), 1e-6f);
        assertArrayEquals(new float[] {Float.NEGATIVE_INFINITY, 0.25f}, Tiny.foldedIn(model, 0), 1e-6f);
    }

    @Test void agreesWithPlainAlgebraOnRandomData() {
        int[] sizes = {1, 2, 7, 31, 32, 33, 100, 128, 129, 150, 290};
        for (int k = 0; k < sizes.length; k++) {
            Shop shop = Shop.random(60 + sizes[k] / 2, sizes[k], k);
            double[][] b = DenseSolve.ease(shop.x, 4);
            TrainedModel model = fit(4, Weights.AS_THEY_ARE, shop.events);
            for (int u = 0; u < 20; u++) {
                float[] scores = Tiny.scores(model, u);
                for (int j = 0; j < scores.length; j++) {
                    double expected = 0;
                    for (int i = 0; i < scores.length; i++) expected += shop.x[u][i] * b[i][j];
                    assertEquals(expected, scores[j] == Float.NEGATIVE_INFINITY ? 0 : scores[j], 1e-4, sizes[k] + " items, " + u + " " + j);
                }
            }
        }
    }

    @Test void theNumberOfThreadsMakesNoDifference() {
        Shop shop = Shop.random(80, 300, 3);
        var setup = new FitEase.Setup(10, Weights.AS_THEY_ARE);
        assertEquals(EaseModel.fit("m", shop.events, setup, new Workers(1), Progress.NONE).hash(), EaseModel.fit("m", shop.events, setup, new Workers(3), Progress.NONE).hash());
    }

    @Test void theEvidenceAddsUpWithNegativeVotesToo() {
        Shop shop = Shop.random(40, 20, 8);
        TrainedModel model = fit(5, Weights.BINARY, shop.events);
        Evidence why = model.evidence(new History(new int[] {1, 4, 7, 9}, new float[] {1, 1, 1, 1}), 2);
        assertEquals(why.score(), why.parts().stream().mapToDouble(Evidence.Part::contribution).sum(), 1e-6);
        assertEquals(4, why.parts().size());
    }

    @Test void moreItemsThanTheMemoryHoldsAreRefusedBefore() {
        var problem = assertThrows(ProblemException.class, () -> Gram.checkMemory("ease", 20_000, 2, 2L << 30)).problem();
        assertEquals("linear.too-many-items", problem.key());
        assertEquals(java.util.List.of(20_000, 3052L, 2048L), problem.args());
        Gram.checkMemory("ease", 20_000, 2, 8L << 30);
        assertThrows(ProblemException.class, () -> Gram.checkMemory("ease", 50_000, 1, 1L << 40), "more than an array holds");
    }

    @Test void weightsTooLargeToMultiplyAreRefused() {
        var events = Tiny.weighted(2, 2, new float[] {1e30f, 1e30f, 1}, new int[] {0, 0}, new int[] {0, 1}, new int[] {1, 0});
        assertEquals("linear.not-solvable", assertThrows(ProblemException.class, () -> fit(1, Weights.AS_THEY_ARE, events)).problem().key());
    }
}
