package shelfwise.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import shelfwise.base.ProblemException;
import shelfwise.data.Bundle;
import shelfwise.data.Interactions;
import shelfwise.data.Metrics;
import shelfwise.data.Split;
import shelfwise.model.Evidence;
import shelfwise.model.History;
import shelfwise.model.Neighbour;
import shelfwise.model.RatingPredictor;
import shelfwise.model.Recommender;
import shelfwise.model.Tiny;

class EvaluateRatingTest {
    private static final Interactions TRAIN = Tiny.weighted(2, 3, new float[] {5, 1}, new int[] {0, 0}, new int[] {1, 1});
    /** u0 gives item 1 a 4 and item 2 a 2; u1 gives item 0 a 1. */
    private static final Interactions TEST = Tiny.weighted(2, 3, new float[] {4, 2, 1}, new int[] {0, 1}, new int[] {0, 2}, new int[] {1, 0});
    private static final EvaluateRating.Setup SETUP = new EvaluateRating.Setup(EvaluateRanking.Part.TEST, 100, 100, 1);

    /** Predicts the same for everything. */
    private record Always(String name, float predicted) implements RatingPredictor {
        @Override public float rating(int user, int item) {
            return predicted;
        }

        @Override public String operator() {
            return "test.always";
        }

        @Override public Interactions training() {
            return TRAIN;
        }

        @Override public void score(int user, float[] scores) { }

        @Override public void score(History history, float[] scores) { }

        @Override public List<Neighbour> similar(int item, int n) {
            return List.of();
        }

        @Override public Evidence evidence(History history, int item) {
            throw new UnsupportedOperationException();
        }

        @Override public List<Evidence> evidence(History history, int[] items) {
            throw new UnsupportedOperationException();
        }

        @Override public String hash() {
            return name;
        }

        @Override public Bundle toBundle() {
            throw new UnsupportedOperationException();
        }
    }

    private static Metrics evaluate(Split split, Recommender... models) {
        return EvaluateRating.evaluate(split, List.of(models), SETUP, Tiny.context("judge"));
    }

    @Test void errorsAreOverAllRatings() {
        // predicted 3: errors 1, 1, 2
        Metrics found = evaluate(Tiny.split(TRAIN, TEST), new Always("three", 3));
        assertEquals(Math.sqrt((1 + 1 + 4) / 3.0), Objects.requireNonNull(found.find("three", "rmse", Metrics.NO_CUT)).value(), 1e-6);
        Metrics.Row mae = Objects.requireNonNull(found.find("three", "mae", Metrics.NO_CUT));
        assertEquals((1 + 1 + 2) / 3.0, mae.value(), 1e-6);
        assertEquals(1, mae.low(), 1e-6, "only u0 drawn");
        assertEquals(2, mae.high(), 1e-6, "only u1 drawn");
    }

    @Test void modelsAreTestedByTheErrorsOfEachUser() {
        // mae of u0 and u1: 1 and 2 for 3; always 2: 1 and 1
        var test = evaluate(Tiny.split(TRAIN, TEST), new Always("three", 3), new Always("two", 2)).comparisons().stream().filter(c -> c.metric().equals("mae")).findFirst().orElseThrow();
        assertEquals(0.5, test.difference(), 1e-6);
        assertEquals(2, test.users());
    }

    @Test void aModelWithoutRatingsIsRefused() {
        Recommender lists = new FixedScores("lists", TRAIN, new float[3], new float[3]);
        var refused = assertThrows(ProblemException.class, () -> evaluate(Tiny.split(TRAIN, TEST), lists)).problem();
        assertEquals("evaluate.predicts-no-ratings", refused.key());
        assertTrue(refused.args().contains("lists"));
    }

    @Test void nothingToPredictIsRefused() {
        assertEquals("evaluate.no-test-events", assertThrows(ProblemException.class, () -> evaluate(Tiny.split(TRAIN), new Always("three", 3))).problem().key());
    }
}
