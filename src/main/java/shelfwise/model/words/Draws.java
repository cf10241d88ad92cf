package shelfwise.model.words;

import java.util.SplittableRandom;

/** Draws numbers by given shares in constant time (alias method: Walker 1977, Vose 1991). */
final class Draws {
    private final double[] keep;
    private final int[] other;

    /** @param share of each number, not negative, one at least more than 0 */
    Draws(double[] share) {
        int n = share.length;
        keep = new double[n];
        other = new int[n];
        double sum = 0;
        for (double s : share) sum += s;
        int[] small = new int[n], large = new int[n];
        int smalls = 0, larges = 0;
        for (int k = 0; k < n; k++) {
            keep[k] = share[k] * n / sum;
            other[k] = k;
            if (keep[k] < 1) small[smalls++] = k;
            else large[larges++] = k;
        }
        while (smalls > 0 && larges > 0) {
            int s = small[--smalls], l = large[larges - 1];
            other[s] = l;
            keep[l] -= 1 - keep[s];
            if (keep[l] < 1) {
                larges--;
                small[smalls++] = l;
            }
        }
        while (smalls > 0) keep[small[--smalls]] = 1; // by rounding alone
    }

    int next(SplittableRandom random) {
        int k = random.nextInt(keep.length);
        return random.nextDouble() < keep[k] ? k : other[k];
    }
}
