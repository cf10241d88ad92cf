package shelfwise.model.torch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
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
import shelfwise.model.KeptMemo;
import shelfwise.model.Recommender;
import shelfwise.model.Tiny;
import shelfwise.pipeline.Context;
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
        return new FitTransformer.Setup(16, 2, 2, 10, false, epochs, 16, 0.01, 0.1, 0.01, 5, objective, 8, 0, true, 0, 0, Processor.CPU, 7);
    }

    private static Recommender fit(FitTransformer.Setup setup, Progress progress) {
        return fit(FIT, setup, progress);
    }

    private static <S extends Record> Recommender fit(SequenceFit<S> fit, S setup, Progress progress) {
        Interactions all = walks();
        return fit.run(setup, Values.of("split", new Split(all, all.pick(new int[0]), all.pick(new int[0]), "all")), Tiny.context("node", progress)).one("model", Recommender.class);
    }

    private static void knowsTheWalks(Recommender model, String name) {
        for (int i = 0; i < ITEMS; i++) {
            assertEquals((i + 3) % ITEMS, next(model, i, (i + 1) % ITEMS, (i + 2) % ITEMS), name + ": steps of one from " + i);
            assertEquals((i + 6) % ITEMS, next(model, i, (i + 2) % ITEMS, (i + 4) % ITEMS), name + ": steps of two from " + i);
        }
    }

    @Test void bothSidedAndGatedNetworksLearnTheOrderOfWalksAsWell() {
        knowsTheWalks(fit(new FitGru(), new FitGru.Setup(16, 1, 10, 150, 16, 0.01, 0, 0, 5, Objective.SOFTMAX, 8, 0, true, 0, 0, Processor.CPU, 7), Progress.NONE), "gru");
        knowsTheWalks(fit(new FitBert(), new FitBert.Setup(32, 2, 2, 10, 0.3, 0.5, 400, 16, 0.005, 0, 0, 5, Objective.SOFTMAX, 8, 0, true, 0, 0, Processor.CPU, 7), Progress.NONE), "bert");
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
            knowsTheWalks(model, objective.toString());
        }
    }

    /** What somebody stops goes on where it was, and ends as if it had never stopped. */
    @Test void aStoppedTrainingGoesOnToTheSameModel() {
        FitTransformer.Setup few = setup(6, Objective.SOFTMAX);
        Recommender whole = fit(few, Progress.NONE);
        var memo = new KeptMemo();
        var seen = new ArrayList<Learning>();
        assertThrows(CancellationException.class, () -> fit(few, memo, new Progress() {
            @Override public void at(long done, long total) {
                if (seen.stream().anyMatch(p -> p.iteration() == 3)) throw new CancellationException();
            }

            @Override public void learned(Learning point) {
                seen.add(point);
            }
        }));
        assertEquals(1, memo.kept.size(), "the epochs before are not lost");
        var learned = new ArrayList<Learning>();
        Recommender again = fit(few, memo, new Progress() {
            @Override public void at(long done, long total) { }

            @Override public void learned(Learning point) {
                learned.add(point);
            }
        });
        assertEquals(whole.hash(), again.hash());
        assertEquals(lasting(LearningCurve.of(whole.toBundle()).points()), lasting(LearningCurve.of(again.toBundle()).points()));
        assertEquals(LearningCurve.of(whole.toBundle()).best(), LearningCurve.of(again.toBundle()).best());
        assertEquals(LearningCurve.of(again.toBundle()).points(), learned, "the part before is told again");
    }

    /** Stop and keep the best: the settings tell where it was stopped, so that anyone can make the same model again. */
    @Test void whatIsToEndWhereItWasCancelledEndsAtOnceAsIfItHadBeenAskedToFromTheStart() {
        var memo = new KeptMemo();
        var seen = new ArrayList<Learning>();
        assertThrows(CancellationException.class, () -> fit(setup(6, Objective.SOFTMAX), memo, new Progress() {
            @Override public void at(long done, long total) {
                if (seen.stream().anyMatch(p -> p.iteration() == 3)) throw new CancellationException();
            }

            @Override public void learned(Learning point) {
                seen.add(point);
            }
        }));
        var learned = new ArrayList<Learning>();
        Recommender kept = fit(stopped(6, 3), memo, new Progress() {
            @Override public void at(long done, long total) { }

            @Override public void learned(Learning point) {
                learned.add(point);
            }
        });
        assertEquals(seen, learned, "no epoch is gone through again");
        assertEquals(fit(stopped(6, 3), Progress.NONE).hash(), kept.hash());
        LearningCurve whole = LearningCurve.of(fit(setup(6, Objective.SOFTMAX), Progress.NONE).toBundle()), short3 = LearningCurve.of(kept.toBundle());
        assertEquals(whole.line("learning-rate", false).subList(0, 3), short3.line("learning-rate", false), "the rate falls over all epochs");
        assertTrue(short3.stoppedEarly());
        assertEquals(LearningCurve.of(fit(stopped(6, 9), Progress.NONE).toBundle()).line("loss", false).size(), 6, "an end behind the last epoch is none");
    }

    private static FitTransformer.Setup stopped(int epochs, int at) {
        return new FitTransformer.Setup(16, 2, 2, 10, false, epochs, 16, 0.01, 0.1, 0.01, 5, Objective.SOFTMAX, 8, 0, true, 0, at, Processor.CPU, 7);
    }

    /** What does not hang on the machine's other work. */
    private static List<Learning> lasting(List<Learning> points) {
        return points.stream().filter(p -> !List.of("steps-a-second", "memory").contains(p.metric())).toList();
    }

    @Test void everyLayerIsWatchedAndTogetherTheyAreTheWhole() {
        LearningCurve curve = LearningCurve.of(fit(setup(3, Objective.SOFTMAX), Progress.NONE).toBundle());
        assertEquals(List.of("items", "places", "0", "1", "last"), curve.partsOf("gradient"));
        assertEquals(curve.partsOf("gradient"), curve.partsOf("weights"));
        for (int epoch = 1; epoch <= 3; epoch++) {
            double squares = 0, most = 0;
            for (String layer : curve.partsOf("gradient")) {
                double length = curve.line("gradient/" + layer, false).get(epoch - 1).value();
                squares += length * length;
                most = Math.max(most, length);
            }
            double whole = curve.line("gradient", false).get(epoch - 1).value();
            assertTrue(whole <= Math.sqrt(squares) * (1 + 1e-6), "a mean is no larger than the root of the mean square");
            assertTrue(whole > most / 10, whole + " of " + most);
            assertTrue(curve.line("weights/items", false).get(epoch - 1).value() > 0);
            assertTrue(curve.line("steps-a-second", false).get(epoch - 1).value() > 0);
        }
    }

    private static Recommender fit(FitTransformer.Setup setup, Context.Memo memo, Progress progress) {
        Interactions all = walks();
        Context plain = Tiny.context("node", progress);
        var context = new Context(progress, plain.assets(), plain.node(), memo);
        return FIT.run(setup, Values.of("split", new Split(all, all.pick(new int[0]), all.pick(new int[0]), "all")), context).one("model", Recommender.class);
    }

    @Test void theBestEpochIsKeptWithTheCurveThatLedThere() {
        Interactions all = walks();
        int[] last = IntStream.range(0, all.size()).filter(e -> e + 1 == all.size() || all.user()[e + 1] != all.user()[e]).toArray();
        int[] rest = IntStream.range(0, all.size()).filter(e -> e + 1 < all.size() && all.user()[e + 1] == all.user()[e]).toArray();
        var setup = new FitTransformer.Setup(16, 1, 2, 10, false, 60, 16, 0.01, 0.1, 0.01, 5, Objective.SOFTMAX, 8, 0, true, 3, 0, Processor.CPU, 7);
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
