package shelfwise.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class TimeLeftTest {
    private final TimeLeft left = new TimeLeft();

    private OptionalLong after(long millis, long done, long total) {
        var state = new NodeEvent.Running("als", done, total);
        left.heard(state, millis);
        return left.millis(state, millis);
    }

    @Test void aStepThatTellsHowFarItIsGoesOnAtItsPace() {
        after(10_000, 0, 0);
        assertEquals(OptionalLong.of(6_000), after(12_000, 1, 4)); // a quarter took 2 s
        assertEquals(OptionalLong.of(1_000), after(13_000, 3, 4));
        assertEquals(OptionalLong.of(0), after(14_000, 4, 4));
    }

    @Test void theFirstMomentIsNoGroundForAGuess() {
        after(0, 0, 0);
        assertEquals(OptionalLong.empty(), after(500, 1, 4));
        assertEquals(OptionalLong.empty(), after(5_000, 1, 100));
    }

    @Test void aStepThatTellsNothingIsHeldToItsLatestTime() {
        left.begin(Map.of("als", 8.0));
        after(1_000, 0, 0);
        assertEquals(OptionalLong.of(5_000), after(4_000, 0, 0));
        assertEquals(OptionalLong.empty(), after(9_500, 0, 0), "later than it was");
    }

    @Test void aStepThatRunsAgainBeginsAnew() {
        after(0, 0, 0);
        left.heard(new NodeEvent.Done("als", 1, Map.of()), 10_000);
        after(20_000, 0, 0);
        assertEquals(OptionalLong.of(2_000), after(22_000, 1, 2));
    }

    @Test void theLatestTimeCountsForLessTheFurtherTheStepIs() {
        left.begin(Map.of("als", 20.0));
        after(0, 0, 0);
        // three quarters took 4 s: 1 1/3 s by the pace, 16 s by the latest time; 0.75 * 1 1/3 + 0.25 * 16
        assertEquals(OptionalLong.of(5_000), after(4_000, 3, 4));
    }

    @Test void aStepLaterThanItWasGoesByItsPace() {
        left.begin(Map.of("als", 1.0));
        after(0, 0, 0);
        assertEquals(OptionalLong.of(6_000), after(2_000, 1, 4));
    }

    @Test void aStepThatFallsBackWorksInRoundsOfWhichNobodyKnowsHowMany() {
        after(0, 0, 0);
        assertEquals(OptionalLong.of(1_000), after(4_000, 4, 5));
        assertEquals(OptionalLong.empty(), after(5_000, 1, 5));
        assertEquals(OptionalLong.empty(), after(9_000, 4, 5));
    }

    @Test void aSmallChangeOfThePaceDoesNotMakeTheTimeJump() {
        after(0, 0, 0);
        assertEquals(OptionalLong.of(30_000), after(10_000, 1, 4));
        assertEquals(OptionalLong.of(28_000), after(12_000, 2_857, 10_000)); // 30.0 s by the pace
        assertEquals(OptionalLong.of(26_000), after(14_000, 3_600, 10_000)); // 24.9 s by the pace
        assertEquals(OptionalLong.of(6_000), after(24_000, 8, 10), "clearly another");
    }

    /** One step, two behind it, and one behind both. */
    private static final Pipeline FORK = new Pipeline("fork", List.of("a", "b", "c", "d").stream().map(id -> new Node(id, "toy", 1, new None(), "", 0, 0)).toList(),
            List.of(new Link("a", "out", "b", "in"), new Link("a", "out", "c", "in"), new Link("b", "out", "d", "in"), new Link("c", "out", "d", "in")));

    private record None() { }

    private static OptionalLong whole(TimeLeft time, long millis, String... open) {
        return time.all(FORK, List.of(open), millis);
    }

    @Test void aRunTakesAsLongAsItsStepsSideBySideAndAfterEachOther() {
        var two = new TimeLeft(2);
        two.begin(Map.of("a", 10.0, "b", 20.0, "c", 5.0, "d", 1.0));
        assertEquals(OptionalLong.of(31_000), whole(two, 0, "a", "b", "c", "d"));
        var one = new TimeLeft(1);
        one.begin(Map.of("a", 10.0, "b", 20.0, "c", 5.0, "d", 1.0));
        assertEquals(OptionalLong.of(36_000), whole(one, 0, "a", "b", "c", "d"));
    }

    @Test void whatEndedNeedsNoTimeAndWhatRunsOnlyItsRest() {
        var two = new TimeLeft(2);
        two.begin(Map.of("a", 10.0, "b", 20.0, "c", 5.0, "d", 1.0));
        two.heard(new NodeEvent.Cached("a", Map.of()), 0);
        two.heard(new NodeEvent.Running("b", 0, 0), 0);
        two.heard(new NodeEvent.Running("c", 0, 0), 0);
        assertEquals(OptionalLong.of(17_000), whole(two, 4_000, "b", "c", "d"));
    }

    @Test void nothingIsSaidOfARunWithAStepOfWhichNothingIsKnown() {
        var two = new TimeLeft(2);
        two.begin(Map.of("a", 10.0, "b", 20.0, "c", 5.0));
        assertEquals(OptionalLong.empty(), whole(two, 0, "a", "b", "c", "d"));
        two.heard(new NodeEvent.Running("d", 1, 2), 30_000);
        two.heard(new NodeEvent.Running("d", 1, 2), 33_000);
        assertEquals(OptionalLong.of(3_000), whole(two, 33_000, "d"), "by now its pace is known");
    }
}
