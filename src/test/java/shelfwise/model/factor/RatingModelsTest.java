package shelfwise.model.factor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import shelfwise.base.ProblemException;
import shelfwise.base.Progress;
import shelfwise.data.Interactions;
import shelfwise.data.Split;
import shelfwise.model.Tiny;
import shelfwise.model.Workers;

class RatingModelsTest {
    private static final Interactions RATINGS = random();

    private static Interactions random() {
        var random = new Random(4);
        int[][] pairs = IntStream.range(0, 3000).mapToObj(_ -> new int[] {random.nextInt(120), random.nextInt(90)}).toArray(int[][]::new);
        float[] rating = new float[pairs.length];
        for (int e = 0; e < rating.length; e++) {
            boolean like = pairs[e][0] % 2 == pairs[e][1] % 2;
            rating[e] = (like ? 4 : 2) + random.nextInt(2);
        }
        return Tiny.weighted(120, 90, rating, pairs);
    }

    private static List<RatingModel> all(Split split, boolean clamp, Workers workers) {
        return List.of(FitBiasedMf.fit("mf", split, new FitBiasedMf.Setup(8, 40, 0.03, 0.02, clamp, 0, 1), workers, Progress.NONE),
                FitSvdPlusPlus.fit("svd", split, new FitSvdPlusPlus.Setup(8, 40, 0.03, 0.02, clamp, 0, 1), workers, Progress.NONE),
                FitNmf.fit("nmf", split, new FitNmf.Setup(8, 20, 0.01, clamp, 0, 1), workers, Progress.NONE));
    }

    private static List<RatingModel> all(Interactions train) {
        return all(Tiny.split(train), true, new Workers(1));
    }

    @Test void tastesOfTwoGroupsAreLearned() {
        for (RatingModel model : all(RATINGS)) {
            double like = 0, dislike = 0;
            for (int u = 0; u < 120; u++) for (int i = 0; i < 90; i++) {
                if (u % 2 == i % 2) like += model.rating(u, i);
                else dislike += model.rating(u, i);
            }
            assertEquals(4.5, like / 5400, 0.1, model.name());
            assertEquals(2.5, dislike / 5400, 0.1, model.name());
        }
    }

    @Test void theSameSeedGivesTheSameModelWithAnyNumberOfThreads() {
        List<RatingModel> one = all(Tiny.split(RATINGS), true, new Workers(1)), three = all(Tiny.split(RATINGS), true, new Workers(3));
        for (int m = 0; m < one.size(); m++) assertEquals(one.get(m).hash(), three.get(m).hash(), one.get(m).name());
        var setup = new FitBiasedMf.Setup(8, 40, 0.03, 0.02, true, 0, 2);
        assertNotEquals(one.getFirst().hash(), FitBiasedMf.fit("mf", Tiny.split(RATINGS), setup, new Workers(1), Progress.NONE).hash());
    }

    @Test void ratingsThatAreAllEqualAreExpectedEverywhere() {
        for (String[] drawn : List.<String[]>of(new String[] {"x"}, new String[] {"xxx"}, new String[] {"x", "x"}, new String[] {"xx ", "x x"})) {
            var ones = Tiny.drawn(drawn);
            var fours = new Interactions(ones.users(), ones.items(), ones.user(), ones.item(), ones.time(), filled(ones.size(), 4), true);
            for (RatingModel model : all(fours)) {
                for (int i = 0; i < drawn[0].length(); i++) assertEquals(4, model.rating(0, i), 0.05, model.name() + " " + drawn[0]);
            }
        }
    }

    private static float[] filled(int n, float value) {
        float[] all = new float[n];
        java.util.Arrays.fill(all, value);
        return all;
    }

    @Test void allZeroRatingsAreExpectedToStayZero() {
        var ones = Tiny.drawn("xx", "xx");
        var zeros = new Interactions(ones.users(), ones.items(), ones.user(), ones.item(), ones.time(), new float[4], true);
        for (RatingModel model : all(zeros)) assertEquals(0, model.rating(0, 1), 1e-6, model.name());
    }

    @Test void usersAndItemsWithoutRatingsGetAnExpectationToo() {
        var events = Tiny.weighted(3, 3, new float[] {5, 5, 1, 1}, new int[] {0, 0}, new int[] {1, 0}, new int[] {0, 1}, new int[] {1, 1});
        for (RatingModel model : all(events)) {
            boolean biased = !model.name().equals("nmf");
            assertEquals(3, model.rating(2, 2), 1e-5, model.name());
            assertEquals(3, model.rating(0, 2), 0.1, model.name());
            assertTrue(biased ? model.rating(2, 0) > 3.5 && model.rating(2, 1) < 2.5 : model.rating(2, 0) == 3, model.name());
            assertEquals(Float.NEGATIVE_INFINITY, Tiny.scores(model, 0)[2]);
        }
    }

