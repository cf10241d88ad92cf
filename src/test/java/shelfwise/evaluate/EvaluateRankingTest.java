package shelfwise.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import shelfwise.base.ProblemException;
import shelfwise.base.Progress;
import shelfwise.data.Interactions;
import shelfwise.data.Metrics;
import shelfwise.data.Split;
import shelfwise.model.Recommender;
import shelfwise.model.Tiny;
import shelfwise.model.Workers;

/**
 * Training: u0 {a}, u1 {a, b}, u2 {c}; u3 has nothing. Test: u0 c, u1 c and d, u2 a. Scores say the same for everybody: a 5, b 4, c 3, d 2,
 * and of e nothing.
 */
class EvaluateRankingTest {
    private static final float NOTHING = FixedScores.NOTHING;
    private static final Interactions TRAIN = Tiny.drawn("x    ", "xx   ", "  x  ", "     ");
    private static final Interactions TEST = Tiny.drawn("  x  ", "  xx ", "x    ", "     ");
    private static final float[] SCORES = {5, 4, 3, 2, NOTHING};

    private static Recommender model(String name, Interactions training, float... scores) {
        return new FixedScores(name, training, scores, scores, scores, scores);
    }

    private static EvaluateRanking.Setup setup(boolean excludeSeen, Integer... ks) {
        return EvaluateRanking.Setup.of(List.of(ks), excludeSeen, 200, 1, EvaluateRanking.Part.TEST);
    }

    private static Metrics evaluate(Split split, EvaluateRanking.Setup setup, Recommender... models) {
        return EvaluateRanking.evaluate(split, List.of(models), setup, Tiny.context("judge"));
    }

    private static double value(Metrics metrics, String metric, int k) {
        return Objects.requireNonNull(metrics.find("m", metric, k)).value();
    }

    @Test void seenItemsAreNotInTheLists() {
        // lists of two: u0 b c, u1 c d, u2 a b: u0 finds c at rank 2, u1 both, u2 a at rank 1
        Metrics found = evaluate(Tiny.split(TRAIN, TEST), setup(true, 2), model("m", TRAIN, SCORES));
        assertEquals(1, value(found, "hit-rate", 2));
        assertEquals(1, value(found, "recall", 2));
        assertEquals((0.5 + 1 + 0.5) / 3, value(found, "precision", 2), 1e-6);
        assertEquals((1 / (Math.log(3) / Math.log(2)) + 1 + 1) / 3, value(found, "ndcg", 2), 1e-6);
        assertEquals((0.5 + 1 + 1) / 3, value(found, "mrr", 2), 1e-6);
        assertEquals(4 / 5.0, value(found, "coverage", 2)); // a, b, c, d of five
        // training users with events: 3. a has 2 of them, b and c 1, d none, which counts as 1
        double a = 2 / 3.0, one = 1 / 3.0;
        assertEquals(((one + one) / 2 + (one + one) / 2 + (a + one) / 2) / 3, value(found, "popularity-share", 2), 1e-6);
        assertEquals(3, Objects.requireNonNull(found.find("m", "ndcg", 2)).users(), "u3 has nothing to be found");
    }

    @Test void seenItemsStayWhereAskedFor() {
        // all lists a b: only u2 finds a
        Metrics found = evaluate(Tiny.split(TRAIN, TEST), setup(false, 2), model("m", TRAIN, SCORES));
        assertEquals(1 / 3.0, value(found, "hit-rate", 2), 1e-6);
        assertEquals(2 / 5.0, value(found, "coverage", 2));
    }

    @Test void seenItemsAreNotLookedForEither() {
        // u1 takes a again, which is left out of list and test: u1 is not measured
        Split split = Tiny.split(TRAIN, Tiny.drawn("  x  ", "x    ", "     ", "     "));
        assertEquals(1, Objects.requireNonNull(evaluate(split, setup(true, 2), model("m", TRAIN, SCORES)).find("m", "recall", 2)).users());
        Metrics kept = evaluate(split, setup(false, 2), model("m", TRAIN, SCORES));
        assertEquals(2, Objects.requireNonNull(kept.find("m", "recall", 2)).users());
        assertEquals(0.5, value(kept, "recall", 2));
    }

