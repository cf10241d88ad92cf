package shelfwise.model.torch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import shelfwise.base.ProblemException;

/** The written file, run by ONNX Runtime, says what the reader in plain Java says. */
class TowerGraphTest {
    private static final int ITEMS = 9, WIDTH = 6, HIDDEN = 5, LENGTH = 4, VALUES = 6;
    private static final boolean[] KNOWN = {true, true, true, true, true, true, true, true, false};

    private static float[] floats(SplittableRandom random, int n) {
        float[] values = new float[n];
        for (int k = 0; k < n; k++) values[k] = (float) random.nextGaussian();
        return values;
    }

    private static TowerReader reader(double halfLife, double temperature) {
        return reader(halfLife, temperature, 0);
    }

    private static TowerReader reader(double halfLife, double temperature, int columns) {
        var random = new SplittableRandom(3);
        Map<String, float[]> learned = new HashMap<>();
        learned.put("table", floats(random, ITEMS * WIDTH));
        learned.put("items", floats(random, ITEMS * WIDTH));
        learned.put("user.first", floats(random, WIDTH * HIDDEN));
        learned.put("user.first.bias", floats(random, HIDDEN));
        learned.put("user.second", floats(random, HIDDEN * WIDTH));
        learned.put("user.second.bias", floats(random, WIDTH));
        learned.put("customers", floats(random, VALUES * WIDTH));
        return new TowerReader(new Towers.Size(WIDTH, HIDDEN, LENGTH, halfLife, temperature, columns), learned);
    }

    @Test void fileGivesVectorsAndScoresOfTheModel() {
        int[][] histories = {{3}, {1, 2}, {0, 5, 7, 7}, {8, 8, 8, 4, 3, 2, 6}};
        for (double halfLife : new double[] {0, 2}) {
            TowerReader reader = reader(halfLife, 0.2);
            try (OnnxCheck check = OnnxCheck.open("test", reader.onnx(KNOWN).orElseThrow().file())) {
                for (int[] history : histories) {
                    var answer = check.of("test", history, new int[0], LENGTH);
                    float[] vector = new float[WIDTH], scores = new float[ITEMS];
                    reader.vector(history, vector, 0);
                    for (int i = 0; i < ITEMS; i++) {
                        for (int f = 0; f < WIDTH; f++) scores[i] += vector[f] * reader.items()[i * WIDTH + f];
                    }
                    scores[ITEMS - 1] = Float.NEGATIVE_INFINITY;
                    assertArrayEquals(vector, answer.vector(), 1e-5f);
                    assertArrayEquals(scores, answer.scores(), 1e-4f);
                }
            }
        }
    }

    /** Also where the history is empty, or one value or all of them are not known. */
    @Test void fileTakesWhatIsKnownOfCustomers() {
        int[][] histories = {{}, {3}, {8, 8, 8, 4, 3, 2, 6}}, customers = {{1, 5}, {0, 3}, {0, 0}};
        TowerReader reader = reader(2, 0.2, 2);
        try (OnnxCheck check = OnnxCheck.open("test", reader.onnx(KNOWN).orElseThrow().file())) {
            for (int[] history : histories) {
                for (int[] customer : customers) {
                    float[] vector = new float[WIDTH];
                    boolean speaks = reader.about(customer).vector(history, vector, 0);
                    assertEquals(history.length > 0 || customer[1] > 0, speaks, "of nobody without a history there is nothing to say");
                    if (speaks) assertArrayEquals(vector, check.of("test", history, customer, LENGTH).vector(), 1e-5f);
                }
            }
        }
    }

    @Test void anotherModelIsSeenToDiffer() {
        float[] vector = new float[WIDTH];
        reader(2, 0.2).vector(new int[] {1, 2}, vector, 0);
        try (OnnxCheck check = OnnxCheck.open("test", reader(0, 0.2).onnx(KNOWN).orElseThrow().file())) {
            var answer = check.of("test", new int[] {1, 2}, new int[0], LENGTH);
            assertFalse(answer.near(new OnnxCheck.Answer(vector, answer.scores())));
            assertTrue(answer.near(answer), "silent items, minus infinity, are like themselves");
        }
    }

    @Test void brokenFileIsAPlainProblem() {
        var problem = assertThrows(ProblemException.class, () -> OnnxCheck.open("test", new byte[] {1, 2, 3}));
        assertEquals("torch.onnx-unread", problem.problem().key());
    }

    /** The examples of protobuf's page on its encoding: 150 in field 1, "testing" in field 2, the first of them inside field 3. */
    @Test void fieldsAreWrittenAsProtocolBuffersHaveThem() {
        assertEquals("089601", HexFormat.of().formatHex(new Wire().number(1, 150).toBytes()));
        assertEquals("120774657374696e67", HexFormat.of().formatHex(new Wire().text(2, "testing").toBytes()));
        assertEquals("1a03089601", HexFormat.of().formatHex(new Wire().message(3, new Wire().number(1, 150)).toBytes()));
    }
}
