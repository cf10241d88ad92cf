package shelfwise.model.torch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import shelfwise.base.Learning;
import shelfwise.base.ProblemException;
import shelfwise.base.Progress;
import shelfwise.data.Bundle;
import shelfwise.data.Interactions;
import shelfwise.model.Attentive;
import shelfwise.model.History;
import shelfwise.model.Recommender;
import shelfwise.model.Tiny;
import shelfwise.pipeline.Context;
import shelfwise.pipeline.Values;

/** The time between events, where it alone tells what comes next. */
class TimeGapsTest {
    private static final long MINUTE = 60_000, HOUR = 60 * MINUTE, DAY = 24 * HOUR;
    private static final int SOON = 4, LATER = 5, ITEMS = 6, USERS = 64;
    private static final FitTransformer FIT = new FitTransformer();

    private record Event(int user, int item, long time) { }

    /** Each user takes two of the first four items; after some minutes between them comes item 4, after some weeks item 5. */
    private static Interactions events(boolean timed) {
        List<Event> all = new ArrayList<>();
        for (int u = 0; u < USERS; u++) {
            long first = u * HOUR, second = first + (u % 2 == 0 ? 20 * MINUTE : 20 * DAY);
            all.add(new Event(u, u / 2 % 4, first));
            all.add(new Event(u, u / 8 % 4, second));
            all.add(new Event(u, u % 2 == 0 ? SOON : LATER, second + 2 * HOUR));
        }
        all.sort(Comparator.comparingLong(Event::time));
        float[] weight = new float[all.size()];
        Arrays.fill(weight, 1);
        return new Interactions(Tiny.ids("u", USERS), Tiny.ids("i", ITEMS), all.stream().mapToInt(Event::user).toArray(), all.stream().mapToInt(Event::item).toArray(),
                all.stream().mapToLong(Event::time).toArray(), weight, timed);
    }

    private static FitTransformer.Setup setup(boolean gaps, int epochs) {
        return new FitTransformer.Setup(16, 1, 2, 8, gaps, epochs, 16, 0.01, 0, 0, 5, Objective.SOFTMAX, 6, 0, false, 0, 0, Processor.CPU, 7);
    }

    private static Recommender fit(boolean gaps, int epochs) {
        return FIT.run(setup(gaps, epochs), Values.of("split", Tiny.split(events(true))), Tiny.context("node")).one("model", Recommender.class);
    }

    private static float[] scores(Recommender model, int[] items, long... times) {
        float[] scores = new float[ITEMS], weights = new float[items.length];
        Arrays.fill(weights, 1);
        model.score(new History(items, weights, times), scores);
        return scores;
    }

    /** Of the 32 histories of two events: in how many what comes next is the best of the two it may be. */
    private static int right(Recommender model) {
        int right = 0;
        for (int a = 0; a < 4; a++) {
            for (int b = 0; b < 4; b++) {
                float[] soon = scores(model, new int[] {a, b}, DAY, DAY + 30 * MINUTE), later = scores(model, new int[] {a, b}, DAY, 20 * DAY);
                if (soon[SOON] > soon[LATER]) right++;
                if (later[LATER] > later[SOON]) right++;
            }
        }
        return right;
    }

    @Test void whatTheGapTellsIsLearnedWithGapsAlone() {
        assertEquals(32, right(fit(true, 60)));
        assertEquals(16, right(fit(false, 60)), "the same scores for both gaps: one of each two is right");
    }

    @Test void aKnownUserAndTheSameEventsWithTheirTimesGetTheSameScores() {
        Recommender model = fit(true, 5);
        Interactions all = events(true);
        for (int u = 0; u < 4; u++) {
            float[] folded = new float[ITEMS];
            model.score(History.of(all, all.histories(), u), folded);
            assertArrayEquals(Tiny.scores(model, u), folded, "user " + u);
        }
    }

    @Test void onlyTheTimeBetweenEventsCounts() {
        Recommender model = fit(true, 5);
        int[] items = {0, 1};
        assertArrayEquals(scores(model, items, DAY, 3 * DAY), scores(model, items, 100 * DAY, 102 * DAY));
        assertFalse(Arrays.equals(scores(model, items, DAY, 3 * DAY), scores(model, items, DAY, 80 * DAY)));
        assertFalse(Arrays.equals(scores(model, items), scores(model, items, DAY, 3 * DAY)), "a history without times is read all the same");
    }

