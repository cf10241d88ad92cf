package shelfwise.model.knn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import shelfwise.base.ProblemException;
import shelfwise.data.Interactions;
import shelfwise.model.Evidence;
import shelfwise.model.History;
import shelfwise.model.Tiny;
import shelfwise.model.TrainedModel;
import shelfwise.model.Weights;

/** u0: a on day 0, b on day 10, b again on day 20. u1: a, b, c on day 20. u2: b, c on day 20. */
class SarModelTest {
    private static final long DAY = 86_400_000;
    private static final Interactions SHOP = new Interactions(Tiny.ids("u", 3), Tiny.ids("i", 3), new int[] {0, 0, 0, 1, 1, 1, 2, 2}, new int[] {0, 1, 1, 0, 1, 2, 1, 2},
            new long[] {0, 10 * DAY, 20 * DAY, 20 * DAY, 20 * DAY, 20 * DAY, 20 * DAY, 20 * DAY}, new float[] {3, 1, 1, 1, 1, 1, 1, 1}, true);
    /** Users: a 2, b 3, c 2; in common ab 2, ac 1, bc 2. */
    private static final float AB = 2 / 3f, AC = 1 / 3f, BC = 2 / 3f;

    private static TrainedModel fit(FitSar.Likeness likeness, double halfLife, int support, Weights weights) {
        return Tiny.fit(new FitSar(), new FitSar.Setup(likeness, halfLife, support, 100, weights), SHOP);
    }

    @Test void affinityHalvesWithEachHalfLife() {
        // half-life 10 days: a 3/4, b 1/2 + 1
        float a = 0.75f, b = 1.5f;
        assertArrayEquals(new float[] {b * AB, a * AB, a * AC + b * BC}, Tiny.scores(fit(FitSar.Likeness.JACCARD, 10, 1, Weights.AS_THEY_ARE), 0), 1e-6f);
        // each event counts 1
        assertArrayEquals(new float[] {b * AB, AB / 4, AC / 4 + b * BC}, Tiny.scores(fit(FitSar.Likeness.JACCARD, 10, 1, Weights.BINARY), 0), 1e-6f);
    }

    @Test void withoutHalfLifeEventsAreSummed() {
        assertArrayEquals(new float[] {2 * AB, 3 * AB, 3 * AC + 2 * BC}, Tiny.scores(fit(FitSar.Likeness.JACCARD, 0, 1, Weights.AS_THEY_ARE), 0), 1e-6f);
    }

    @Test void liftAndCountAreOfUsersInCommon() {
        // 3 users: ab 2·3/(2·3), ac 1·3/(2·2), bc 2·3/(3·2)
        assertArrayEquals(new float[] {2, 3, 3 * 0.75f + 2}, Tiny.scores(fit(FitSar.Likeness.LIFT, 0, 1, Weights.AS_THEY_ARE), 0), 1e-6f);
        assertArrayEquals(new float[] {4, 6, 3 + 4}, Tiny.scores(fit(FitSar.Likeness.CO_OCCURRENCE, 0, 1, Weights.AS_THEY_ARE), 0), 1e-6f);
    }

    @Test void pairsOfFewUsersAreNotSimilar() {
        assertArrayEquals(new float[] {2 * AB, 3 * AB, 2 * BC}, Tiny.scores(fit(FitSar.Likeness.JACCARD, 0, 2, Weights.AS_THEY_ARE), 0), 1e-6f);
    }

    @Test void aHistoryWithoutTimesIsOfNow() {
        var model = fit(FitSar.Likeness.JACCARD, 10, 1, Weights.AS_THEY_ARE);
        assertEquals(AB, Tiny.foldedIn(model, 0)[1], 1e-6);
        Evidence old = model.evidence(new History(new int[] {0}, new float[] {1}, new long[] {10 * DAY}), 1);
        assertEquals(AB / 2, old.score(), 1e-6);
        assertEquals(AB, old.parts().getFirst().similarity(), 1e-6);
        assertEquals(2, old.parts().getFirst().support());
    }

    @Test void eventsWithoutTimeCanNotAge() {
        var untimed = new Interactions(SHOP.users(), SHOP.items(), SHOP.user(), SHOP.item(), SHOP.time(), SHOP.weight(), false);
        assertEquals("model.no-age", assertThrows(ProblemException.class, () -> Tiny.fit(new FitSar(), null, untimed)).problem().key());
    }
}
