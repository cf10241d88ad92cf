package shelfwise.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import shelfwise.base.ProblemException;
import shelfwise.data.Interactions;
import shelfwise.model.FitPopularity.Counting;

class PopularityModelTest {
    private static final float NOTHING = Float.NEGATIVE_INFINITY;
    private static final long DAY = 86_400_000;

    /** i0 twice by u0 long ago, i1 by both, i2 by u1 on the last day; i3 by nobody. */
    private static Interactions shop() {
        long[] time = {0, DAY, 8 * DAY, 9 * DAY, 10 * DAY};
        return new Interactions(Tiny.ids("u", 2), Tiny.ids("i", 4), new int[] {0, 0, 0, 1, 1}, new int[] {0, 0, 1, 1, 2}, time, new float[] {1, 1, 1, 1, 1}, true);
    }

    private static float[] scores(int days, Counting counting) {
        return Tiny.scores(Tiny.fit(new FitPopularity(), new FitPopularity.Setup(days, counting), shop()), 0);
    }

    @Test void countsDifferentUsersOrEvents() {
        assertArrayEquals(new float[] {1, 2, 1, NOTHING}, scores(0, Counting.USERS));
        assertArrayEquals(new float[] {2, 2, 1, NOTHING}, scores(0, Counting.EVENTS));
    }

    @Test void theWindowEndsWithTheLastEventAndItsStartIsOutside() {
        assertArrayEquals(new float[] {NOTHING, 1, 1, NOTHING}, scores(2, Counting.USERS)); // after day 8: the event of day 8 itself is out
        assertArrayEquals(new float[] {NOTHING, 2, 1, NOTHING}, scores(3, Counting.USERS));
    }

    @Test void everybodyGetsTheSameAndNothingIsSimilar() {
        var model = Tiny.fit(new FitPopularity(), null, shop());
        assertArrayEquals(Tiny.scores(model, 1), Tiny.foldedIn(model, 3));
        assertEquals(0, model.similar(0, 5).size());
        assertEquals(new Evidence(2, false, java.util.List.of()), model.evidence(new History(new int[0], new float[0]), 1));
    }

    @Test void aWindowNeedsTime() {
        var s = shop();
        var untimed = new Interactions(s.users(), s.items(), s.user(), s.item(), s.time(), s.weight(), false);
        var e = assertThrows(ProblemException.class, () -> Tiny.fit(new FitPopularity(), new FitPopularity.Setup(3, Counting.USERS), untimed));
        assertEquals("model.no-time", e.problem().key());
    }
}
