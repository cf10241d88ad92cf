package shelfwise.prepare.split;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import shelfwise.data.Interactions;
import shelfwise.data.Split;
import shelfwise.prepare.Steps;

class GlobalTimeTest {
    private static final long DAY = 86_400_000;

    @Test void theLatestShareIsTheTestAndTiesWithItsFirstMomentToo() {
        Interactions events = Steps.interactions("u a 1", "v a 2", "u b 3", "v b 4", "u c 5", "v c 5", "u d 5", "v d 8", "u e 9", "v e 10");
        assertEquals(List.of("u c 5", "v c 5", "u d 5", "v d 8", "u e 9", "v e 10"), Steps.told(run(events, 0.4, 0, 0, true).test()));
        assertEquals(List.of("u a 1", "v a 2", "u b 3", "v b 4"), Steps.told(run(events, 0.4, 0, 0, true).train()));
    }

    @Test void noPartKnowsWhatComesLater() {
        var random = new SplittableRandom(3);
        for (int round = 0; round < 50; round++) {
            long[] times = random.longs(200, 0, 90 * DAY).map(t -> t / DAY * DAY).sorted().toArray();
            Interactions events = Steps.interactions(IntStream.range(0, times.length)
                    .mapToObj(e -> "u" + random.nextInt(20) + " i" + random.nextInt(30) + " " + times[e]).toArray(String[]::new));
            int gap = random.nextInt(5);
            Split split = run(events, 0.2, round % 2 * 0.1, gap, round % 3 == 0);
            long trained = last(split.train()), judged = first(split.test());
            assertTrue(trained < judged - gap * DAY, "round " + round);
            if (split.validation().size() > 0) {
                assertTrue(trained < first(split.validation()) - gap * DAY && last(split.validation()) < judged, "round " + round);
            }
        }
    }

    @Test void aGapBelongsToNoPart() {
        Interactions events = Steps.interactions("u a 0", "u b " + DAY, "u c " + 2 * DAY, "u d " + 3 * DAY, "u e " + 4 * DAY);
        Split split = run(events, 0.2, 0, 2, true);
        assertEquals(List.of("u a 0", "u b " + DAY), Steps.told(split.train()));
        assertEquals(List.of("u e " + 4 * DAY), Steps.told(split.test()));
    }

    @Test void newUsersAreJudgedOnlyIfAskedFor() {
        Interactions events = Steps.interactions("u a 1", "v a 2", "u b 3", "new b 4", "u c 5");
        assertEquals(List.of("u c 5"), Steps.told(run(events, 0.4, 0, 0, true).test()));
        assertEquals(List.of("new b 4", "u c 5"), Steps.told(run(events, 0.4, 0, 0, false).test()));
    }

    @Test void whatCanNotBePartedIsRefused() {
        Interactions oneMoment = Steps.interactions("u a 1", "v b 1");
        Steps.refused("prepare.no-time", () -> run(Steps.untimed(oneMoment), 0.5, 0, 0, true));
        Steps.refused("prepare.split-without-train", () -> run(oneMoment, 0.5, 0, 0, true));
        Steps.refused("prepare.split-without-test", () -> run(Steps.interactions("u a 1", "v b 2"), 0.5, 0, 0, true));
        Steps.refused("prepare.split-without-train", () -> run(Steps.interactions("u a 1", "u b 2", "u c 3"), 0.9, 0.9, 0, true));
    }

    private static long first(Interactions part) {
        return Arrays.stream(part.time()).min().orElseThrow();
    }

    private static long last(Interactions part) {
        return Arrays.stream(part.time()).max().orElseThrow();
    }

    private static Split run(Interactions events, double test, double validation, int gapDays, boolean knownUsersOnly) {
        return Steps.split(new GlobalTime(), new GlobalTime.Setup(test, validation, gapDays, knownUsersOnly), events);
    }
}
