package shelfwise.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import shelfwise.base.Messages;
import shelfwise.base.Progress;
import shelfwise.data.Ids;
import shelfwise.data.Interactions;
import shelfwise.data.Metrics;
import shelfwise.data.Split;
import shelfwise.model.FitPopularity;
import shelfwise.model.FitPopularity.Counting;
import shelfwise.model.Recommender;
import shelfwise.model.Tiny;
import shelfwise.pipeline.Values;

class YardstickTest {
    private static final long DAY = 86_400_000;
    /** On day 0 three users take a, on day 50 two take b. */
    private static final Interactions TRAIN = new Interactions(Tiny.ids("u", 3), new Ids(List.of("a", "b", "c")), new int[] {0, 1, 2, 0, 1}, new int[] {0, 0, 0, 1, 1},
            new long[] {0, 1, 2, 50 * DAY, 50 * DAY}, new float[] {1, 1, 1, 1, 1}, true);
    private static final Split SPLIT = Tiny.split(TRAIN, new Interactions(TRAIN.users(), TRAIN.items(), new int[] {2}, new int[] {1}, new long[] {51 * DAY}, new float[] {1}, true));

    private static Recommender popularity(int days) {
        return new FitPopularity().run(new FitPopularity.Setup(days, Counting.USERS), Values.of("split", SPLIT), Tiny.context("mine")).one("model", Recommender.class);
    }

    @Test void thePopularityOfTheLastDaysStandsBeside() {
        var setup = EvaluateRanking.Setup.of(List.of(1), true, 0, 1, EvaluateRanking.Part.TEST);
        Metrics found = EvaluateRanking.evaluate(SPLIT, List.of(popularity(0)), setup, Tiny.context("judge"));
        assertEquals(List.of("mine", "popularity:30"), found.models());
        assertTrue(found.comparisons().stream().anyMatch(c -> c.second().equals("popularity:30")));
    }

    @Test void itStaysAwayWhereItIsLinked() {
        assertEquals(Optional.empty(), new Yardstick(30).beside(List.of(popularity(0), popularity(30)), SPLIT, Progress.NONE));
        assertTrue(new Yardstick(30).beside(List.of(popularity(0)), SPLIT, Progress.NONE).isPresent());
    }

    @Test void withoutTimeItIsThatOfAllTime() {
        var untimed = new Interactions(TRAIN.users(), TRAIN.items(), TRAIN.user(), TRAIN.item(), new long[] {0, 1, 2, 3, 4}, TRAIN.weight(), false);
        assertEquals(0, Yardstick.of(Tiny.split(untimed), 30).days());
        assertEquals(30, Yardstick.of(SPLIT, 30).days());
    }

    @Test void itHasItsNameInWords() {
        Messages english = Messages.in(Locale.ENGLISH);
        assertEquals("Popularity of the last 30 days", Yardstick.name(new Yardstick(30).model(), english));
        assertEquals("Popularity of all time", Yardstick.name(new Yardstick(0).model(), english));
        assertEquals("item-knn", Yardstick.name("item-knn", english));
    }
}
