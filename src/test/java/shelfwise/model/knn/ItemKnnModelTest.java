package shelfwise.model.knn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import shelfwise.base.Progress;
import shelfwise.data.Interactions;
import shelfwise.model.Evidence;
import shelfwise.model.History;
import shelfwise.model.Neighbour;
import shelfwise.model.Tiny;
import shelfwise.model.TrainedModel;
import shelfwise.model.Weights;
import shelfwise.model.Workers;
import shelfwise.model.knn.FitItemKnn.Direction;

/**
 * Users of the items of {@link #SHOP}: a 2, b 3, c 3, d 1, e none. In common: ab 2, ac 1, bc 2, cd 1, others none. Cosine:
 * ab 2/√(2·3) = 0.8165, ac 1/√6 = 0.4082, bc 2/3, cd 1/√3 = 0.5774.
 */
class ItemKnnModelTest {
    private static final float NOTHING = Float.NEGATIVE_INFINITY;
    private static final int A = 0, B = 1, C = 2, D = 3, E = 4;
    private static final Interactions SHOP = Tiny.drawn(
            "xx   ",
            "xxx  ",
            " xx  ",
            "  xx ");
    private static final float AB = (float) (2 / Math.sqrt(6)), AC = (float) (1 / Math.sqrt(6)), BC = 2f / 3, CD = (float) (1 / Math.sqrt(3));

    private static TrainedModel fit(int k, Measure measure, double shrinkage, Direction direction) {
        return Tiny.fit(new FitItemKnn(), new FitItemKnn.Setup(k, measure, shrinkage, direction, Weights.BINARY), SHOP);
    }

    @Test void aCandidateSumsItsOwnNeighboursOfTheHistory() {
        // nearest: a-b, b-a, c-b, d-c. History b, c: a has b; b has a, which is not there; c has b; d has c
        assertArrayEquals(new float[] {AB, NOTHING, BC, CD, NOTHING}, Tiny.scores(fit(1, Measure.COSINE, 0, Direction.CANDIDATE), 2), 1e-6f);
    }

    @Test void aHistoryItemVotesForItsOwnNeighbours() {
        // b votes for a, c votes for b; nobody for d
        assertArrayEquals(new float[] {AB, BC, NOTHING, NOTHING, NOTHING}, Tiny.scores(fit(1, Measure.COSINE, 0, Direction.HISTORY), 2), 1e-6f);
    }

    @Test void withAllNeighboursTheDirectionMakesNoDifference() {
        float[] sums = {AB + AC, BC, BC, CD, NOTHING};
        assertArrayEquals(sums, Tiny.scores(fit(4, Measure.COSINE, 0, Direction.CANDIDATE), 2), 1e-6f);
        assertArrayEquals(sums, Tiny.scores(fit(4, Measure.COSINE, 0, Direction.HISTORY), 2), 1e-6f);
    }

    @Test void shrinkageIsAddedToTheDenominator() {
        var similar = fit(4, Measure.COSINE, 2, Direction.HISTORY).similar(B, 4);
        assertEquals(List.of(A, C), similar.stream().map(Neighbour::number).toList());
        assertEquals(2 / (Math.sqrt(6) + 2), similar.get(0).similarity(), 1e-6);
        assertEquals(2 / (3.0 + 2), similar.get(1).similarity(), 1e-6);
    }

    @Test void jaccardIsCommonOverEither() {
        // of c: a 1 of {u0 u1 u2 u3}, b 2 of {u0 u1 u2 u3}, d 1 of {u1 u2 u3}
        assertEquals(List.of(new Neighbour(B, 0.5f, 2), new Neighbour(D, 1f / 3, 1), new Neighbour(A, 0.25f, 1)), fit(4, Measure.JACCARD, 0, Direction.HISTORY).similar(C, 9));
        assertEquals(2 / (4.0 + 1), fit(4, Measure.JACCARD, 1, Direction.HISTORY).similar(C, 1).getFirst().similarity(), 1e-6);
    }

    @Test void similarItemsComeBestFirstWithTheirSupport() {
        assertEquals(List.of(new Neighbour(A, AB, 2), new Neighbour(C, BC, 2)), fit(4, Measure.COSINE, 0, Direction.CANDIDATE).similar(B, 5));
        assertEquals(List.of(new Neighbour(A, AB, 2)), fit(1, Measure.COSINE, 0, Direction.CANDIDATE).similar(B, 5), "only those that were kept");
        assertEquals(List.of(), fit(4, Measure.COSINE, 0, Direction.CANDIDATE).similar(E, 5));
    }

    @Test void ofEqualNeighboursTheLowerNumberIsKept() {
        var model = Tiny.fit(new FitItemKnn(), new FitItemKnn.Setup(1, Measure.COSINE, 0, Direction.HISTORY, Weights.BINARY), Tiny.drawn("xxx", "xxx"));
        assertEquals(List.of(new Neighbour(0, 1, 2)), model.similar(2, 1));
        assertEquals(List.of(new Neighbour(1, 1, 2)), model.similar(0, 1));
    }

    @Test void weightsCountInMeasureAndVote() {
        // a: 2 (1 + 1, the repeated event is added), 1; b: 1, 3. |a| = √5, |b| = √10, a·b = 2·1 + 1·3 = 5
        var events = Tiny.weighted(2, 2, new float[] {1, 1, 1, 1, 3}, new int[] {0, A}, new int[] {0, A}, new int[] {0, B}, new int[] {1, A}, new int[] {1, B});
        var model = Tiny.fit(new FitItemKnn(), new FitItemKnn.Setup(5, Measure.COSINE, 0, Direction.HISTORY, Weights.AS_THEY_ARE), events);
        double similarity = 5 / Math.sqrt(50);
        assertEquals(similarity, model.similar(A, 1).getFirst().similarity(), 1e-6);
        assertArrayEquals(new float[] {(float) similarity, (float) (2 * similarity)}, Tiny.scores(model, 0), 1e-6f);
    }

    @Test void theEvidenceNamesTheHistoryItemsAndTheirShares() {
        Evidence why = fit(4, Measure.COSINE, 0, Direction.CANDIDATE).evidence(new History(new int[] {B, C}, new float[] {1, 1}), A);
        assertEquals(AB + AC, why.score(), 1e-6);
        assertEquals(List.of(B, C), why.parts().stream().map(Evidence.Part::number).toList());
        assertEquals(AB / (AB + AC), why.parts().getFirst().share(), 1e-6); // 2/3
        assertEquals(AB, why.parts().getFirst().similarity(), 1e-6);
        assertEquals(2, why.parts().getFirst().support());
        assertEquals(NOTHING, fit(4, Measure.COSINE, 0, Direction.CANDIDATE).evidence(new History(new int[] {B}, new float[] {1}), E).score());
    }

    @Test void theNumberOfThreadsMakesNoDifference() {
        var setup = new FitItemKnn.Setup(2, Measure.COSINE, 0, Direction.CANDIDATE, Weights.BINARY);
        assertEquals(ItemKnnModel.fit("m", SHOP, setup, new Workers(1), Progress.NONE).hash(), ItemKnnModel.fit("m", SHOP, setup, new Workers(3), Progress.NONE).hash());
    }
}
