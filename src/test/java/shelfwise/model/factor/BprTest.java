package shelfwise.model.factor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import shelfwise.base.Progress;
import shelfwise.data.Interactions;
import shelfwise.data.Sparse;
import shelfwise.data.Split;
import shelfwise.model.Neighbour;
import shelfwise.model.Tiny;
import shelfwise.model.TrainedModel;
import shelfwise.model.Workers;

class BprTest {
    private static final Interactions GROUPS = groups(200, 120, 4);

    /** Users and items of so many groups; users take items of their group alone. */
    private static Interactions groups(int users, int items, int groups) {
        var random = new Random(1);
        return Tiny.events(users, items, IntStream.range(0, users * 10).mapToObj(e -> {
            int user = e % users;
            return new int[] {user, random.nextInt(items / groups) * groups + user % groups};
        }).toArray(int[][]::new));
    }

    private static FitBpr.Setup setup(int epochs, FitBpr.Negatives negatives, int patience, long seed) {
        return new FitBpr.Setup(8, epochs, 0.1, 0.002, negatives, patience, seed);
    }

    /** Σ over events and all items not taken of −ln σ(d), by slow arithmetic. */
    private static double loss(BprLearner learner, Sparse rows) {
        double loss = 0;
        int pairs = 0;
        for (int u = 0; u < rows.rows(); u++) for (int e = rows.start()[u]; e < rows.start()[u + 1]; e++) for (int j = 0; j < rows.columns(); j++) {
            if (rows.has(u, j)) continue;
            double d = learner.bias[rows.column()[e]] - learner.bias[j];
            for (int f = 0; f < 8; f++) {
                d += learner.users.values()[u * 8 + f] * (learner.items.values()[rows.column()[e] * 8 + f] - learner.items.values()[j * 8 + f]);
            }
            loss += Math.log1p(Math.exp(-d));
            pairs++;
        }
        return loss / pairs;
    }

    @Test void theLossFallsEpochByEpoch() {
        Sparse rows = GROUPS.matrix();
        var learner = new BprLearner(rows, setup(20, FitBpr.Negatives.UNIFORM, 0, 1), new Workers(1));
        double last = loss(learner, rows);
        assertEquals(Math.log(2), last, 0.01);
        for (int k = 0; k < 20; k++) {
            learner.epoch(k, Progress.NONE);
            if (k % 4 < 3) continue;
            double now = loss(learner, rows);
            assertTrue(now < last, k + ": " + now + " after " + last);
            last = now;
        }
        assertTrue(last < 0.2, "loss " + last);
    }

    @Test void groupsOfUsersAreToldApart() {
        for (FitBpr.Negatives negatives : FitBpr.Negatives.values()) {
            TrainedModel model = Tiny.fit(new FitBpr(), setup(40, negatives, 0, 1), GROUPS);
            for (int u = 0; u < 40; u++) {
                float[] scores = Tiny.scores(model, u);
                int group = u % 4;
                double own = IntStream.range(0, 120).filter(i -> i % 4 == group).mapToDouble(i -> scores[i]).average().orElseThrow();
                double others = IntStream.range(0, 120).filter(i -> i % 4 != group).mapToDouble(i -> scores[i]).average().orElseThrow();
                assertTrue(own > others + 1, negatives + " user " + u + ": " + own + " " + others);
            }
            List<Neighbour> similar = model.similar(5, 10);
            assertTrue(similar.stream().allMatch(n -> n.number() % 4 == 1), similar.toString());
        }
    }

    @Test void theSameSeedGivesTheSameModelWithAnyNumberOfThreads() {
        var split = Tiny.split(GROUPS);
        String one = FitBpr.fit("m", split, setup(3, FitBpr.Negatives.POPULARITY, 0, 1), new Workers(1), Progress.NONE).hash();
        assertEquals(one, FitBpr.fit("m", split, setup(3, FitBpr.Negatives.POPULARITY, 0, 1), new Workers(3), Progress.NONE).hash());
        assertNotEquals(one, FitBpr.fit("m", split, setup(3, FitBpr.Negatives.POPULARITY, 0, 2), new Workers(1), Progress.NONE).hash());
    }

    @Test void trainingEndsWhereTheValidationPartGainsNoMore() {
        Interactions train = GROUPS.pick(IntStream.range(0, 1800).toArray()), validation = GROUPS.pick(IntStream.range(1800, 2000).toArray());
        int[] epochs = new int[1];
        var split = new Split(train, validation, train.pick(new int[0]), "random");
        FitBpr.fit("m", split, setup(10_000, FitBpr.Negatives.UNIFORM, 2, 1), new Workers(1), (_, _) -> epochs[0]++);
        assertTrue(epochs[0] < 20_000, "looked at " + epochs[0] + " times");
    }

    @Test void oneUserOneItemAndFullRowsAreDefined() {
        for (String[] drawn : List.<String[]>of(new String[] {"x"}, new String[] {"xxx"}, new String[] {"x", "x"}, new String[] {"xx", "xx"}, new String[] {"x  ", "   "})) {
            TrainedModel model = Tiny.fit(new FitBpr(), null, Tiny.drawn(drawn));
            float[] scores = Tiny.scores(model, 0);
            for (int i = 0; i < scores.length; i++) assertEquals(drawn[0].charAt(i) == 'x', Float.isFinite(scores[i]), drawn[0] + " " + i);
        }
    }

    @Test void aUserWithoutEventsIsSilent() {
        float[] silent = new float[120];
        java.util.Arrays.fill(silent, Float.NEGATIVE_INFINITY);
        assertArrayEquals(silent, Tiny.foldedIn(Tiny.fit(new FitBpr(), setup(1, FitBpr.Negatives.UNIFORM, 0, 1), GROUPS)));
    }
}
