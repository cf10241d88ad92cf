package shelfwise.model.hybrid;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import shelfwise.base.Progress;
import shelfwise.data.Interactions;
import shelfwise.data.Portable;
import shelfwise.data.Split;
import shelfwise.model.Evidence;
import shelfwise.model.History;
import shelfwise.model.Recommender;
import shelfwise.model.Says;
import shelfwise.model.Tiny;
import shelfwise.model.Workers;
import shelfwise.pipeline.Values;

class BlendTest {
    private static final int USERS = 60, ITEMS = 12;
    /** Everybody has seen i0 and then takes one of i1 to i3, which "wise" has first and "silly" last. */
    private static final Interactions BEFORE = Tiny.events(USERS, ITEMS, IntStream.range(0, USERS).mapToObj(u -> new int[] {u, 0}).toArray(int[][]::new));
    private static final Interactions LATER = Tiny.events(USERS, ITEMS, IntStream.range(0, USERS).mapToObj(u -> new int[] {u, 1 + u % 3}).toArray(int[][]::new));
    private static final Recommender WISE = new Says("wise", BEFORE, scores(true)), SILLY = new Says("silly", BEFORE, scores(false));

    private static float[] scores(boolean best) {
        float[] scores = new float[ITEMS];
        for (int i = 0; i < ITEMS; i++) scores[i] = best ? ITEMS - i : i * i;
        return scores;
    }

    private static Recommender blend(FitBlend.Method method, int seed) {
        var split = new Split(BEFORE, LATER, LATER.pick(new int[0]), "random");
        var in = new Values(Map.<String, List<Portable>>of("split", List.of(split), "model", List.of(SILLY, WISE)));
        return new FitBlend().run(new FitBlend.Setup(method, ITEMS, 4, 1000, 30, seed), in, Tiny.context("blend")).one("model", Recommender.class);
    }

    @Test void itLearnsWhichModelToBelieve() {
        for (FitBlend.Method method : FitBlend.Method.values()) {
            float[] scores = Tiny.scores(blend(method, 1), 0);
            for (int i = 4; i < ITEMS; i++) assertTrue(scores[1] > scores[i] && scores[3] > scores[i], method + " " + Arrays.toString(scores));
            Evidence why = blend(method, 1).evidence(new History(new int[] {0}, new float[] {1}), 1);
            Evidence.Part best = why.parts().stream().filter(p -> p.kind() == Evidence.Kind.MODEL).findFirst().orElseThrow();
            assertEquals(List.of("wise"), best.terms(), method + " " + why);
        }
    }

    @Test void theSameSeedGivesTheSameModelAndTheExamplesAreTold() {
        for (FitBlend.Method method : FitBlend.Method.values()) {
            assertEquals(blend(method, 3).hash(), blend(method, 3).hash());
            assertEquals("60", blend(method, 3).toBundle().fact("blend.example.taken"));
            assertEquals("240", blend(method, 3).toBundle().fact("blend.example.drawn"));
        }
    }

    @Test void counterExamplesAreNewItemsThatWereNotTaken() {
        var asked = new FusedModel("m", BEFORE, List.of(SILLY, WISE), new FusedModel.Fusion.Weighted(Scale.RANK), new double[] {1, 1});
        Examples one = Examples.of(asked, LATER, new Examples.Draw(ITEMS, 100, 10, 1), new Workers(1), Progress.NONE);
        Examples two = Examples.of(asked, LATER, new Examples.Draw(ITEMS, 100, 10, 1), new Workers(2), Progress.NONE);
        assertEquals(10, IntStream.of(one.taken()).sum());
        assertEquals(10 * (ITEMS - 1), one.taken().length, "all but i0, seen: one taken and ten others of each");
        assertTrue(Arrays.deepEquals(one.features(), two.features()), "whatever the threads");
    }

    @Test void featuresAreScoresPlacesActivityAndPopularity() {
        var asked = new FusedModel("m", BEFORE, List.of(SILLY, WISE), new FusedModel.Fusion.Weighted(Scale.RANK), new double[] {1, 1});
        var blend = new Blend(2, 4, Blend.usersOf(BEFORE.matrix()));
        blend.hear(asked.about(0));
        double[] features = new double[6];
        blend.features(10, features); // silly: 100 of 1 to 121, place 2; wise: place 10, beyond the pool of 4, 2 of 1 to 11
        assertArrayEquals(new double[] {99 / 120.0, 1 - Math.log(2) / Math.log(5), 0.1, 0, Math.log(2), 0}, features, 1e-12);
        assertEquals(List.of(0, 1, 2, 3, 4, 8, 9, 10, 11), blend.candidates(), "the first four new ones of each, and the seen one as good as they");
    }

    @Test void treesFallAsSmilesTreesDo() {
        var random = new SplittableRandom(4);
        double[][] x = new double[400][3];
        int[] y = new int[400];
        for (int r = 0; r < x.length; r++) {
            for (int f = 0; f < 3; f++) x[r][f] = random.nextInt(20) / 20.0;
            y[r] = x[r][0] > 0.5 && x[r][1] < 0.3 ? 1 : 0;
        }
        Learner.Trees trees = Learner.Trees.learn(x, y, 50, 1, Progress.NONE);
        double base = IntStream.of(y).average().orElseThrow(), squares = 0;
        for (int r = 0; r < x.length; r++) squares += Math.pow(base + trees.score(x[r]) - y[r], 2);
        assertTrue(squares / x.length < 0.02, "the rule is learned: " + squares / x.length);
        assertEquals(50, trees.root().length);
    }

    @Test void logisticRegressionFindsTheOddsOfATable() {
        // 30 of 40 taken where the feature is 1, 10 of 40 where it is 0: log-odds ln 3 and -ln 3
        double[][] x = new double[80][1];
        int[] y = new int[80];
        for (int r = 0; r < 80; r++) {
            x[r][0] = r < 40 ? 1 : 0;
            y[r] = r < 30 || r >= 70 ? 1 : 0;
        }
        Learner.Linear learned = Learner.Linear.learn(x, y, 1e-9, Progress.NONE);
        assertEquals(Math.log(3), learned.score(new double[] {1}), 1e-3);
        assertEquals(-Math.log(3), learned.score(new double[] {0}), 1e-3);
    }
}
