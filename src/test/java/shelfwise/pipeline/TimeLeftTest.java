package shelfwise.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
}
