package shelfwise.model.vectors;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import shelfwise.base.ProblemException;
import shelfwise.data.Ids;
import shelfwise.data.Interactions;
import shelfwise.data.Vectors;
import shelfwise.model.Evidence;
import shelfwise.model.FitPopularity;
import shelfwise.model.History;
import shelfwise.model.Neighbour;
import shelfwise.model.Recommender;
import shelfwise.model.Tiny;
import shelfwise.model.Weights;
import shelfwise.model.factor.FitAls;
import shelfwise.pipeline.Values;

/** i0 to the right, i1 upwards, i2 between them (45°), i3 with a number that is none, i4 without a vector, i5 downwards and never sold. */
class FitVectorsTest {
    private static final float NOTHING = Float.NEGATIVE_INFINITY;
    private static final double ROOT = Math.sqrt(0.5);
    private static final Vectors VECTORS = new Vectors(new Ids(List.of("i5", "i2", "i1", "other", "i0", "i3")), 2,
            new float[] {0, -0.1f, 3, 3, 0, 2, 7, 7, 1, 0, Float.NaN, 1});

    private static Recommender fit(FitVectors.Setup setup, Interactions events, Vectors vectors) {
        return new FitVectors().run(setup, Values.of("split", Tiny.split(events), "vectors", vectors), Tiny.context("near")).one("model", Recommender.class);
    }

    private static FitVectors.Setup setup(Profile profile, int nearest, double halfLife) {
        return new FitVectors.Setup(profile, nearest, 5, halfLife, Weights.BINARY);
    }

    @Test void scoresAreCosinesToTheMeanOfTheHistory() {
        // i0 and i1: the profile is at 45°
        assertArrayEquals(new float[] {(float) ROOT, (float) ROOT, 1, NOTHING, NOTHING, (float) -ROOT},
                Tiny.scores(fit(setup(Profile.MEAN, 1, 0), Tiny.drawn("xx    "), VECTORS), 0), 1e-6f);
    }

    @Test void lateEventsCountMore() {
        // i0, then i1, half-life one event: (½, 1), of length √1.25
        Recommender model = fit(setup(Profile.MEAN, 1, 1), Tiny.drawn("xx    "), VECTORS);
        assertEquals(0.5 / Math.sqrt(1.25), Tiny.scores(model, 0)[0], 1e-6);
        assertEquals(1 / Math.sqrt(1.25), Tiny.scores(model, 0)[1], 1e-6);
        assertEquals(0.5 / Math.sqrt(1.25), Tiny.foldedIn(model, 1, 0)[1], 1e-6, "in the order of the history");
        // i0, i1, i0: of the pair's two events the latest: (1, ½)
        assertEquals(1 / Math.sqrt(1.25), Tiny.foldedIn(model, 0, 1, 0)[0], 1e-6);
    }

    @Test void weightsThatAddUpAge() {
        // weights 4, 1, 2 on i0, i1, i0, half-life one event: i0 4/4 + 2 = 3, i1 1/2
        var model = fit(new FitVectors.Setup(Profile.MEAN, 1, 1, 1, Weights.AS_THEY_ARE), Tiny.drawn("xx    "), VECTORS);
        float[] scores = new float[6];
        model.score(new History(new int[] {0, 1, 0}, new float[] {4, 1, 2}), scores);
        assertEquals(3 / Math.sqrt(9.25), scores[0], 1e-6);
    }

    @Test void theNearestOfTheHistoryCount() {
        assertArrayEquals(new float[] {1, 1, (float) ROOT, NOTHING, NOTHING, 0},
                Tiny.scores(fit(setup(Profile.NEAREST, 1, 0), Tiny.drawn("xx    "), VECTORS), 0), 1e-6f);
    }

    @Test void aHistoryWithoutVectorsSaysNothing() {
        for (float s : Tiny.foldedIn(fit(setup(Profile.MEAN, 1, 0), Tiny.drawn("xx xx "), VECTORS), 3, 4)) assertEquals(NOTHING, s);
    }

    @Test void theEvidenceIsTheHistory() {
        Evidence why = fit(setup(Profile.MEAN, 1, 0), Tiny.drawn("xx    "), VECTORS).evidence(new History(new int[] {0, 1, 4}, new float[] {1, 1, 1}), 0);
        assertEquals(List.of(0, 1), why.parts().stream().map(Evidence.Part::number).toList());
        assertEquals(ROOT, why.parts().getFirst().contribution(), 1e-6);
        assertEquals(0, why.parts().get(1).contribution(), 1e-6);
    }

    @Test void similarItemsAreThoseOfNearVectors() {
        List<Neighbour> similar = fit(setup(Profile.MEAN, 1, 0), Tiny.drawn("xxx   ", "x x   "), VECTORS).similar(0, 2);
        assertEquals(List.of(2, 1), similar.stream().map(Neighbour::number).toList());
        assertEquals(ROOT, similar.getFirst().similarity(), 1e-6);
        assertEquals(2, similar.getFirst().support());
    }

    @Test void vectorsOfOtherItemsAreRefused() {
        assertEquals("vectors.of-no-item", assertThrows(ProblemException.class,
                () -> fit(setup(Profile.MEAN, 1, 0), Tiny.drawn("   xx "), VECTORS)).problem().key());
    }

    @Test void theVectorsOfAModelAreThoseOfItsItems() {
        var training = Tiny.drawn("xx xx ", " xxx  ", "x  xx ");
        Recommender als = Tiny.fit(new FitAls(), null, training);
        Vectors vectors = items(als, true);
        assertEquals(List.of("i0", "i1", "i2", "i3", "i4"), vectors.ids().all(), "i5 was never sold");
        double squares = 0;
        for (int f = 0; f < vectors.dimensions(); f++) squares += vectors.values()[f] * vectors.values()[f];
        assertEquals(1, squares, 1e-5);
        // cosines of the vectors are the model's own likeness of items
        Recommender near = fit(setup(Profile.MEAN, 1, 0), training, items(als, false));
        assertEquals(als.similar(3, 4).stream().map(Neighbour::number).toList(), near.similar(3, 4).stream().map(Neighbour::number).toList());
        assertEquals(als.similar(3, 1).getFirst().similarity(), near.similar(3, 1).getFirst().similarity(), 1e-5);
    }

    private static Vectors items(Recommender model, boolean unitLength) {
        return new ItemVectors().run(new ItemVectors.Setup(unitLength), Values.of("model", model), Tiny.context("out")).one("vectors", Vectors.class);
    }

    @Test void aModelWithoutVectorsIsRefused() {
        Recommender popularity = Tiny.fit(new FitPopularity(), null, Tiny.drawn("xx"));
        assertEquals("vectors.model-without", assertThrows(ProblemException.class, () -> items(popularity, true)).problem().key());
    }
}