    @Test void ratingsAreKeptWithinTheScaleWhereAsked() {
        List<RatingModel> kept = all(Tiny.split(RATINGS), true, new Workers(1)), free = all(Tiny.split(RATINGS), false, new Workers(1));
        for (int m = 0; m < kept.size(); m++) {
            boolean beyond = false;
            for (int u = 0; u < 120; u++) for (int i = 0; i < 90; i++) {
                float rating = free.get(m).rating(u, i);
                beyond |= rating > 5 || rating < 2;
                assertEquals(Math.clamp(rating, 2f, 5f), kept.get(m).rating(u, i));
                assertEquals(rating, Tiny.scores(free.get(m), u)[i], "the score is the rating before it is kept");
                if (i > 3) break;
            }
            assertTrue(beyond, kept.get(m).name());
        }
    }

    @Test void ofRepeatedRatingsTheMeanCounts() {
        var twice = Tiny.weighted(1, 2, new float[] {2, 4, 3}, new int[] {0, 0}, new int[] {0, 0}, new int[] {0, 1});
        for (RatingModel model : all(twice)) {
            assertEquals(3, model.matrix().at(0, 0), model.name());
            assertEquals(3, model.rating(0, 0), 0.05, model.name());
            float[] folded = Tiny.foldedIn(model, 0, 0, 1), once = Tiny.foldedIn(model, 0, 1);
            for (int i = 0; i < 2; i++) assertEquals(once[i], folded[i], model.name());
        }
    }

    @Test void ratingsInPercentAreLearnedWithTheSameSettings() {
        float[] percent = RATINGS.weight().clone();
        for (int e = 0; e < percent.length; e++) percent[e] *= 20;
        var scaled = new Interactions(RATINGS.users(), RATINGS.items(), RATINGS.user(), RATINGS.item(), RATINGS.time(), percent, true);
        List<RatingModel> stars = all(RATINGS), hundred = all(scaled);
        for (int m = 0; m < 2; m++) for (int u = 0; u < 20; u++) assertEquals(20 * stars.get(m).rating(u, 3), hundred.get(m).rating(u, 3), 0.02, stars.get(m).name());
    }

    @Test void aRunawayGradientIsRefused() {
        var setup = new FitBiasedMf.Setup(8, 200, 1, 0, true, 0, 1);
        var e = assertThrows(ProblemException.class, () -> FitBiasedMf.fit("mf", Tiny.split(RATINGS), setup, new Workers(1), Progress.NONE));
        assertEquals("factor.diverged", e.problem().key());
    }

    @Test void negativeRatingsAreRefusedByNonNegativeFactors() {
        var events = Tiny.weighted(1, 2, new float[] {1, -2}, new int[] {0, 0}, new int[] {0, 1});
        var e = assertThrows(ProblemException.class, () -> Tiny.fit(new FitNmf(), null, events));
        assertEquals("factor.negative-rating", e.problem().key());
    }

    @Test void trainingEndsWhereTheValidationPartGainsNoMore() {
        var noise = new Random(9);
        int[] parts = IntStream.range(0, RATINGS.size()).map(_ -> noise.nextInt(5)).toArray();
        var train = RATINGS.pick(IntStream.range(0, parts.length).filter(e -> parts[e] > 0).toArray());
        var split = new Split(train, RATINGS.pick(IntStream.range(0, parts.length).filter(e -> parts[e] == 0).toArray()), train.pick(new int[0]), "random");
        var setup = new FitBiasedMf.Setup(8, 2000, 0.05, 0.01, false, 2, 1);
        int[] told = new int[1];
        FitBiasedMf.fit("mf", split, setup, new Workers(1), (_, _) -> told[0]++);
        assertTrue(told[0] < 2000, told[0] + " times, though once an epoch at least");
    }

    @Test void ratingsOfMovieLensAreExpectedAsWellAsPublished() {
        Split split = RatingsOf100k.split();
        within(0.905, 0.935, FitBiasedMf.fit("biased matrix factorisation", split, new FitBiasedMf().defaults(), Workers.all(), Progress.NONE), split.test());
        within(0.905, 0.935, FitSvdPlusPlus.fit("SVD++", split, new FitSvdPlusPlus().defaults(), Workers.all(), Progress.NONE), split.test());
        within(0.91, 0.965, FitNmf.fit("NMF", split, new FitNmf().defaults(), Workers.all(), Progress.NONE), split.test());
    }

    private static void within(double low, double high, RatingModel model, Interactions test) {
        double error = RatingsOf100k.error(model, test);
        System.out.printf(java.util.Locale.ROOT, "%s: RMSE %.4f%n", model.name(), error);
        assertTrue(error > low && error < high, model.name() + " " + error);
    }
}
