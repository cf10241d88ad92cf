package shelfwise.model.vectors;

import java.util.Arrays;

/**
 * Parts the items of one history into groups of like items: spherical k-means (Dhillon, Modha 2001) on the cosines of its items alone, so
 * that it works in any space, with first centres chosen one by one so that each brings the most (greedy k-means++: Arthur, Vassilvitskii
 * 2007, with every item tried instead of some drawn by chance). Nothing is drawn by chance. Cost: O(items² · (groups + rounds)).
 */
final class Groups {
    private static final int ROUNDS = 20;
    private static final double NO_GAIN = 1e-9;

    private final int n;
    private final double[] cosine;
    private final float[] weight;
    private final int[] group;
    private int groups;

    private Groups(double[] cosine, float[] weight) {
        n = weight.length;
        this.cosine = cosine;
        this.weight = weight;
        group = new int[n];
    }

    /**
     * @param cosine n x n, symmetric
     * @param weight of each of the n items, more than 0
     * @param most   groups at most
     * @return each item's group, from 0
     */
    static int[] of(double[] cosine, float[] weight, int most) {
        var made = new Groups(cosine, weight);
        made.seed(Math.min(most, weight.length));
        for (int round = 0; round < ROUNDS && made.move(); round++) { }
        return made.group;
    }

    private void seed(int most) {
        double[] far = new double[n];
        Arrays.fill(far, 2); // the largest distance 1 - cosine there can be
        double before = Double.POSITIVE_INFINITY;
        while (groups < most) {
            int best = -1;
            double least = before - NO_GAIN;
            for (int c = 0; c < n; c++) {
                double sum = 0;
                for (int i = 0; i < n && sum < least; i++) sum += weight[i] * Math.min(far[i], 1 - cosine[c * n + i]);
                if (sum < least) {
                    least = sum;
                    best = c;
                }
            }
            if (best < 0) return;
            for (int i = 0; i < n; i++) {
                double d = 1 - cosine[best * n + i];
                if (d < far[i]) {
                    far[i] = d;
                    group[i] = groups;
                }
            }
            before = least;
            groups++;
        }
    }

    /** Gives each item to the nearest centre. @return whether one moved */
    private boolean move() {
        double[] squares = new double[groups], with = new double[n * groups];
        for (int i = 0; i < n; i++) {
            for (int other = 0; other < n; other++) with[i * groups + group[other]] += weight[other] * cosine[i * n + other];
        }
        for (int i = 0; i < n; i++) squares[group[i]] += weight[i] * with[i * groups + group[i]];
        boolean moved = false;
        for (int i = 0; i < n; i++) {
            int best = group[i];
            double nearest = near(with, squares, i, best);
            for (int g = 0; g < groups; g++) {
                double near = near(with, squares, i, g);
                if (near > nearest + NO_GAIN) {
                    nearest = near;
                    best = g;
                }
            }
            moved |= best != group[i];
            group[i] = best;
        }
        return moved;
    }

    private double near(double[] with, double[] squares, int i, int g) {
        return squares[g] > 0 ? with[i * groups + g] / Math.sqrt(squares[g]) : Double.NEGATIVE_INFINITY;
    }
}
