package shelfwise.model.torch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Attention of a network with drawn weights, beside a slow computation of all places in double precision. */
class AttentionTest {
    private static final int ITEMS = 20, WIDTH = 8, LENGTH = 7;
    private static final int[] HISTORY = {3, 11, 3, 0, 19, 7};

    @ParameterizedTest @CsvSource({"1,1", "2,2", "4,3"})
    void theLastPlacesWeightsAreThoseOfTheSlowComputation(int heads, int blocks) {
        var shape = new TransformerShape(WIDTH, heads, blocks, LENGTH, true, false);
        Map<String, float[]> learned = drawn(blocks, ITEMS);
        double[] weights = new TransformerScorer(shape, learned).attention(HISTORY, new byte[HISTORY.length]);
        assertArrayEquals(slow(shape, learned, HISTORY, true), weights, 1e-5);
        assertEquals(1, Arrays.stream(weights).sum(), 1e-6);
        assertTrue(Arrays.stream(weights).allMatch(w -> w >= 0));
    }

    /** With a future that is seen, earlier places would hold other keys in the second block, and the weights would be others. */
    @Test void noPlaceLooksAtAFutureEvent() {
        var shape = new TransformerShape(WIDTH, 2, 2, LENGTH, true, false);
        Map<String, float[]> learned = drawn(2, ITEMS);
        double[] weights = new TransformerScorer(shape, learned).attention(HISTORY, new byte[HISTORY.length]), seeing = slow(shape, learned, HISTORY, false);
        assertTrue(IntStream.range(0, weights.length).anyMatch(k -> Math.abs(weights[k] - seeing[k]) > 1e-3));
    }

    @Test void aQueryOfZerosLooksAtAllEventsAlike() {
        Map<String, float[]> learned = drawn(2, ITEMS);
        Arrays.fill(learned.get("1.query"), 0);
        Arrays.fill(learned.get("1.query.bias"), 0);
        assertArrayEquals(new double[] {0.2, 0.2, 0.2, 0.2, 0.2}, new TransformerScorer(new TransformerShape(WIDTH, 2, 2, LENGTH, true, false), learned).attention(new int[] {1, 2, 3, 4, 5}, new byte[5]), 1e-7);
    }

    @Test void onlyTheLatestEventsAreReadAndAskingChangesNoVector() {
        var scorer = new TransformerScorer(new TransformerShape(WIDTH, 2, 2, LENGTH, true, false), drawn(2, ITEMS));
        int[] longer = {9, 8, 5, 3, 11, 3, 0, 19, 7};
        double[] weights = scorer.attention(longer, new byte[longer.length]);
        assertEquals(LENGTH, weights.length);
        assertArrayEquals(scorer.attention(Arrays.copyOfRange(longer, 2, 9), new byte[7]), weights);
        float[] before = new float[WIDTH], after = new float[WIDTH];
        scorer.vector(HISTORY, before, 0);
        scorer.attention(HISTORY, new byte[HISTORY.length]);
        scorer.vector(HISTORY, after, 0);
        assertArrayEquals(before, after);
        assertEquals(0, scorer.attention(new int[0], new byte[0]).length);
    }

    @Test void aNetworkThatAsksByATokenTellsNone() {
        assertEquals(0, new TransformerScorer(new TransformerShape(WIDTH, 2, 1, LENGTH, false, false), drawn(1, ITEMS + 1)).attention(HISTORY, new byte[HISTORY.length]).length);
    }

