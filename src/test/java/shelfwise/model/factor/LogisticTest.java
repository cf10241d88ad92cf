package shelfwise.model.factor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import shelfwise.base.ProblemException;
import shelfwise.base.Progress;
import shelfwise.data.Interactions;
import shelfwise.data.Sparse;
import shelfwise.model.Tiny;
import shelfwise.model.TrainedModel;
import shelfwise.model.Weights;
import shelfwise.model.Workers;

class LogisticTest {
    private static final Interactions GROUPS = groups();

    private static Interactions groups() {
        var random = new Random(1);
        return Tiny.events(160, 96, IntStream.range(0, 1600).mapToObj(e -> new int[] {e % 160, random.nextInt(24) * 4 + e % 4}).toArray(int[][]::new));
    }

    private static FitLogistic.Setup setup(int epochs, Weights weights) {
        return new FitLogistic.Setup(8, epochs, 0.1, 0.002, 1, weights, 3, 0, 1);
    }

    /** Mean of ln(1 + e^-s) over events, and three times that of ln(1 + e^s) over all other pairs, as many as are drawn. */
    private static double loss(LogisticLearner learner, Sparse rows) {
        double events = 0, others = 0;
        for (int u = 0; u < rows.rows(); u++) for (int i = 0; i < rows.columns(); i++) {
            double s = learner.score(u, i) + learner.userBias[u];
            if (rows.has(u, i)) events += Math.log1p(Math.exp(-s));
            else others += Math.log1p(Math.exp(s));
        }
        return events / rows.entries() + 3 * others / (rows.rows() * rows.columns() - rows.entries());
    }

    @Test void theLossFalls() {
        Sparse rows = GROUPS.matrix();
        var learner = new LogisticLearner(rows, setup(20, Weights.BINARY), new Workers(1));
        double last = loss(learner, rows);
        assertEquals(4 * Math.log(2), last, 0.01);
        for (int k = 0; k < 20; k++) {
            learner.epoch(k, Progress.NONE);
            if (k % 5 < 4) continue;
            double now = loss(learner, rows);
            assertTrue(now < last, k + ": " + now + " after " + last);
            last = now;
        }
        assertTrue(last < 1.9, "loss " + last + "; knowing the share of events alone gives 2.25");
    }

    @Test void groupsOfUsersAreToldApart() {
        TrainedModel model = Tiny.fit(new FitLogistic(), setup(20, Weights.BINARY), GROUPS);
        for (int u = 0; u < 40; u++) {
            float[] scores = Tiny.scores(model, u);
            int group = u % 4;
            double own = IntStream.range(0, 96).filter(i -> i % 4 == group).mapToDouble(i -> scores[i]).average().orElseThrow();
            double others = IntStream.range(0, 96).filter(i -> i % 4 != group).mapToDouble(i -> scores[i]).average().orElseThrow();
            assertTrue(own > others + 1, "user " + u + ": " + own + " " + others);
        }
    }

    @Test void theSameSeedGivesTheSameModelWithAnyNumberOfThreads() {
        String one = FitLogistic.fit("m", Tiny.split(GROUPS), setup(3, Weights.BINARY), new Workers(1), Progress.NONE).hash();
        assertEquals(one, FitLogistic.fit("m", Tiny.split(GROUPS), setup(3, Weights.BINARY), new Workers(3), Progress.NONE).hash());
    }

    @Test void oneUserOneItemAndFullRowsAreDefined() {
        for (String row : new String[] {"x", "xxx"}) {
            float[] scores = Tiny.scores(Tiny.fit(new FitLogistic(), null, Tiny.drawn(row)), 0);
            for (float s : scores) assertTrue(Float.isFinite(s) && s > 0, row + " " + s);
        }
    }

    @Test void negativeWeightsAreRefused() {
        var returned = Tiny.weighted(1, 2, new float[] {1, -2}, new int[] {0, 0}, new int[] {0, 1});
        var e = assertThrows(ProblemException.class, () -> Tiny.fit(new FitLogistic(), setup(1, Weights.AS_THEY_ARE), returned));
        assertEquals("model.negative-weight", e.problem().key());
    }
}
