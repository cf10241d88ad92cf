package shelfwise.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import shelfwise.base.Messages;
import shelfwise.data.Interactions;
import shelfwise.data.Split;
import shelfwise.model.Tiny;

class DoubtsTest {
    /** u takes item u % 5 in training and the one after it for testing: 120 users, nothing to object to. */
    private static Interactions events(int users, int from) {
        int[][] pairs = new int[users][];
        for (int u = 0; u < users; u++) pairs[u] = new int[] {u, (u + from) % 5};
        return Tiny.events(users, 6, pairs);
    }

    private static Split split(Interactions train, Interactions test, String method) {
        return new Split(train, train.pick(new int[0]), test, method);
    }

    private static Interactions untimed(Interactions e) {
        return new Interactions(e.users(), e.items(), e.user(), e.item(), e.time(), e.weight(), false);
    }

    /** The doubts of a model with different scores for all items. */
    private static List<String> doubts(Split split, Interactions trainedOn) {
        float[][] scores = new float[split.users().size()][];
        for (int u = 0; u < scores.length; u++) scores[u] = new float[] {6, 5, 4, 3, 2, 1};
        var setup = EvaluateRanking.Setup.of(List.of(2), true, 0, 1, EvaluateRanking.Part.TEST);
        return EvaluateRanking.evaluate(split, List.of(new FixedScores("m", trainedOn, scores)), setup, Tiny.context("n")).doubts();
    }

    private static List<String> doubts(Split split) {
        return doubts(split, split.train());
    }

    @Test void aSoundProtocolRaisesNone() {
        assertEquals(List.of(), doubts(split(events(120, 0), events(120, 1), "leave-last-out")));
    }

    @Test void timeAndSplitMustFit() {
        assertEquals(List.of("doubt.random-split-of-timed-data"), doubts(split(events(120, 0), events(120, 1), "random")));
        assertEquals(List.of("doubt.split-by-time-without-time"), doubts(split(untimed(events(120, 0)), untimed(events(120, 1)), "global-time")));
        assertEquals(List.of(), doubts(split(untimed(events(120, 0)), untimed(events(120, 1)), "random")));
    }

    @Test void fewUsersAreTooFew() {
        assertEquals(List.of("doubt.few-users"), doubts(split(events(99, 0), events(99, 1), "leave-last-out")));
        assertEquals(List.of(), doubts(split(events(100, 0), events(100, 1), "leave-last-out")));
    }

    @Test void newItemsAndNewUsersAreSeen() {
        int[][] unseen = new int[120][];
        for (int u = 0; u < 120; u++) unseen[u] = new int[] {u, u < 13 ? 5 : (u + 1) % 5}; // 13 of 120 look for item 5, which nobody took
        assertEquals(List.of("doubt.test-items-unseen-in-training"), doubts(split(events(120, 0), Tiny.events(120, 6, unseen), "leave-last-out")));
        int[] early = java.util.stream.IntStream.range(0, 107).toArray(); // 13 users without training events
        assertEquals(List.of("doubt.users-without-history"), doubts(split(events(120, 0).pick(early), events(120, 1), "leave-last-out")));
    }

    @Test void repeatedChoicesAreSeen() {
        int[][] again = new int[120][];
        for (int u = 0; u < 120; u++) again[u] = new int[] {u, u < 13 ? u % 5 : (u + 1) % 5};
        assertEquals(List.of("doubt.same-events-in-both", "doubt.seen-items-left-out"), doubts(split(events(120, 0), Tiny.events(120, 6, again), "leave-last-out")));
    }

    @Test void heldOutUsersThatTrainedAreSeen() {
        Interactions train = events(120, 0), none = train.pick(new int[0]);
        var split = new Split(train, none, events(120, 1), events(120, 2).pick(new int[] {7}), "user-hold-out");
        assertEquals(List.of("doubt.users-in-both-halves"), doubts(split));
        int[] others = java.util.stream.IntStream.range(0, 120).filter(u -> u != 7).toArray();
        assertEquals(List.of(), doubts(new Split(train.pick(others), none, events(120, 1), events(120, 2).pick(new int[] {7}), "user-hold-out")));
    }

    @Test void theSameEventInBothPartsIsSeen() {
        int[][] again = new int[120][];
        for (int u = 0; u < 120; u++) again[u] = new int[] {u, u < 2 ? u % 5 : (u + 1) % 5}; // 2 of 120 are more than 1 %
        assertEquals(List.of("doubt.same-events-in-both"), doubts(split(events(120, 0), Tiny.events(120, 6, again), "leave-last-out")));
        again[1] = new int[] {1, 2};
        assertEquals(List.of(), doubts(split(events(120, 0), Tiny.events(120, 6, again), "leave-last-out")));
    }

    @Test void aModelTrainedOnOtherDataIsSeen() {
        assertEquals(List.of("doubt.trained-on-other-data"), doubts(split(events(120, 0), events(120, 1), "leave-last-out"), events(120, 1)));
        assertEquals(List.of(), doubts(split(events(120, 0), events(120, 1), "leave-last-out"), events(120, 0)), "equal data is the same data");
    }

    @Test void everyDoubtAndMetricIsExplained() {
        Messages english = Messages.in(Locale.ENGLISH);
        for (String doubt : List.of("random-split-of-timed-data", "split-by-time-without-time", "few-users", "test-items-unseen-in-training",
                "users-without-history", "seen-items-left-out", "many-ties", "trained-on-other-data", "users-in-both-halves", "same-events-in-both")) {
            assertEquals(2, english.keys("doubt." + doubt).size(), doubt);
        }
        for (String metric : Exposure.METRICS) assertEquals(2, english.keys("metric." + metric).size(), metric);
        for (String metric : Accuracy.METRICS) assertTrue(english.find("metric." + metric + ".help").isPresent(), metric);
    }
}
