package shelfwise.model.torch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import shelfwise.base.Learning;
import shelfwise.base.Progress;
import shelfwise.data.Bundle;
import shelfwise.data.Interactions;
import shelfwise.data.Split;
import shelfwise.model.History;
import shelfwise.model.Recommender;
import shelfwise.model.Tiny;
import shelfwise.model.Workers;
import shelfwise.pipeline.Context;
import shelfwise.pipeline.Values;

class LightGcnTest {
    private static final int ITEMS = 18;
    /** u0 took i0 and i1, u1 took i1; nobody took i2. */
    private static final Interactions TWO = Tiny.drawn("xx.", ".x.");

    /** Each user takes up to five of six items of a kind. */
    private static Interactions tastes() {
        var random = new SplittableRandom(3);
        List<int[]> pairs = new ArrayList<>();
        for (int u = 0; u < 90; u++) for (int k = 0; k < 5; k++) pairs.add(new int[] {u, u % 3 * 6 + random.nextInt(6)});
        return Tiny.events(90, ITEMS, pairs.toArray(int[][]::new));
    }

    private static FitLightGcn.Setup setup(int epochs, Objective objective) {
        return new FitLightGcn.Setup(8, 1, epochs, 30, 0.03, 0.3, 0, 5, objective, 16, 0.5, 0, 0, Processor.CPU, 7);
    }

    private static Recommender fit(FitLightGcn.Setup setup, Context context) {
        return new FitLightGcn().run(setup, Values.of("split", Tiny.split(tastes())), context).one("model", Recommender.class);
    }

    /**
     * Weights of edges: u0-i0 1/√2, u0-i1 1/2, u1-i1 1/√2. So G = R̂ᵀR̂ is 1/2, √2/4; √2/4, 1/4 + 1/2; and zeros for i2. Of the vectors
     * 4, 0, 8 (one number each) G makes 2, √2, 0, and G of these 1 + 1/2, √2/2 + 3√2/4, 0.
     */
    @Test void vectorsAreHandedOnAsWorkedOutByHand() {
        float root = (float) Math.sqrt(2);
        var graph = new Graph(TWO.matrix(), new Workers(2));
        float[] first = {4, 0, 8};
        assertArrayEquals(first, graph.means(first, 1, 0));
        assertArrayEquals(new float[] {3, root / 2, 4}, graph.means(first, 1, 1), 1e-6f);
        assertArrayEquals(new float[] {7.5f / 3, (root + 1.25f * root) / 3, 8f / 3}, graph.means(first, 1, 2), 1e-6f);
    }

    /** x = (y0/√1 + y1/√2)/√2 whatever the order and however often; i2 hands on nothing. */
    @Test void aUserIsWhatTheItemsHandOn() {
        var reader = new GraphReader(1, Map.of(ItemTable.ITEMS, new float[] {3, 5, 7}, LightGcn.SHARES, new Graph(TWO.matrix(), new Workers(1)).shares()));
        float[] x = {9};
        assertTrue(reader.vector(new int[] {1, 2, 0, 1}, x, 0));
        assertEquals((3 + 5 / Math.sqrt(2)) / Math.sqrt(2), x[0], 1e-6);
        assertEquals(false, reader.vector(new int[] {2}, x, 0));
    }

    /** Σ w·y has the gradient w with respect to y, and M·w with respect to what y = M·e is made of, M symmetric and taken apart column by column. */
    @Test void pyTorchSeesTheVectorsThatAreReadAndGradientsGoAllTheWayBack() {
        try (Torch torch = Torch.open("test", Processor.CPU, 1, Progress.NONE); NDManager now = torch.manager().newSubManager()) {
            var split = Tiny.split(tastes());
            boolean[] known = new boolean[ITEMS];
            Arrays.fill(known, true);
            var way = new LightGcn.Way(30, 0.3, Objective.SOFTMAX, 16, 0.5);
            var lesson = new LightGcn(torch.manager(), new LightGcn.Size(1, 2), way, split, known, new SplittableRandom(5));
            float[] weights = new float[ITEMS], kept = lesson.toHost().get(ItemTable.ITEMS);
            for (int i = 0; i < ITEMS; i++) weights[i] = i * i - 3 * i;
            try (var recorder = torch.engine().newGradientCollector()) {
                NDArray vectors = lesson.vectors(now);
                assertArrayEquals(kept, vectors.toFloatArray(), 1e-6f);
                recorder.backward(vectors.mul(HostArrays.of(now, vectors.getShape(), weights)).sum());
            }
            lesson.backward();
            var graph = new Graph(split.train().matrix(), new Workers(1));
            float[] expected = new float[ITEMS];
            for (int i = 0; i < ITEMS; i++) {
                float[] unit = new float[ITEMS];
                unit[i] = 1;
                float[] column = graph.means(unit, 1, 2);
                for (int j = 0; j < ITEMS; j++) expected[i] += weights[j] * column[j];
            }
            try (NDArray gradient = lesson.learned().get(LightGcn.FIRST).getGradient()) {
                assertArrayEquals(expected, gradient.toFloatArray(), 1e-3f);
            }
        }
    }