    @Test void settingsAreChosenByTheValidationPart() {
        // validation: u0 b, which is at rank 1 of its list; the test part plays no role
        var split = new Split(TRAIN, Tiny.drawn(" x   ", "     ", "     ", "     "), TEST, "leave-last-out");
        var setup = EvaluateRanking.Setup.of(List.of(1), true, 0, 1, EvaluateRanking.Part.VALIDATION);
        Metrics.Row row = Objects.requireNonNull(evaluate(split, setup, model("m", TRAIN, SCORES)).find("m", "hit-rate", 1));
        assertEquals(1, row.value());
        assertEquals(1, row.users());
        assertEquals("evaluate.no-validation-events", assertThrows(ProblemException.class,
                () -> evaluate(Tiny.split(TRAIN, TEST), setup, model("m", TRAIN, SCORES))).problem().key());
    }

    @Test void usersHeldOutAsAWholeAreKnownByTheirFoldIn() {
        // u3 is not in training; told of d alone, its list is c (next to d, lower number first), e; d itself is left out and not looked for
        Interactions foldIn = Tiny.drawn("     ", "     ", "     ", "   x "), test = Tiny.drawn("     ", "     ", "     ", "  xx ");
        var split = new Split(TRAIN, TRAIN.pick(new int[0]), test, foldIn, "user-hold-out");
        Metrics found = evaluate(split, setup(true, 1), model("m", TRAIN, SCORES));
        assertEquals(1, value(found, "recall", 1));
        assertEquals(1 / 3.0, value(found, "popularity-share", 1), 1e-6, "of the users in training");
    }

    @Test void theTestPartIsAskedWithAllThatCameBeforeIt() {
        // u0 took a, then d (validation), then c (test); told of a and d its list of one is c (next to d, lower number first); u1 is given e
        Interactions all = Tiny.events(4, 5, new int[] {0, 0}, new int[] {1, 0}, new int[] {1, 1}, new int[] {0, 3}, new int[] {0, 2}, new int[] {1, 3});
        var split = new Split(all.pick(new int[] {0, 1, 2}), all.pick(new int[] {3}), all.pick(new int[] {4, 5}), "leave-last-out");
        Recommender asked = model("m", split.train(), 1, 2, 3, 4, 5);
        Metrics upToDate = evaluate(split, setup(true, 1), asked);
        assertEquals(0.5, value(upToDate, "recall", 1), "u0 finds c, u1 is given e");
        EvaluateRanking.Setup s = setup(true, 1);
        var off = new EvaluateRanking.Setup(s.ks(), true, 0, 1, s.part(), true, true, true, 5, 20, 30, 0, "", false);
        assertEquals(0, value(evaluate(split, off, asked), "recall", 1), "both are given e");
    }

    @Test void theValidationPartIsNeverKnownWhileItIsJudged() {
        Interactions all = Tiny.events(4, 5, new int[] {0, 0}, new int[] {0, 3}, new int[] {0, 2});
        var split = new Split(all.pick(new int[] {0}), all.pick(new int[] {1}), all.pick(new int[] {2}), "leave-last-out");
        var setup = EvaluateRanking.Setup.of(List.of(1), true, 0, 1, EvaluateRanking.Part.VALIDATION);
        assertEquals(1, value(evaluate(split, setup, model("m", split.train(), 0, 0, 0, 1, 0)), "recall", 1));
    }

