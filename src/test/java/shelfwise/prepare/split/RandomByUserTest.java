package shelfwise.prepare.split;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import shelfwise.data.Interactions;
import shelfwise.data.Split;
import shelfwise.prepare.Steps;

class RandomByUserTest {
    private static final Interactions EVENTS = Steps.interactions(IntStream.range(0, 130).mapToObj(e -> (e < 100 ? "u" : "v") + " i" + e + " " + e).toArray(String[]::new));

    @Test void eachUserGivesTheSharesRoundedDown() {
        Split split = run(0.29, 0.1, 1);
        assertEquals(29, of(split.test(), "u"));
        assertEquals(8, of(split.test(), "v"));
        assertEquals(10, of(split.validation(), "u"));
        assertEquals(3, of(split.validation(), "v"));
    }

    @Test void everyEventIsInOnePart() {
        Split split = run(0.3, 0.2, 5);
        var all = new ArrayList<>(Steps.told(split.train()));
        all.addAll(Steps.told(split.validation()));
        all.addAll(Steps.told(split.test()));
        assertEquals(EVENTS.size(), all.size());
        assertEquals(new TreeSet<>(Steps.told(EVENTS)), new TreeSet<>(all));
    }

    @Test void theSeedAloneDecidesTheDraw() {
        List<String> drawn = Steps.told(run(0.2, 0, 1).test());
        assertEquals(drawn, Steps.told(run(0.2, 0, 1).test()));
        assertNotEquals(drawn, Steps.told(run(0.2, 0, 2).test()));
        assertEquals(run(0.2, 0.1, 9).hash(), run(0.2, 0.1, 9).hash());
    }

    @Test void everyEventIsDrawnAboutAsOften() {
        int[] times = new int[10];
        Interactions ten = Steps.interactions(IntStream.range(0, 10).mapToObj(e -> "u i" + e + " " + e).toArray(String[]::new));
        for (int seed = 0; seed < 1000; seed++) {
            for (int i : Steps.split(new RandomByUser(), new RandomByUser.Setup(0.3, 0, seed), ten).test().item()) times[i]++;
        }
        for (int n : times) assertEquals(300, n, 60); // four standard deviations
    }

    @Test void tooFewEventsAreRefused() {
        Steps.refused("prepare.split-without-test", () -> Steps.split(new RandomByUser(), new RandomByUser().defaults(), Steps.interactions("u a 1", "u b 2")));
        Steps.refused("prepare.split-without-train", () -> run(0.9, 0.9, 1));
    }

    private static long of(Interactions part, String user) {
        return Steps.told(part).stream().filter(e -> e.startsWith(user + " ")).count();
    }

    private static Split run(double test, double validation, long seed) {
        return Steps.split(new RandomByUser(), new RandomByUser.Setup(test, validation, seed), EVENTS);
    }
}