    @Test void theOtherItemsOfAKindComeFirst() {
        for (Objective objective : Objective.values()) {
            Recommender model = fit(setup(60, objective), Tiny.context("node"));
            for (int kind = 0; kind < 3; kind++) {
                float[] scores = new float[ITEMS];
                model.score(new History(new int[] {kind * 6}, new float[] {1}), scores);
                double least = Double.POSITIVE_INFINITY, most = Double.NEGATIVE_INFINITY;
                for (int i = 0; i < ITEMS; i++) {
                    if (i / 6 == kind && i != kind * 6) least = Math.min(least, scores[i]);
                    if (i / 6 != kind) most = Math.max(most, scores[i]);
                }
                assertTrue(least > most, objective + ", kind " + kind + ": " + least + " against " + most);
            }
        }
    }

    @Test void theOrderOfEventsDoesNotCountAndAKnownUserIsAsOneFoldedIn() {
        Recommender model = fit(setup(5, Objective.SOFTMAX), Tiny.context("node"));
        float[] one = new float[ITEMS], other = new float[ITEMS];
        model.score(new History(new int[] {1, 4, 9}, new float[] {1, 1, 1}), one);
        model.score(new History(new int[] {9, 1, 4, 4}, new float[] {1, 1, 1, 1}), other);
        assertArrayEquals(one, other);
        model.score(5, one);
        model.score(History.of(model.training(), model.training().histories(), 5), other);
        assertArrayEquals(one, other);
        var again = (Recommender) new FitLightGcn().restore(model.toBundle(), Tiny.NO_OTHERS);
        again.score(5, other);
        assertArrayEquals(one, other);
    }

    @Test void aStoppedTrainingEndsAtOnceAndGoesOnToTheSameModel() {
        FitLightGcn.Setup few = setup(6, Objective.SOFTMAX);
        String whole = fit(few, Tiny.context("node")).hash();
        assertEquals(whole, fit(few, Tiny.context("node")).hash(), "the same seed");
        Map<String, Bundle> kept = new HashMap<>();
        Context.Memo memo = new Context.Memo() {
            @Override public Optional<Bundle> find(String key) {
                return Optional.ofNullable(kept.get(key));
            }

            @Override public void put(String key, Bundle part) {
                kept.putIfAbsent(key, part);
            }
        };
        var after = new AtomicInteger(-1);
        assertThrows(CancellationException.class, () -> fit(few, with(memo, new Progress() {
            @Override public void at(long done, long total) {
                if (after.get() >= 0) {
                    after.incrementAndGet();
                    throw new CancellationException();
                }
            }

            @Override public void learned(Learning point) {
                if (point.iteration() == 3) after.set(0);
            }
        })));
        assertEquals(1, after.get(), "the first look ends it");
        assertEquals(1, kept.size(), "the epochs before are not lost");
        assertEquals(whole, fit(few, with(memo, Progress.NONE)).hash());
    }

    private static Context with(Context.Memo memo, Progress progress) {
        Context plain = Tiny.context("node", progress);
        return new Context(progress, plain.assets(), plain.node(), memo);
    }

    /** Each user's last pair held back: what was best there is kept. */
    @Test void theValidationPartIsLookedAt() {
        Interactions all = tastes();
        int[] held = IntStream.range(0, all.size()).filter(e -> e % 5 == 4).toArray(), rest = IntStream.range(0, all.size()).filter(e -> e % 5 != 4).toArray();
        var split = new Split(all.pick(rest), all.pick(held), all.pick(new int[0]), "leave-last-out");
        var looks = new ArrayList<Double>();
        new FitLightGcn().run(setup(4, Objective.SOFTMAX), Values.of("split", split), Tiny.context("node", new Progress() {
            @Override public void at(long done, long total) { }

            @Override public void learned(Learning point) {
                if (point.validation()) looks.add(point.value());
            }
        }));
        assertEquals(4, looks.size());
        assertTrue(looks.getLast() > 0.6, "chance is 0.3: " + looks);
    }
}
