package shelfwise.model.interests;

import java.util.Arrays;
import java.util.TreeSet;
import shelfwise.base.Progress;
import smile.clustering.Clustering;
import smile.clustering.KMeans;
import smile.math.MathEx;
import smile.util.AlgoStatus;
import smile.util.IterativeAlgorithmController;

/**
 * k-means by Smile (k-means++ starts: Arthur, Vassilvitskii 2007), of several starts the one with the least sum of squared distances.
 *
 * <p>Only its centres are used: who belongs to them is found again here, in one order. {@code KMeans.lloyd} is not used, as its counts were
 * seen to differ between runs of one seed.
 */
final class Means {
    private static final int ROUNDS = 100;
    private static final double STILL = 1e-4;

    private Means() { }

    /**
     * At most {@code k} centres; fewer where there are fewer different points.
     *
     * @param seed the starts have this number and the ones after it
     */
    static double[][] centres(double[][] points, int k, int starts, long seed, Progress progress) {
        var different = new TreeSet<double[]>(Arrays::compare);
        for (double[] point : points) if (different.size() <= k) different.add(point);
        if (different.size() <= k) return different.toArray(double[][]::new);
        if (k == 1) return new double[][] {mean(points)};
        double[][] best = {};
        double least = Double.POSITIVE_INFINITY;
        for (int start = 0; start < starts; start++) {
            progress.at(start, starts);
            MathEx.setSeed(seed + start);
            double[][] centres = finite(KMeans.fit(points, new Clustering.Options(k, ROUNDS, STILL, new Cancel(progress))).centers());
            double far = 0;
            for (double[] point : points) far += squares(point, centres[nearest(point, centres)]);
            if (far < least) {
                least = far;
                best = centres;
            }
        }
        return best;
    }

    /** A centre that lost all its points may be no point at all. */
    private static double[][] finite(double[][] centres) {
        return Arrays.stream(centres).filter(c -> Arrays.stream(c).allMatch(Double::isFinite)).toArray(double[][]::new);
    }

    private static double[] mean(double[][] points) {
        double[] mean = new double[points[0].length];
        for (double[] point : points) for (int f = 0; f < mean.length; f++) mean[f] += point[f] / points.length;
        return mean;
    }

    /** The nearest centre, of equally near ones the first. */
    static int nearest(double[] point, double[][] centres) {
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int c = 0; c < centres.length; c++) {
            double far = squares(point, centres[c]);
            if (far < least) {
                least = far;
                best = c;
            }
        }
        return best;
    }

    static double squares(double[] a, double[] b) {
        double sum = 0;
        for (int f = 0; f < a.length; f++) sum += (a[f] - b[f]) * (a[f] - b[f]);
        return sum;
    }

    /** Looks at a cancel after each round. */
    private static final class Cancel extends IterativeAlgorithmController<AlgoStatus> {
        private final Progress progress;

        Cancel(Progress progress) {
            super(Runnable::run, 1);
            this.progress = progress;
        }

        @Override public void submit(AlgoStatus status) {
            progress.check();
        }
    }
}
