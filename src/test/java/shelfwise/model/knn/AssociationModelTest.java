package shelfwise.model.knn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import shelfwise.base.ProblemException;
import shelfwise.data.Interactions;
import shelfwise.model.Evidence;
import shelfwise.model.History;
import shelfwise.model.Tiny;
import shelfwise.model.TrainedModel;
import shelfwise.model.knn.FitAssociation.Basket;
import shelfwise.model.knn.FitAssociation.Measure;

/** Baskets: u0 {a b} at minute 0, {a} at minute 30 and {c} at minute 40; u1 {a b c} and {b}, an hour apart. */
class AssociationModelTest {
    private static final long MINUTE = 60_000;
    private static final float NOTHING = Float.NEGATIVE_INFINITY;
    private static final Interactions SHOP = new Interactions(Tiny.ids("u", 2), Tiny.ids("i", 3), new int[] {0, 0, 1, 1, 1, 0, 0, 1}, new int[] {0, 1, 0, 1, 2, 0, 2, 1},
            new long[] {0, 0, 0, 0, 0, 30 * MINUTE, 40 * MINUTE, 60 * MINUTE}, new float[] {1, 1, 1, 1, 1, 1, 1, 1}, true);

    private static TrainedModel fit(Measure measure, Basket basket, double gap, int support, double confidence) {
        return Tiny.fit(new FitAssociation(), new FitAssociation.Setup(measure, basket, gap, support, confidence, 100), SHOP);
    }

    @Test void confidenceIsOfTheBasketsWithTheHistoryItem() {
        // baskets {a b} {a} {c} {a b c} {b}: a 3, b 3, c 2; ab 2, ac 1, bc 1
        TrainedModel model = fit(Measure.CONFIDENCE, Basket.VISIT, 0, 1, 0);
        assertArrayEquals(new float[] {NOTHING, 2 / 3f, 1 / 3f}, Tiny.foldedIn(model, 0), 1e-6f);
        assertArrayEquals(new float[] {1 / 2f, 1 / 2f, NOTHING}, Tiny.foldedIn(model, 2), 1e-6f);
        assertArrayEquals(new float[] {2 / 3f, 2 / 3f, 2 / 3f}, Tiny.foldedIn(model, 0, 1, 1), 1e-6f, "each history item votes once");
    }

    @Test void liftComparesWithChanceAndCountCounts() {
        assertArrayEquals(new float[] {NOTHING, 5 * 2 / 9f, 5 / 6f}, Tiny.foldedIn(fit(Measure.LIFT, Basket.VISIT, 0, 1, 0), 0), 1e-6f);
        assertArrayEquals(new float[] {NOTHING, 2, 1}, Tiny.foldedIn(fit(Measure.CO_OCCURRENCE, Basket.VISIT, 0, 1, 0), 0), 1e-6f);
    }

    @Test void aLongerGapMakesLargerBaskets() {
        // 10 minutes: {a b} {a c} {a b c} {b}
        assertArrayEquals(new float[] {NOTHING, 2 / 3f, 2 / 3f}, Tiny.foldedIn(fit(Measure.CONFIDENCE, Basket.VISIT, 10, 1, 0), 0), 1e-6f);
        // an hour, or all of a user: {a b c} {a b c}
        for (Basket basket : Basket.values()) assertArrayEquals(new float[] {NOTHING, 1, 1}, Tiny.foldedIn(fit(Measure.CONFIDENCE, basket, 60, 1, 0), 0), 1e-6f);
    }

    @Test void thinAndDoubtfulRulesAreDropped() {
        assertArrayEquals(new float[] {NOTHING, 2 / 3f, NOTHING}, Tiny.foldedIn(fit(Measure.CONFIDENCE, Basket.VISIT, 0, 2, 0), 0), 1e-6f);
        // of a: b 2/3 and c 1/3; of c: a 1/2
        assertArrayEquals(new float[] {NOTHING, 5 * 2 / 9f, NOTHING}, Tiny.foldedIn(fit(Measure.LIFT, Basket.VISIT, 0, 1, 0.5), 0), 1e-6f);
        assertEquals(5 / 6f, Tiny.foldedIn(fit(Measure.LIFT, Basket.VISIT, 0, 1, 0.5), 2)[0], 1e-6);
    }

    @Test void theEvidenceNamesTheRulesItems() {
        Evidence why = fit(Measure.CONFIDENCE, Basket.VISIT, 0, 1, 0).evidence(new History(new int[] {0, 2}, new float[] {1, 1}), 1);
        assertEquals(List.of(0, 2), why.parts().stream().map(Evidence.Part::number).toList());
        assertEquals(2 / 3.0, why.parts().getFirst().similarity(), 1e-6);
    }

    @Test void visitsNeedTimes() {
        var untimed = new Interactions(SHOP.users(), SHOP.items(), SHOP.user(), SHOP.item(), SHOP.time(), SHOP.weight(), false);
        assertEquals("knn.no-visits", assertThrows(ProblemException.class, () -> Tiny.fit(new FitAssociation(), null, untimed)).problem().key());
        var all = new FitAssociation.Setup(Measure.CONFIDENCE, Basket.USER, 0, 1, 0, 10);
        assertEquals(1, Tiny.foldedIn(Tiny.fit(new FitAssociation(), all, untimed), 0)[1], 1e-6);
    }
}
