package shelfwise.model.torch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import shelfwise.base.Progress;
import shelfwise.data.Interactions;
import shelfwise.data.Split;
import shelfwise.model.History;
import shelfwise.model.Recommender;
import shelfwise.model.Tiny;
import shelfwise.pipeline.Values;

class AutoEncoderTest {
    private static final int ITEMS = 18;

    /** Each user takes four of six items of a kind. */
    private static Interactions tastes() {
        var random = new SplittableRandom(3);
        List<int[]> pairs = new ArrayList<>();
        for (int u = 0; u < 90; u++) for (int k = 0; k < 5; k++) pairs.add(new int[] {u, u % 3 * 6 + random.nextInt(6)});
        return Tiny.events(90, ITEMS, pairs.toArray(int[][]::new));
    }

    private static Recommender fit(FitAutoEncoder.Setup setup) {
        Interactions all = tastes();
        var split = new Split(all, all.pick(new int[0]), all.pick(new int[0]), "all");
        return new FitAutoEncoder().run(setup, Values.of("split", split), Tiny.context("node", Progress.NONE)).one("model", Recommender.class);
    }

    private static FitAutoEncoder.Setup setup(double beta) {
        return new FitAutoEncoder.Setup(16, 6, beta, 5, 120, 30, 0.01, 0.5, 0, 5, 0, 0, Processor.CPU, 7);
    }

    @Test void theOtherItemsOfAKindComeFirst() {
        Recommender model = fit(setup(0.1));
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

    @Test void theOrderOfEventsDoesNotCountAndAKnownUserIsAsOneFoldedIn() {
        Recommender model = fit(setup(0.1));
        float[] one = new float[ITEMS], other = new float[ITEMS];
        model.score(new History(new int[] {1, 4, 9}, new float[] {1, 1, 1}), one);
        model.score(new History(new int[] {9, 1, 4, 4}, new float[] {1, 1, 1, 1}), other);
        assertEquals(Arrays.toString(one), Arrays.toString(other));
        model.score(5, one);
        model.score(History.of(model.training(), model.training().histories(), 5), other);
        assertEquals(Arrays.toString(one), Arrays.toString(other));
    }

    /** h = tanh(W·x/|x| + b), m = tanh(...)…, worked out in double precision by the formulas. */
    @Test void plainJavaFollowsTheFormulas() {
        var random = new SplittableRandom(5);
        Map<String, float[]> learned = new java.util.HashMap<>();
        int[][] sizes = {{5, 4}, {4, 2}, {2, 4}, {4, 5}};
        String[] names = {AutoEncoder.IN, AutoEncoder.MEAN, AutoEncoder.DECODE, AutoEncoder.OUT};
        for (int l = 0; l < 4; l++) {
            learned.put(names[l], floats(random, sizes[l][0] * sizes[l][1]));
            learned.put(names[l] + ".bias", floats(random, sizes[l][1]));
        }
        double[] x = {0, 1 / Math.sqrt(2), 0, 1 / Math.sqrt(2), 0};
        double[] out = layer(learned, names[3], tanh(layer(learned, names[2], layer(learned, names[1], tanh(layer(learned, names[0], x))))));
        var reader = new AutoEncoderReader(learned);
        for (int l = 0; l < 4; l++) assertEquals(sizes[l][1], reader.columns(names[l]), names[l]);
        float[] vector = new float[reader.width()];
        reader.vector(new int[] {3, 1}, vector, 0);
        for (int i = 0; i < 5; i++) {
            double score = 0;
            for (int f = 0; f < reader.width(); f++) score += vector[f] * reader.items()[i * reader.width() + f];
            assertEquals(out[i], score, 1e-5);
        }
    }

    private static double[] layer(Map<String, float[]> learned, String name, double[] x) {
        float[] w = learned.get(name), b = learned.get(name + ".bias");
        double[] y = new double[b.length];
        for (int o = 0; o < y.length; o++) {
            y[o] = b[o];
            for (int i = 0; i < x.length; i++) y[o] += x[i] * w[i * y.length + o];
        }
        return y;
    }

    private static double[] tanh(double[] x) {
        return Arrays.stream(x).map(Math::tanh).toArray();
    }

    private static float[] floats(SplittableRandom random, int n) {
        float[] values = new float[n];
        for (int k = 0; k < n; k++) values[k] = (float) random.nextGaussian();
        return values;
    }
}
