package shelfwise.prepare.split;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import shelfwise.data.Interactions;
import shelfwise.data.Split;
import shelfwise.prepare.Steps;

/** Splits that hold out whole windows, sessions, users or items. */
class HeldOutSplitsTest {
    private static final long DAY = 86_400_000, MINUTE = 60_000;
    /** Ten days, one event of u and one of v each day. */
    private static final Interactions DAYS = Steps.interactions(IntStream.range(0, 10).boxed()
            .flatMap(d -> List.of("u i" + d + " " + d * DAY, "v j" + d + " " + d * DAY).stream()).toArray(String[]::new));
    private static final Interactions MANY = Steps.interactions(IntStream.range(0, 400).mapToObj(e -> "u" + e % 40 + " i" + e / 20 + " " + e).toArray(String[]::new));

    @Test void theLastFoldEndsWithTheLastEventAndEarlierOnesBeforeIt() {
        assertEquals(List.of("u i8 " + 8 * DAY, "v j8 " + 8 * DAY, "u i9 " + 9 * DAY, "v j9 " + 9 * DAY), Steps.told(rolling(3, 3, 2, 0, false).test()));
        assertEquals(List.of("u i4 " + 4 * DAY, "v j4 " + 4 * DAY, "u i5 " + 5 * DAY, "v j5 " + 5 * DAY), Steps.told(rolling(3, 1, 2, 0, false).test()));
        assertEquals(8, rolling(3, 1, 2, 0, false).train().size(), "nothing of later folds");
        assertEquals("rolling", rolling(3, 1, 2, 0, false).method());
    }

    @Test void aFoldsValidationIsTheWindowBeforeItAndTheGapBelongsToNoPart() {
        Split split = rolling(2, 2, 2, 1, true);
        assertEquals(List.of("u i6 " + 6 * DAY, "v j6 " + 6 * DAY, "u i7 " + 7 * DAY, "v j7 " + 7 * DAY), Steps.told(split.validation()));
        assertEquals(5 * DAY, split.train().time()[split.train().size() - 1] + DAY, "days 0 to 4 are learned from, day 5 is the gap");
    }

    @Test void foldsThatCanNotBeAreRefused() {
        Steps.refused("prepare.no-such-fold", () -> rolling(2, 3, 2, 0, false));
        Steps.refused("prepare.split-without-train", () -> rolling(6, 1, 2, 0, false));
        Steps.refused("prepare.no-time", () -> Steps.split(new RollingFolds(), new RollingFolds().defaults(), Steps.untimed(DAYS)));
    }

    @Test void aSessionIsNeverCut() {
        Interactions events = Steps.interactions("u a 0", "u b " + 20 * MINUTE, "w z " + 21 * MINUTE, "u c " + 60 * MINUTE, "u d " + 90 * MINUTE, "u e " + 100 * MINUTE,
                "v a " + 101 * MINUTE, "u f " + 200 * MINUTE, "v b " + 300 * MINUTE, "v c " + 300 * MINUTE);
        Split split = sessions(events, 30, 2, true);
        assertEquals(List.of("u f " + 200 * MINUTE, "v b " + 300 * MINUTE, "v c " + 300 * MINUTE), Steps.told(split.test()));
        assertEquals(List.of("u c " + 60 * MINUTE, "u d " + 90 * MINUTE, "u e " + 100 * MINUTE), Steps.told(split.validation()), "a pause of just 30 minutes goes on");
        assertEquals(List.of("u a 0", "u b " + 20 * MINUTE, "w z " + 21 * MINUTE, "v a " + 101 * MINUTE), Steps.told(split.train()));
    }

    @Test void withNoPauseOnlyTheSameMomentBelongsTogether() {
        assertEquals(List.of("u b 2", "u c 2"), Steps.told(sessions(Steps.interactions("u a 1", "u b 2", "u c 2"), 0, 2, false).test()));
    }

    @Test void usersOfOneSessionAreOnlyLearnedFrom() {
        Steps.refused("prepare.split-without-test", () -> sessions(Steps.interactions("u a 1", "u b 2"), 30, 2, false));
        Steps.refused("prepare.no-time", () -> sessions(Steps.untimed(DAYS), 30, 2, false));
    }