    @Test void whereTheModelLookedHangsOnTheTimesAsItsScoresDo() {
        Recommender model = fit(true, 5);
        float[] weight = {1, 1};
        int[] items = {0, 1};
        var attentive = assertInstanceOf(Attentive.class, model);
        assertEquals(attentive.attention(new History(items, weight, new long[] {0, 2 * DAY})), attentive.attention(new History(items, weight, new long[] {DAY, 3 * DAY})));
        assertNotEquals(attentive.attention(new History(items, weight, new long[] {0, 2 * DAY})), attentive.attention(new History(items, weight, new long[] {0, MINUTE})));
    }

    @Test void aKeptModelStillKnowsTheGaps() {
        Recommender model = fit(true, 5);
        Recommender again = (Recommender) FIT.restore(model.toBundle(), Tiny.NO_OTHERS);
        int[] items = {2, 3, 1};
        assertArrayEquals(scores(model, items, DAY, 2 * DAY, 2 * DAY), scores(again, items, DAY, 2 * DAY, 2 * DAY));
        assertEquals(model.hash(), again.hash());
    }

    @Test void whereGapsAreNotLookedAtAModelIsKeptAsBefore() {
        Bundle kept = fit(false, 1).toBundle();
        assertFalse(kept.facts().keySet().stream().anyMatch(f -> f.contains("gaps")));
        assertFalse(kept.partNames().stream().anyMatch(p -> p.contains("gaps")));
    }

    @Test void eventsWithoutTimesAreRefusedInPlainWords() {
        var in = Values.of("split", Tiny.split(events(false)));
        var refused = assertThrows(ProblemException.class, () -> FIT.run(setup(true, 1), in, Tiny.context("node")));
        assertEquals("torch.no-gaps", refused.problem().key());
        assertEquals("node", refused.problem().where());
        assertTrue(FIT.run(setup(false, 1), in, Tiny.context("node")).one("model", Recommender.class).items().size() > 0);
    }

    @Test void aStoppedTrainingGoesOnToTheSameModel() {
        Map<String, Bundle> kept = new HashMap<>();
        var memo = new Context.Memo() {
            @Override public Optional<Bundle> find(String key) {
                return Optional.ofNullable(kept.get(key));
            }

            @Override public void put(String key, Bundle part) {
                kept.putIfAbsent(key, part);
            }
        };
        var learned = new ArrayList<Learning>();
        assertThrows(CancellationException.class, () -> fit(memo, new Progress() {
            @Override public void at(long done, long total) {
                if (learned.stream().anyMatch(p -> p.iteration() == 3)) throw new CancellationException();
            }

            @Override public void learned(Learning point) {
                learned.add(point);
            }
        }));
        assertEquals(1, kept.size());
        assertEquals(fit(true, 6).hash(), fit(memo, Progress.NONE).hash());
    }

    private static Recommender fit(Context.Memo memo, Progress progress) {
        Context plain = Tiny.context("node", progress);
        return FIT.run(setup(true, 6), Values.of("split", Tiny.split(events(true))), new Context(progress, plain.assets(), plain.node(), memo)).one("model", Recommender.class);
    }

    @Test void stepsGrowFromAMinuteToAYear() {
        long[] gaps = {0, MINUTE - 1, MINUTE, 10 * MINUTE - 1, 10 * MINUTE, HOUR - 1, HOUR, 6 * HOUR, DAY, 3 * DAY, 7 * DAY, 30 * DAY, 90 * DAY, 365 * DAY - 1, 365 * DAY, 4000 * DAY};
        int[] steps = {1, 1, 2, 2, 3, 3, 4, 5, 6, 7, 8, 9, 10, 10, 11, 11};
        for (int k = 0; k < gaps.length; k++) assertEquals(steps[k], Gaps.step(gaps[k]), gaps[k] + " ms");
        assertArrayEquals(new byte[] {0, 1, 6}, Gaps.of(new long[] {DAY, DAY, 2 * DAY}, 3));
        assertArrayEquals(new byte[] {0, 0}, Gaps.of(new long[0], 2), "no times");
        assertNotEquals(0, Gaps.step(0), "the same time is not unknown");
    }
}
