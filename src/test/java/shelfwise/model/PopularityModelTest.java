package shelfwise.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import shelfwise.base.ProblemException;
import shelfwise.data.Interactions;
import shelfwise.model.FitPopularity.Counting;
import shelfwise.pipeline.Values;

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

    @Test void anEventCountsHalfAsMuchAfterTheHalfLife() {
        // ages in days: 10, 9, 2, 1, 0; with a half-life of one day i0 = 2^-9 by its latest event, i1 = 2^-2 + 2^-1, i2 = 1
        assertArrayEquals(new float[] {1 / 512f, 0.75f, 1, NOTHING}, trend(1, Counting.USERS), 1e-6f);
        assertArrayEquals(new float[] {1 / 512f + 1 / 1024f, 0.75f, 1, NOTHING}, trend(1, Counting.EVENTS), 1e-6f);
    }

    private static float[] trend(double halfLife, Counting counting) {
        return Tiny.scores(Tiny.fit(new FitPopularity(), new FitPopularity.Setup(0, counting, halfLife, false), shop()), 0);
    }

    @Test void aCategoryCountsByItsShareOfTheHistory() {
        TrainedModel model = byCategory("mugs", "mugs", "lamps", "lamps");
        assertArrayEquals(new float[] {1, 2, NOTHING, NOTHING}, Tiny.scores(model, 0)); // u0 took mugs only
        assertArrayEquals(new float[] {0.5f, 1, 0.5f, NOTHING}, Tiny.scores(model, 1)); // u1 half of each
        Evidence why = model.evidence(History.of(shop(), shop().histories(), 1), 1);
        assertEquals(new Evidence(1, true, java.util.List.of(new Evidence.Part(Evidence.Kind.FEATURE, 0, 1, 1, Double.NaN, -1, java.util.List.of("group", "mugs")))), why);
    }

    @Test void aHistoryOfNoKnownCategoryGetsWhatEverybodyGets() {
        TrainedModel model = byCategory("mugs", "mugs", "lamps", "");
        assertArrayEquals(new float[] {1, 2, 1, NOTHING}, Tiny.foldedIn(model));
        assertArrayEquals(new float[] {1, 2, 1, NOTHING}, Tiny.foldedIn(model, 3));
        assertArrayEquals(new float[] {NOTHING, NOTHING, 1, NOTHING}, Tiny.foldedIn(model, 2, 3));
    }

    private static TrainedModel byCategory(String... categories) {
        var fit = new FitPopularity();
        var in = Values.of("split", Tiny.split(shop()), "catalogue", Tiny.categories(categories));
        return fit.run(new FitPopularity.Setup(0, Counting.USERS, 0, true), in, Tiny.context("popular")).one("model", TrainedModel.class);
    }

    @Test void categoriesNeedACatalogueThatTellsThem() {
        var setup = new FitPopularity.Setup(0, Counting.USERS, 0, true);
        assertEquals("model.category-without-catalogue", assertThrows(ProblemException.class, () -> Tiny.fit(new FitPopularity(), setup, shop())).problem().key());
        assertEquals("model.no-categories", assertThrows(ProblemException.class, () -> byCategory("", "", "", "")).problem().key());
    }

    @Test void aModelKeptBeforeThereWereTrendsIsRestored() {
        TrainedModel model = Tiny.fit(new FitPopularity(), null, shop());
        assertEquals("0", model.toBundle().fact("days"));
        assertArrayEquals(new int[] {1, 2, 1, 0}, model.toBundle().ints("popularity.count"));
        assertEquals(java.util.Set.of("name", "timed", "days", "counting"), model.toBundle().facts().keySet());
    }

    @Test void anAgeNeedsTime() {
        var s = shop();
        var untimed = new Interactions(s.users(), s.items(), s.user(), s.item(), s.time(), s.weight(), false);
        var e = assertThrows(ProblemException.class, () -> Tiny.fit(new FitPopularity(), new FitPopularity.Setup(0, Counting.USERS, 7, false), untimed));
        assertEquals("model.no-age", e.problem().key());
    }

    @Test void aWindowNeedsTime() {
        var s = shop();
        var untimed = new Interactions(s.users(), s.items(), s.user(), s.item(), s.time(), s.weight(), false);
        var e = assertThrows(ProblemException.class, () -> Tiny.fit(new FitPopularity(), new FitPopularity.Setup(3, Counting.USERS), untimed));
        assertEquals("model.no-time", e.problem().key());
    }
}
