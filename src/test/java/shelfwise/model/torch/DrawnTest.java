package shelfwise.model.torch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Items 0 to 3 with 6, 2, 0 and 2 of ten events. */
class DrawnTest {
    private static final int[] EVENTS = {0, 0, 0, 0, 0, 0, 1, 1, 3, 3};

    /** Raised scores of zero stand for as many items as there are: the mean of Σ exp(raise) over many draws is the number of items sold. */
    @Test void whatIsDrawnStandsForAllItems() {
        for (double popular : new double[] {0, 0.5, 1}) {
            var drawn = new Drawn(EVENTS, 4, popular);
            var random = new SplittableRandom(1);
            double sum = 0;
            int[] times = new int[4];
            for (int k = 0; k < 4000; k++) {
                int[] items = drawn.items(4, random);
                for (float r : drawn.raise(items)) sum += Math.exp(r);
                for (int i : items) times[i]++;
            }
            assertEquals(3, sum / 4000, 0.08, popular + " by popularity");
            assertEquals(0, times[2], "what nobody took is not drawn");
            assertEquals(popular * 0.6 + (1 - popular) / 3, times[0] / 16000.0, 0.015);
        }
    }
}
