package shelfwise.model.interests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import shelfwise.base.Progress;
import shelfwise.model.Workers;

/** Four blobs of 60 points around (±10, ±10): two with a spread of 1, two with 0.5. */
class ClusteringTest {
    private static final double[][] AROUND = {{10, 10}, {-10, 10}, {10, -10}, {-10, -10}};
    private static final double[] SPREAD = {1, 1, 0.5, 0.5};
    private static final double[][] POINTS = points();

    private static double[][] points() {
        var random = new Random(4);
        double[][] points = new double[240][];
        for (int i = 0; i < points.length; i++) {
            points[i] = new double[] {AROUND[i % 4][0] + SPREAD[i % 4] * random.nextGaussian(), AROUND[i % 4][1] + SPREAD[i % 4] * random.nextGaussian()};
        }
        return points;
    }

    private static double[][] centres(long seed) {
        return Means.centres(POINTS, 4, 10, seed, Progress.NONE);
    }

    @Test void meansFindTheBlobs() {
        double[][] centres = centres(1);
        for (int b = 0; b < 4; b++) {
            double[] mean = new double[2];
            for (int i = b; i < POINTS.length; i += 4) for (int f = 0; f < 2; f++) mean[f] += POINTS[i][f] / 60;
            assertArrayEquals(mean, centres[Means.nearest(AROUND[b], centres)], 1e-9);
        }
    }

    @Test void theMixtureFindsTheBlobsAndTheirSpreads() {
        Mixture mixture = Mixture.fit(POINTS, centres(1), new Workers(2), Progress.NONE);
        for (int b = 0; b < 4; b++) {
            double[] parts = new double[4];
            mixture.parts(AROUND[b], parts);
            int c = Means.nearest(AROUND[b], mixture.mean());
            assertEquals(1, parts[c], 1e-9);
            assertEquals(Math.log(0.25), mixture.logShare()[c], 1e-6);
            double mean = 0, squares = 0;
            for (int i = b; i < POINTS.length; i += 4) mean += POINTS[i][0] / 60;
            for (int i = b; i < POINTS.length; i += 4) squares += (POINTS[i][0] - mean) * (POINTS[i][0] - mean) / 60;
            assertEquals(Math.max(squares, 0.01 * 100), mixture.variance()[c][0], 0.05, "not below a hundredth of the whole spread, which is about 100");
        }
    }

    @Test void theDensityIsThatOfTwoGaussians() {
        // shares ¼ and ¾, means 0 and 2, variances 1 and 4; at 1: ¼ · φ(1) = 0.0604927, ¾ · φ(½) / 2 = 0.1320247
        var mixture = new Mixture(new double[] {Math.log(0.25), Math.log(0.75)}, new double[][] {{0}, {2}}, new double[][] {{1}, {4}});
        double[] parts = new double[2];
        assertEquals(Math.log(0.0604927 + 0.1320247), mixture.parts(new double[] {1}, parts), 1e-5);
        assertEquals(0.0604927 / (0.0604927 + 0.1320247), parts[0], 1e-5);
        assertEquals(1, parts[0] + parts[1], 1e-12);
    }

    @Test void twoRunsAgreeBitForBitWithAnyThreads() {
        for (long seed = 1; seed <= 5; seed++) assertArrayEquals(Arrays.stream(centres(seed)).toArray(), centres(seed));
        Mixture one = Mixture.fit(POINTS, centres(1), new Workers(1), Progress.NONE), three = Mixture.fit(POINTS, centres(1), new Workers(3), Progress.NONE);
        assertArrayEquals(one.mean(), three.mean());
        assertArrayEquals(one.variance(), three.variance());
        assertArrayEquals(one.logShare(), three.logShare());
    }

    @Test void fewerDifferentPointsThanCentresAreAllCentres() {
        double[][] points = {{1, 0}, {0, 1}, {1, 0}, {0, 1}, {1, 0}};
        assertArrayEquals(new double[][] {{0, 1}, {1, 0}}, Means.centres(points, 4, 2, 1, Progress.NONE));
        assertArrayEquals(new double[][] {{0, 1}, {1, 0}}, Means.centres(points, 2, 2, 1, Progress.NONE));
        assertArrayEquals(new double[] {0.6, 0.4}, Means.centres(points, 1, 2, 1, Progress.NONE)[0], 1e-12);
    }

    @Test void pointsThatAreAllEqualAreOneCluster() {
        double[][] points = {{1, 2}, {1, 2}, {1, 2}};
        double[][] centres = Means.centres(points, 3, 2, 1, Progress.NONE);
        assertArrayEquals(new double[][] {{1, 2}}, centres);
        double[] parts = new double[1];
        Mixture.fit(points, centres, new Workers(1), Progress.NONE).parts(points[0], parts);
        assertEquals(1, parts[0]);
    }

    @Test void aCancelStopsThem() {
        assertThrows(CancellationException.class, () -> Means.centres(POINTS, 4, 2, 1, (done, _) -> {
            if (done < 0) throw new CancellationException();
        }), "after a round of k-means");
        double[][] centres = centres(1);
        assertThrows(CancellationException.class, () -> Mixture.fit(POINTS, centres, new Workers(1), (_, _) -> {
            throw new CancellationException();
        }));
    }
}