    /** Of the last block, the mean over heads of the last row of softmax(q·k / √width of a head). */
    private static double[] slow(TransformerShape shape, Map<String, float[]> learned, int[] item, boolean causal) {
        int n = item.length, wide = WIDTH / shape.heads();
        double[][] x = new double[n][WIDTH];
        for (int k = 0; k < n; k++) {
            for (int f = 0; f < WIDTH; f++) x[k][f] = Math.sqrt(WIDTH) * learned.get("items")[item[k] * WIDTH + f] + learned.get("places")[(LENGTH - n + k) * WIDTH + f];
        }
        double[] looked = new double[n];
        for (int b = 0; b < shape.blocks(); b++) {
            double[][] y = norm(learned, b + ".before-attention", x), q = linear(learned, b + ".query", y), key = linear(learned, b + ".key", y), value = linear(learned, b + ".value", y);
            double[][] together = new double[n][WIDTH];
            looked = new double[n];
            for (int h = 0; h < shape.heads(); h++) {
                for (int row = 0; row < n; row++) {
                    int seen = causal ? row + 1 : n;
                    double[] e = new double[n];
                    for (int k = 0; k < seen; k++) {
                        double dot = 0;
                        for (int f = h * wide; f < (h + 1) * wide; f++) dot += q[row][f] * key[k][f];
                        e[k] = Math.exp(dot / Math.sqrt(wide));
                    }
                    double sum = Arrays.stream(e).sum();
                    for (int k = 0; k < n; k++) {
                        for (int f = h * wide; f < (h + 1) * wide; f++) together[row][f] += e[k] / sum * value[k][f];
                        if (row == n - 1) looked[k] += e[k] / sum / shape.heads();
                    }
                }
            }
            add(x, linear(learned, b + ".out", together));
            double[][] inner = linear(learned, b + ".first", norm(learned, b + ".before-forward", x));
            for (double[] row : inner) for (int f = 0; f < WIDTH; f++) row[f] = Math.max(0, row[f]);
            add(x, linear(learned, b + ".second", inner));
        }
        return looked;
    }

    private static void add(double[][] to, double[][] more) {
        for (int k = 0; k < to.length; k++) for (int f = 0; f < WIDTH; f++) to[k][f] += more[k][f];
    }

    private static double[][] linear(Map<String, float[]> learned, String name, double[][] x) {
        double[][] y = new double[x.length][WIDTH];
        for (int k = 0; k < x.length; k++) {
            for (int out = 0; out < WIDTH; out++) {
                y[k][out] = learned.get(name + ".bias")[out];
                for (int in = 0; in < WIDTH; in++) y[k][out] += x[k][in] * learned.get(name)[in * WIDTH + out];
            }
        }
        return y;
    }

    private static double[][] norm(Map<String, float[]> learned, String name, double[][] x) {
        double[][] y = new double[x.length][WIDTH];
        for (int k = 0; k < x.length; k++) {
            double mean = Arrays.stream(x[k]).average().orElseThrow(), variance = Arrays.stream(x[k]).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
            for (int f = 0; f < WIDTH; f++) y[k][f] = (x[k][f] - mean) / Math.sqrt(variance + 1e-5) * learned.get(name + ".scale")[f] + learned.get(name + ".shift")[f];
        }
        return y;
    }

    private static Map<String, float[]> drawn(int blocks, int items) {
        var random = new SplittableRandom(4);
        var all = new HashMap<String, float[]>();
        all.put("items", floats(random, items * WIDTH));
        all.put("places", floats(random, LENGTH * WIDTH));
        for (int b = 0; b < blocks; b++) {
            for (String part : new String[] {"query", "key", "value", "out", "first", "second"}) {
                all.put(b + "." + part, floats(random, WIDTH * WIDTH));
                all.put(b + "." + part + ".bias", floats(random, WIDTH));
            }
            norms(random, all, b + ".before-attention");
            norms(random, all, b + ".before-forward");
        }
        norms(random, all, "last");
        return all;
    }

    private static void norms(SplittableRandom random, Map<String, float[]> all, String name) {
        all.put(name + ".scale", floats(random, WIDTH));
        all.put(name + ".shift", floats(random, WIDTH));
    }

    private static float[] floats(SplittableRandom random, int n) {
        float[] values = new float[n];
        for (int k = 0; k < n; k++) values[k] = (float) random.nextGaussian();
        return values;
    }
}
