package shelfwise.model.knn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import shelfwise.data.Interactions;
import shelfwise.model.Evidence;
import shelfwise.model.History;
import shelfwise.model.Neighbour;
import shelfwise.model.Tiny;
import shelfwise.model.TrainedModel;
import shelfwise.model.Weights;

/** Cosine of u2 {b, c} and the others: u0 {a, b} 1/2, u1 {a, b, c} 2/√(2·3) = 0.8165, u3 {c, d} 1/2. */
class UserKnnModelTest {
    private static final float NOTHING = Float.NEGATIVE_INFINITY;
    private static final String[] SHOP = {"xx  ", "xxx ", " xx ", "  xx"};
    private static final float U1 = (float) (2 / Math.sqrt(6));

    private static TrainedModel fit(int k, Measure measure, double shrinkage, Interactions events) {
        return Tiny.fit(new FitUserKnn(), new FitUserKnn.Setup(k, measure, shrinkage, Weights.BINARY), events);
    }

    @Test void theNearestUsersVoteForTheirItems() {
        assertArrayEquals(new float[] {U1, U1, U1, NOTHING}, Tiny.scores(fit(1, Measure.COSINE, 0, Tiny.drawn(SHOP)), 2), 1e-6f);
        assertArrayEquals(new float[] {U1 + 0.5f, U1 + 0.5f, U1 + 0.5f, 0.5f}, Tiny.scores(fit(3, Measure.COSINE, 0, Tiny.drawn(SHOP)), 2), 1e-6f);
    }

    @Test void ofEqualUsersTheLowerNumberVotes() {
        assertArrayEquals(new float[] {U1 + 0.5f, U1 + 0.5f, U1, NOTHING}, Tiny.scores(fit(2, Measure.COSINE, 0, Tiny.drawn(SHOP)), 2), 1e-6f);
    }

    @Test void jaccardAndShrinkage() {
        // u2 and u1: 2 in common of 3
        assertEquals(2f / 3, Tiny.scores(fit(1, Measure.JACCARD, 0, Tiny.drawn(SHOP)), 2)[0], 1e-6);
        assertEquals(2f / (3 + 2), Tiny.scores(fit(1, Measure.JACCARD, 2, Tiny.drawn(SHOP)), 2)[0], 1e-6);
        assertEquals(2 / (Math.sqrt(6) + 2), Tiny.scores(fit(1, Measure.COSINE, 2, Tiny.drawn(SHOP)), 2)[0], 1e-6);
    }

    @Test void aUserWithTheSameEventsDoesNotVote() {
        var twin = fit(1, Measure.COSINE, 0, Tiny.drawn("xx  ", "xxx ", " xx ", "  xx", " xx "));
        assertArrayEquals(new float[] {U1, U1, U1, NOTHING}, Tiny.scores(twin, 2), 1e-6f);
    }

    @Test void weightsCountInMeasureAndVote() {
        // u0: a 3, b 4, length 5. u1: a 1, length 1: cosine 3/5, so that b gets 4 · 3/5
        var events = Tiny.weighted(2, 2, new float[] {3, 4, 1}, new int[] {0, 0}, new int[] {0, 1}, new int[] {1, 0});
        var model = Tiny.fit(new FitUserKnn(), new FitUserKnn.Setup(5, Measure.COSINE, 0, Weights.AS_THEY_ARE), events);
        assertArrayEquals(new float[] {1.8f, 2.4f}, Tiny.scores(model, 1), 1e-6f);
    }

    @Test void theEvidenceNamesTheUsers() {
        Evidence why = fit(3, Measure.COSINE, 0, Tiny.drawn(SHOP)).evidence(new History(new int[] {1, 2}, new float[] {1, 1}), 0);
        assertEquals(List.of(1, 0), why.parts().stream().map(Evidence.Part::number).toList());
        assertEquals(Evidence.Kind.USER, why.parts().getFirst().kind());
        assertEquals(2, why.parts().getFirst().support(), "items in common");
        assertEquals(U1 / (U1 + 0.5), why.parts().getFirst().share(), 1e-6);
    }

    @Test void similarItemsAreThoseOfTheSameUsers() {
        // c and b have u1 and u2 of 3 users each; c and d have u3 of 3 and 1; c and a have u1 of 3 and 2
        var similar = fit(3, Measure.COSINE, 0, Tiny.drawn(SHOP)).similar(2, 9);
        assertEquals(List.of(1, 3, 0), similar.stream().map(Neighbour::number).toList());
        assertEquals(1 / Math.sqrt(3), similar.get(1).similarity(), 1e-6);
        assertEquals(1, similar.get(1).support());
    }
}
