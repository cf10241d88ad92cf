package shelfwise.model.interests;

import java.util.Arrays;
import shelfwise.base.Progress;
import shelfwise.model.Workers;

/**
 * A mixture of Gaussians with diagonal covariances, by expectation and maximisation (Dempster, Laird, Rubin 1977) from the centres of
 * k-means. Smile's own needs a native library even for diagonal covariances. Variances are kept above a small part of the mean one, so
 * that no Gaussian falls onto a single point.
 *
 * @param logShare log of each Gaussian's share of the points
 * @param mean     Gaussians x dimensions
 * @param variance Gaussians x dimensions
 */
record Mixture(double[] logShare, double[][] mean, double[][] variance) {
    private static final int ROUNDS = 100, BLOCK = 256;
    private static final double LEAST_VARIANCE = 1e-2, TINY = 1e-12, STILL = 1e-6;

    static Mixture fit(double[][] points, double[][] centres, Workers workers, Progress progress) {
        int k = centres.length, n = points.length;
        double least = LEAST_VARIANCE * spread(points) + TINY;
        double[][] part = new double[n][k];
        for (int i = 0; i < n; i++) part[i][Means.nearest(points[i], centres)] = 1;
        var mixture = new Mixture(new double[k], new double[k][], new double[k][]);
        Progress look = (_, _) -> progress.check();
        mixture.maximise(points, part, least, workers, look);
        double before = Double.NEGATIVE_INFINITY;
        for (int round = 0; round < ROUNDS; round++) {
            progress.at(round, ROUNDS);
            double[] likely = new double[n];
            workers.each(n, BLOCK, look, () -> part, (p, from, to) -> {
                for (int i = from; i < to; i++) likely[i] = mixture.parts(points[i], p[i]);
            });
            double sum = 0;
            for (double l : likely) sum += l;
            if (sum - before <= STILL * Math.abs(sum)) return mixture;
            before = sum;
            mixture.maximise(points, part, least, workers, look);
        }
        return mixture;
    }

    /** The mean variance of a dimension over all points. */
    private static double spread(double[][] points) {
        int d = points[0].length;
        double all = 0;
        for (int f = 0; f < d; f++) {
            double sum = 0, squares = 0;
            for (double[] p : points) {
                sum += p[f];
                squares += p[f] * p[f];
            }
            all += Math.max(0, squares / points.length - sum / points.length * sum / points.length);
        }
        return all / d;
    }

    /** Each Gaussian's part in a point, 0 to 1, adding up to 1. @return the log of the point's likelihood */
    double parts(double[] point, double[] parts) {
        double most = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < parts.length; c++) most = Math.max(most, parts[c] = logDensity(c, point));
        double sum = 0;
        for (int c = 0; c < parts.length; c++) sum += parts[c] = Math.exp(parts[c] - most);
        for (int c = 0; c < parts.length; c++) parts[c] /= sum;
        return most + Math.log(sum);
    }

    private double logDensity(int c, double[] point) {
        if (logShare[c] == Double.NEGATIVE_INFINITY) return logShare[c];
        double sum = 0;
        for (int f = 0; f < point.length; f++) {
            double away = point[f] - mean[c][f];
            sum += away * away / variance[c][f] + Math.log(variance[c][f]);
        }
        return logShare[c] - 0.5 * (sum + point.length * Math.log(2 * Math.PI));
    }

    private void maximise(double[][] points, double[][] part, double least, Workers workers, Progress look) {
        workers.each(mean.length, 1, look, () -> part, (p, from, to) -> {
            for (int c = from; c < to; c++) maximise(points, p, least, c);
        });
    }

    private void maximise(double[][] points, double[][] part, double least, int c) {
        int d = points[0].length;
        double all = 0;
        double[] sum = new double[d], spread = new double[d];
        for (int i = 0; i < points.length; i++) {
            all += part[i][c];
            for (int f = 0; f < d; f++) sum[f] += part[i][c] * points[i][f];
        }
        logShare[c] = Math.log(all / points.length);
        for (int f = 0; f < d; f++) sum[f] = all > 0 ? sum[f] / all : 0;
        for (int i = 0; i < points.length; i++) {
            for (int f = 0; f < d; f++) spread[f] += part[i][c] * (points[i][f] - sum[f]) * (points[i][f] - sum[f]);
        }
        for (int f = 0; f < d; f++) spread[f] = Math.max(least, all > 0 ? spread[f] / all : least);
        mean[c] = sum;
        variance[c] = spread;
    }

    int size() {
        return mean.length;
    }

    /** Parts of a point that are worth keeping. */
    static double[] clear(double[] parts, double smallest) {
        double[] kept = Arrays.stream(parts).map(p -> p < smallest ? 0 : p).toArray();
        double sum = Arrays.stream(kept).sum();
        return Arrays.stream(kept).map(p -> p / sum).toArray();
    }
}