    @Test void ofEqualScoresTheLowerItemComesFirstAndADoubtIsRaised() {
        // all 1: u0's list of one is b, u1's c, u2's a
        Metrics found = evaluate(Tiny.split(TRAIN, TEST), setup(true, 1), model("m", TRAIN, 1, 1, 1, 1, 1));
        assertEquals((0 + 1 + 1) / 3.0, value(found, "hit-rate", 1), 1e-6);
        assertTrue(found.doubts().contains("doubt.many-ties"));
        assertTrue(!evaluate(Tiny.split(TRAIN, TEST), setup(true, 1), model("m", TRAIN, SCORES)).doubts().contains("doubt.many-ties"));
    }

    @Test void aSilentModelFindsNothing() {
        Metrics found = evaluate(Tiny.split(TRAIN, TEST), setup(true, 3), model("m", TRAIN, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING));
        assertEquals(0, value(found, "recall", 3));
        assertEquals(0, value(found, "coverage", 3));
        assertEquals(Double.NaN, value(found, "novelty", 3));
    }

    @Test void everyModelMetricAndCutOffHasARow() {
        Metrics found = evaluate(Tiny.split(TRAIN, TEST), setup(true, 3, 1, 3), model("m", TRAIN, SCORES), model("other", TRAIN, SCORES));
        var perCut = List.of("hit-rate", "recall", "precision", "f1", "ndcg", "map", "mrr", "novelty", "popularity-share", "arp", "unexpectedness", "serendipity",
                "coverage", "gini", "entropy");
        assertEquals(List.of("m", "other", "popularity:30"), found.models());
        for (String model : found.models()) {
            List<Metrics.Row> all = Metrics.overall(found.rows()).stream().filter(r -> r.model().equals(model)).toList();
            assertEquals(perCut.size() * 2 + 1, all.size());
            for (String metric : perCut) for (int k : List.of(1, 3)) assertEquals(1, all.stream().filter(r -> r.metric().equals(metric) && r.k() == k).count(), metric);
            assertEquals(1, all.stream().filter(r -> r.metric().equals("auc") && r.k() == Metrics.NO_CUT).count());
        }
        Metrics.Row row = Objects.requireNonNull(found.find("other", "precision", 3));
        assertTrue(row.low() <= row.value() && row.value() <= row.high(), row.toString());
        assertEquals(Double.NaN, Objects.requireNonNull(found.find("m", "coverage", 1)).low());
    }

    @Test void theNumberOfThreadsMakesNoDifference() {
        var split = Tiny.split(TRAIN, TEST);
        var models = List.of(model("m", TRAIN, SCORES));
        var linked = EvaluateRanking.Linked.NOTHING;
        Metrics one = new Evaluation(split, linked, setup(true, 1, 2), "n", new Workers(1)).whole(models, Progress.NONE);
        assertEquals(one.hash(), new Evaluation(split, linked, setup(true, 1, 2), "n", new Workers(4)).whole(models, Progress.NONE).hash());
    }

    @Test void aCancelEndsIt() {
        assertThrows(CancellationException.class, () -> EvaluateRanking.evaluate(Tiny.split(TRAIN, TEST), List.of(model("m", TRAIN, SCORES)), setup(true, 1),
                Tiny.context("n", (_, _) -> {
                    throw new CancellationException();
                })));
    }

    @Test void whatCannotBeJudgedIsRefused() {
        Split split = Tiny.split(TRAIN, TEST);
        Recommender good = model("m", TRAIN, SCORES);
        assertEquals("evaluate.two-models-one-name", key(split, true, good, model("m", TRAIN, SCORES)));
        assertEquals("evaluate.other-ids", key(split, true, model("m", Tiny.drawn("x"), 1)));
        assertEquals("evaluate.no-test-events", key(Tiny.split(TRAIN), true, good));
        assertEquals("evaluate.all-seen", key(Tiny.split(TRAIN, TRAIN), true, good));
    }

    private static String key(Split split, boolean excludeSeen, Recommender... models) {
        return assertThrows(ProblemException.class, () -> evaluate(split, setup(excludeSeen, 1), models)).problem().key();
    }
}
