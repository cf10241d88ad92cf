package shelfwise.model.vectors;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CosinesTest {
    private final List<Integer> asked = new ArrayList<>();

    /** Item i has 0.1 · i + 0.01 · j with item j. */
    private final Space space = new Space() {
        @Override public int dimensions() {
            return 1;
        }

        @Override public boolean knows(int item) {
            return true;
        }

        @Override public void add(int item, double weight, double[] profile) { }

        @Override public void score(double[] profile, double scale, float[] scores) { }

        @Override public void cosines(int item, float[] scores) {
            asked.add(item);
            for (int j = 0; j < scores.length; j++) scores[j] = 0.1f * item + 0.01f * j;
        }

        @Override public double cosine(int a, int b) {
            return 0;
        }

        @Override public List<String> common(int a, int b) {
            return List.of();
        }
    };

    @Test void whatWasAskedForFirstIsKeptAsFarAsThereIsRoomAndTheNumbersAreTheSame() {
        var cosines = new Cosines(space, 3, 7);
        float[] line = new float[3];
        for (int item : new int[] {2, 0, 1, 2, 0, 1}) assertArrayEquals(new float[] {0.1f * item, 0.1f * item + 0.01f, 0.1f * item + 0.02f}, cosines.of(item, line), 0f);
        assertEquals(List.of(2, 0, 1, 1), asked, "room for two of three");
    }
}
