package shelfwise.model.knn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import shelfwise.data.Interactions;
import shelfwise.model.Evidence;
import shelfwise.model.History;
import shelfwise.model.RatingPredictor;
import shelfwise.model.Tiny;
import shelfwise.model.TrainedModel;
import shelfwise.model.Weights;

/** Ratings and mean votes. u0: a 5, b 3. u1: a 4, b 2, c 1. u2: b 1, c 2. u3 and d: none. Means: u0 4, u1 7/3, u2 1.5; a 4.5, b 2, c 1.5; all 18/7. */
class NeighbourRatingsTest {
    private static final Interactions RATED = Tiny.weighted(4, 4, new float[] {5, 3, 4, 2, 1, 1, 2},
            new int[] {0, 0}, new int[] {0, 1}, new int[] {1, 0}, new int[] {1, 1}, new int[] {1, 2}, new int[] {2, 1}, new int[] {2, 2});
    private static final double COSINE_U0_U1 = 26 / Math.sqrt(34 * 21), COSINE_U0_U2 = 3 / Math.sqrt(34 * 5);

    private static TrainedModel users(int k, Aggregation aggregation) {
        var s = new FitUserKnn.Setup(k, Measure.COSINE, Norms.FULL, 0.5, 0.5, Weighting.NONE, 1.2, 0.75, 0, 0, 1, aggregation, Weights.AS_THEY_ARE);
        return Tiny.fit(new FitUserKnn(), s, RATED);
    }

    private static TrainedModel items(Aggregation aggregation) {
        var s = new FitItemKnn.Setup(3, Measure.COSINE, Norms.FULL, 0.5, 0.5, Weighting.NONE, 1.2, 0.75, 0, 0, 1, FitItemKnn.Direction.CANDIDATE, aggregation,
                Weights.AS_THEY_ARE);
        return Tiny.fit(new FitItemKnn(), s, RATED);
    }

    @Test void aUsersRatingComesFromTheMeanAndWhatNeighboursThoughtAboveTheirs() {
        double above = COSINE_U0_U1 * (1 - 7 / 3.0) + COSINE_U0_U2 * (2 - 1.5);
        assertEquals(4 + above / (COSINE_U0_U1 + COSINE_U0_U2), ((RatingPredictor) users(5, Aggregation.SUM)).rating(0, 2), 1e-5);
        assertEquals(4 + 1 - 7 / 3.0, ((RatingPredictor) users(1, Aggregation.SUM)).rating(0, 2), 1e-5, "the nearest alone");
    }

    @Test void withoutNeighboursTheMeanIsExpected() {
        var model = (RatingPredictor) users(5, Aggregation.SUM);
        assertEquals(4, model.rating(0, 3), 1e-6);
        assertEquals(18 / 7.0, model.rating(3, 0), 1e-6);
        var items = (RatingPredictor) items(Aggregation.SUM);
        assertEquals(4.5, items.rating(3, 0), 1e-6);
        assertEquals(18 / 7.0, items.rating(0, 3), 1e-6);
    }

    @Test void anItemsRatingComesFromItsMeanAndTheUsersOtherRatings() {
        // c and a: 4·1/(√41·√5); c and b: (2·1 + 1·2)/(√14·√5)
        double ca = 4 / Math.sqrt(41 * 5), cb = 4 / Math.sqrt(14 * 5);
        assertEquals(1.5 + (ca * (5 - 4.5) + cb * (3 - 2)) / (ca + cb), ((RatingPredictor) items(Aggregation.SUM)).rating(0, 2), 1e-5);
    }

    @Test void ratingsStayOnTheScale() {
        // a's own mean 4.5 and b's 3 − 2 above its mean: 5.5, but 5 is the best
        var model = (RatingPredictor) Tiny.fit(new FitItemKnn(), new FitItemKnn.Setup(3, Measure.COSINE, 0, FitItemKnn.Direction.CANDIDATE, Weights.AS_THEY_ARE), RATED);
        assertEquals(5, model.rating(0, 0), 1e-6);
    }

    @Test void theMeanVoteIsAWeightedMeanAndItsPartsAddUp() {
        double mean = (COSINE_U0_U1 * 1 + COSINE_U0_U2 * 2) / (COSINE_U0_U1 + COSINE_U0_U2);
        TrainedModel model = users(5, Aggregation.MEAN);
        assertArrayEquals(new float[] {4, (float) ((COSINE_U0_U1 * 2 + COSINE_U0_U2) / (COSINE_U0_U1 + COSINE_U0_U2)), (float) mean, Float.NEGATIVE_INFINITY},
                Tiny.scores(model, 0), 1e-5f);
        Evidence why = model.evidence(new History(new int[] {0, 1}, new float[] {5, 3}), 2);
        assertEquals(mean, why.parts().stream().mapToDouble(Evidence.Part::contribution).sum(), 1e-5);
        double ca = 4 / Math.sqrt(41 * 5), cb = 4 / Math.sqrt(14 * 5);
        assertEquals((ca * 5 + cb * 3) / (ca + cb), Tiny.scores(items(Aggregation.MEAN), 0)[2], 1e-5);
        assertEquals(List.of(1, 0), items(Aggregation.MEAN).evidence(new History(new int[] {0, 1}, new float[] {5, 3}), 2).parts().stream().map(Evidence.Part::number).toList());
    }
}
