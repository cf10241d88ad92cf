package shelfwise.evaluate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import shelfwise.base.Progress;
import shelfwise.model.Workers;

class BootstrapTest {
    private static UserValues values(double... values) {
        float[] all = new float[values.length];
        for (int u = 0; u < all.length; u++) all[u] = (float) values[u];
        return UserValues.of(all.length, List.of(new UserValues.Column("hit-rate", 10)), all);
    }

    private static double[] interval(int rounds, long seed, int threads, double... values) {
        return new Bootstrap(rounds, seed).intervals(values(values), new Workers(threads), Progress.NONE)[0];
    }

    private static double[] hits(int n, int hits) {
        return IntStream.range(0, n).mapToDouble(u -> u < hits ? 1 : 0).toArray();
    }

    @Test void theIntervalOfAShareIsThatOfTheNormalApproximation() {
        // 300 of 1000: 0.3 ± 1.96 · √(0.3 · 0.7 / 1000) = 0.3 ± 0.0284
        double[] found = interval(4000, 1, 2, hits(1000, 300));
        assertEquals(0.3 - 0.0284, found[0], 0.002);
        assertEquals(0.3 + 0.0284, found[1], 0.002);
    }

    @Test void about95Of100IntervalsHoldTheTrueShare() {
        var random = new Random(4);
        int holds = 0;
        for (int sample = 0; sample < 200; sample++) {
            double[] drawn = random.doubles(150).map(d -> d < 0.3 ? 1 : 0).toArray();
            double[] found = interval(400, sample, 2, drawn);
            if (found[0] <= 0.3 && 0.3 <= found[1]) holds++;
        }
        assertTrue(holds >= 180 && holds <= 198, holds + " of 200");
    }

    @Test void theSameSeedGivesTheSameIntervalWithAnyNumberOfThreads() {
        double[] values = new Random(9).doubles(50).toArray();
        assertArrayEquals(interval(100, 5, 1, values), interval(100, 5, 3, values));
        assertTrue(interval(100, 5, 1, values)[0] != interval(100, 6, 1, values)[0]);
    }

    @Test void aMetricThatIsTheSameForAllIsCertain() {
        assertArrayEquals(new double[] {0.25, 0.25}, interval(50, 1, 1, 0.25, 0.25, 0.25));
    }

    @Test void usersWithoutAValueAreLeftOut() {
        assertArrayEquals(new double[] {2, 2}, interval(50, 1, 1, 2, Double.NaN, 2, 2, 2, 2));
        assertArrayEquals(new double[] {Double.NaN, Double.NaN}, interval(50, 1, 1, Double.NaN, Double.NaN));
        assertEquals(3, values(2, Double.NaN, 4).means()[0]);
    }

    @Test void noRoundsGiveNoInterval() {
        assertArrayEquals(new double[] {Double.NaN, Double.NaN}, interval(0, 1, 1, 1, 2, 3));
    }
}
