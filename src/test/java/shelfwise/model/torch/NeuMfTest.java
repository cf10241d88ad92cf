package shelfwise.model.torch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.api.Test;
import shelfwise.base.Progress;
import shelfwise.data.Interactions;
import shelfwise.model.FactorScores;
import shelfwise.model.History;
import shelfwise.model.Recommender;
import shelfwise.model.Tiny;
import shelfwise.pipeline.Values;

class NeuMfTest {
    private static final int ITEMS = 18;

    /** Each user takes up to five of six items of a kind. */
    private static Interactions tastes() {
        var random = new SplittableRandom(3);
        List<int[]> pairs = new ArrayList<>();
        for (int u = 0; u < 90; u++) for (int k = 0; k < 5; k++) pairs.add(new int[] {u, u % 3 * 6 + random.nextInt(6)});
        return Tiny.events(90, ITEMS, pairs.toArray(int[][]::new));
    }

    private static Recommender fit(PairForm form, int epochs) {
        var setup = new FitNeuMf.Setup(form, 8, 16, epochs, 30, 0.02, 0.3, 0, 5, 4, 0, 0, Processor.CPU, 7);
        return new FitNeuMf().run(setup, Values.of("split", Tiny.split(tastes())), Tiny.context("node")).one("model", Recommender.class);
    }

    @ParameterizedTest @EnumSource void theOtherItemsOfAKindComeFirst(PairForm form) {
        Recommender model = fit(form, 80);
        assertEquals(form == PairForm.PRODUCT, model instanceof FactorScores);
        for (int kind = 0; kind < 3; kind++) {
            float[] scores = new float[ITEMS];
            model.score(new History(new int[] {kind * 6}, new float[] {1}), scores);
            double least = Double.POSITIVE_INFINITY, most = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < ITEMS; i++) {
                if (i / 6 == kind && i != kind * 6) least = Math.min(least, scores[i]);
                if (i / 6 != kind) most = Math.max(most, scores[i]);
            }
            assertTrue(least > most, "kind " + kind + ": " + least + " against " + most);
        }
    }

    @ParameterizedTest @EnumSource void aKnownUserIsAsOneFoldedInAndAKeptModelSaysTheSame(PairForm form) {
        Recommender model = fit(form, 3);
        assertEquals(model.hash(), fit(form, 3).hash(), "the same seed");
        float[] one = new float[ITEMS], other = new float[ITEMS];
        model.score(5, one);
        model.score(History.of(model.training(), model.training().histories(), 5), other);
        assertArrayEquals(one, other);
        ((Recommender) new FitNeuMf().restore(model.toBundle(), Tiny.NO_OTHERS)).score(5, other);
        assertArrayEquals(one, other);
        model.score(new History(new int[] {1, 4, 9}, new float[] {1, 1, 1}), one);
        model.score(new History(new int[] {9, 1, 4, 4}, new float[] {1, 1, 1, 1}), other);
        assertArrayEquals(one, other);
        var history = new History(new int[] {9, 1, 4}, new float[] {1, 1, 1});
        assertEquals(other[7], model.evidence(history, 7).score(), "one item is scored as all are");
    }

    @ParameterizedTest @EnumSource void plainJavaScoresTheSameAsPyTorch(PairForm form) {
        try (Torch torch = Torch.open("test", Processor.CPU, 1, Progress.NONE); NDManager now = torch.manager().newSubManager()) {
            var size = new NeuMf.Size(form, 6, 10);
            boolean[] known = new boolean[ITEMS];
            Arrays.fill(known, true);
            var lesson = new NeuMf(torch.manager(), size, new NeuMf.Way(30, 0.3, 4), Tiny.split(tastes()), known, new SplittableRandom(5));
            var random = new SplittableRandom(6);
            Map<String, float[]> larger = lesson.learned().toHost();
            larger.values().forEach(values -> {
                for (int k = 0; k < values.length; k++) values[k] += (float) (0.3 * random.nextGaussian());
            });
            lesson.learned().restore(larger);
            float[] history = new float[ITEMS];
            for (int i : new int[] {2, 3, 11}) history[i] = (float) (1 / Math.sqrt(3));
            NDArray x = HostArrays.of(now, new Shape(1, ITEMS), history).matMul(lesson.learned().get(NeuMf.TAKEN));
            float[] told = lesson.scores(x, SequenceLesson.numbers(now, new int[ITEMS]), SequenceLesson.numbers(now, IntStream.range(0, ITEMS).toArray())).toFloatArray();
            var reader = new NeuMfReader(size, lesson.toHost());
            float[] vector = new float[reader.width()], scores = new float[ITEMS];
            reader.vector(new int[] {11, 3, 2}, vector, 0);
            reader.scores(known).score(vector, 0, scores);
            assertArrayEquals(told, scores, 3e-5f);
            NetworksTest.rowsAreAsIn(lesson.learned(), reader);
        }
    }

    /**
     * One history of two items that bring 1 and 3 to the product and 2 and 4 to the layers: x = 4/√2 and 6/√2. Product with weight 2 and the
     * item's 5: 40/√2. Layers: relu(x − 1) and relu(3 − x) of the first, their sum less 1 the second, twice that the output and 7 more.
     */
    @Test void aScoreIsAsWorkedOutByHand() {
        var size = new NeuMf.Size(PairForm.BOTH, 1, 2);
        Map<String, float[]> learned = Map.ofEntries(Map.entry(NeuMf.TAKEN, new float[] {1, 2, 3, 4}), Map.entry(ItemTable.ITEMS, new float[] {5, 1, 0, 0}),
                Map.entry(NeuMf.WEIGHTS, new float[] {2}), Map.entry(NeuMf.USER, new float[] {1, -1}), Map.entry(NeuMf.USER + ".bias", new float[] {0, 1}),
                Map.entry(NeuMf.ITEM, new float[] {-1, 2}), Map.entry(NeuMf.ITEM + ".bias", new float[] {0, 0}),
                Map.entry(NeuMf.SECOND, new float[] {1, 1}), Map.entry(NeuMf.SECOND + ".bias", new float[] {-1}),
                Map.entry(NeuMf.OUT, new float[] {2}), Map.entry(NeuMf.OUT + ".bias", new float[] {7}));
        var reader = new NeuMfReader(size, learned);
        float[] x = new float[3];
        reader.vector(new int[] {1, 0}, x, 0);
        double root = Math.sqrt(2), layers = 2 * (6 / root - 1 + 0 - 1) + 7;
        assertEquals(40 / root + layers, reader.scores(new boolean[] {true, true}).score(x, 0, 0), 1e-5);
        float[] scores = new float[2];
        reader.scores(new boolean[] {true, false}).score(x, 0, scores);
        assertEquals(40 / root + layers, scores[0], 1e-5);
        assertEquals(Float.NEGATIVE_INFINITY, scores[1]);
    }
}