    @Test void usersHeldOutHaveNothingInTrainingAndTheirLatestEventsAreJudged() {
        Split split = users(0.2, 0.1, 0.3, 1);
        Set<Integer> test = users(split.test()), validation = users(split.validation()), known = users(split.foldIn()), trained = users(split.train());
        assertEquals(8, test.size());
        assertEquals(4, validation.size());
        assertEquals(12, known.size());
        assertTrue(known.containsAll(test) && known.containsAll(validation) && test.stream().noneMatch(validation::contains));
        assertTrue(known.stream().noneMatch(trained::contains));
        assertEquals(28, trained.size());
        assertEquals(8 * 3, split.test().size(), "three of ten events each");
        for (int u : test) assertTrue(times(split.foldIn(), u).max().orElseThrow() < times(split.test(), u).min().orElseThrow());
        assertEquals(MANY.size(), split.train().size() + split.test().size() + split.validation().size() + split.foldIn().size());
    }

    @Test void ofTwoEventsOneIsJudgedAndOneMakesTheUserKnown() {
        Interactions two = Steps.interactions("u a 1", "v a 1", "u b 2", "v b 2");
        Split split = Steps.split(new UserHoldout(), new UserHoldout.Setup(0.5, 0, 0.01, 2, 1), two);
        assertEquals(1, split.test().size());
        assertEquals(1, split.foldIn().size());
    }

    @Test void heldOutSplitsAreKeptAndMadeAgain() {
        Split split = users(0.2, 0.1, 0.3, 1), again = Split.of(split.toBundle());
        assertEquals(split.hash(), again.hash());
        assertEquals(Steps.told(split.foldIn()), Steps.told(again.foldIn()));
        assertEquals(split.hash(), users(0.2, 0.1, 0.3, 1).hash());
        assertNotEquals(split.hash(), users(0.2, 0.1, 0.3, 2).hash());
    }

    @Test void itemsHeldOutHaveAllTheirEventsInTheTest() {
        Split split = Steps.split(new ColdItems(), new ColdItems.Setup(0.1, 0.05, 1, 7), MANY);
        Set<Integer> test = items(split.test()), validation = items(split.validation()), trained = items(split.train());
        assertEquals(2, test.size());
        assertEquals(1, validation.size());
        assertTrue(test.stream().noneMatch(trained::contains) && validation.stream().noneMatch(trained::contains));
        assertEquals(2 * 20, split.test().size());
        assertEquals(MANY.size(), split.train().size() + split.test().size() + split.validation().size());
    }

    @Test void rareItemsAreNotDrawn() {
        Interactions events = Steps.interactions("u rare 1", "u a 2", "v a 3", "u b 4", "v b 5");
        for (int seed = 0; seed < 20; seed++) {
            Split split = Steps.split(new ColdItems(), new ColdItems.Setup(0.5, 0, 2, seed), events);
            assertTrue(Steps.told(split.train()).contains("u rare 1"));
            assertEquals(2, split.test().size());
        }
    }

    private static Split rolling(int folds, int fold, int days, int gap, boolean validation) {
        return Steps.split(new RollingFolds(), new RollingFolds.Setup(folds, fold, days, gap, validation, true), DAYS);
    }

    private static Split sessions(Interactions events, int gap, int fewest, boolean validation) {
        return Steps.split(new LastSession(), new LastSession.Setup(gap, fewest, validation), events);
    }

    private static Split users(double test, double validation, double judged, long seed) {
        return Steps.split(new UserHoldout(), new UserHoldout.Setup(test, validation, judged, 5, seed), MANY);
    }

    private static Set<Integer> users(Interactions part) {
        return Arrays.stream(part.user()).boxed().collect(Collectors.toSet());
    }

    private static Set<Integer> items(Interactions part) {
        return Arrays.stream(part.item()).boxed().collect(Collectors.toSet());
    }

    private static IntStream times(Interactions part, int user) {
        return IntStream.range(0, part.size()).filter(e -> part.user()[e] == user).map(e -> (int) part.time()[e]);
    }
}
