package shelfwise.model.torch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import shelfwise.base.Learning;
import shelfwise.base.Progress;
import shelfwise.data.Interactions;
import shelfwise.data.LearningCurve;
import shelfwise.data.Split;
import shelfwise.model.History;
import shelfwise.model.Recommender;
import shelfwise.model.Tiny;
import shelfwise.pipeline.Values;

/** Whole trainings on small data whose best answer is known. */
class SequenceTrainingTest {
    private static final int ITEMS = 12, USERS = 60;

    private static final FitTransformer FIT = new FitTransformer();

    /** Users walk round a ring of items, each from another item and of another length, every third in steps of two. */
    private static Interactions walks() {
        var random = new SplittableRandom(3);
        List<int[]> pairs = new ArrayList<>();
        for (int u = 0; u < USERS; u++) {
            int at = random.nextInt(ITEMS), n = 3 + random.nextInt(18);
            for (int k = 0; k < n; k++) pairs.add(new int[] {u, (at + k * (u % 3 == 0 ? 2 : 1)) % ITEMS});
        }
        return Tiny.events(USERS, ITEMS, pairs.toArray(int[][]::new));
    }

    private static FitTransformer.Setup setup(int epochs, Objective objective) {
        return new FitTransformer.Setup(16, 2, 2, 10, epochs, 16, 0.01, 0.1, 0.01, 5, objective, 8, true, 0, Processor.CPU, 7);
    }

    private static Recommender fit(FitTransformer.Setup setup, Progress progress) {
        Interactions all = walks();
        return FIT.run(setup, Values.of("split", new Split(all, all.pick(new int[0]), all.pick(new int[0]), "all")), Tiny.context("node", progress)).one("model", Recommender.class);
    }

    private static int next(Recommender model, int... history) {
        float[] scores = new float[ITEMS], weights = new float[history.length];
        java.util.Arrays.fill(weights, 1);
        model.score(new History(history, weights), scores);
        int best = 0;
        for (int i = 1; i < ITEMS; i++) if (scores[i] > scores[best]) best = i;
        return best;
    }

    @Test void theOrderOfWalksIsLearnedByBothObjectives() {
        for (Objective objective : Objective.values()) {
            Recommender model = fit(setup(200, objective), Progress.NONE);
            for (int i = 0; i < ITEMS; i++) {
                assertEquals((i + 3) % ITEMS, next(model, i, (i + 1) % ITEMS, (i + 2) % ITEMS), objective + ": steps of one from " + i);
                assertEquals((i + 6) % ITEMS, next(model, i, (i + 2) % ITEMS, (i + 4) % ITEMS), objective + ": steps of two from " + i);
            }
        }
    }

    @Test void theBestEpochIsKeptWithTheCurveThatLedThere() {
        Interactions all = walks();
        int[] last = IntStream.range(0, all.size()).filter(e -> e + 1 == all.size() || all.user()[e + 1] != all.user()[e]).toArray();
        int[] rest = IntStream.range(0, all.size()).filter(e -> e + 1 < all.size() && all.user()[e + 1] == all.user()[e]).toArray();
        var setup = new FitTransformer.Setup(16, 1, 2, 10, 60, 16, 0.01, 0.1, 0.01, 5, Objective.SOFTMAX, 8, true, 3, Processor.CPU, 7);
        var model = FIT.run(setup, Values.of("split", new Split(all.pick(rest), all.pick(last), all.pick(new int[0]), "leave-last-out")), Tiny.context("node", Progress.NONE))
                .one("model", Recommender.class);
        LearningCurve curve = LearningCurve.of(model.toBundle());
        List<Learning> loss = curve.line("loss", false), gain = curve.line("ndcg", true);
        assertEquals(loss.size(), gain.size(), "each epoch is measured");
        double most = gain.stream().mapToDouble(Learning::value).max().orElseThrow();
        assertEquals(gain.stream().filter(p -> p.value() == most).findFirst().orElseThrow().iteration(), curve.best());
        assertTrue(loss.getLast().value() < loss.getFirst().value());
        assertEquals(loss.size() < 60, curve.stoppedEarly());
    }

    /** A training once went wrong now and then while other work used the processors: every run must give the same bits. */
    @Test void twentyRunsGiveTheSameModelWhileGarbageIsCollected() {
        FitTransformer.Setup few = setup(3, Objective.SOFTMAX);
        String first = fit(few, Progress.NONE).hash();
        var done = new AtomicBoolean();
        Thread.ofPlatform().daemon().start(() -> {
            while (!done.get()) {
                HostArraysTest.collectAndOverwrite();
                LockSupport.parkNanos(20_000_000); // so that the training has its turn as well
            }
        });
        try {
            for (int run = 1; run <= 20; run++) assertEquals(first, fit(few, Progress.NONE).hash(), "run " + run);
        } finally {
            done.set(true);
        }
    }
}
