package shelfwise.evaluate;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The randomisation test of paired differences (Fisher 1935; Smucker, Allan, Carterette 2007 for retrieval), two-sided: if the models are
 * equally good, each user's difference could as well have the other sign. How often do signs drawn at random give a sum as far from 0?
 *
 * <p>Eight differences are taken together: the sums of their 256 signings are worked out once, and a round takes one of them by a random byte.
 * Cost: O(n · rounds / 8).
 *
 * @param rounds signings drawn
 */
record Randomisation(int rounds, long seed) {
    private static final int TOGETHER = 8, SIGNINGS = 1 << TOGETHER;
    /** Sums that differ by less than this, relative to the largest possible sum, are equal: they differ by rounding alone. */
    private static final double ROUNDING = 1e-12;

    /** (as extreme + 1) / (rounds + 1), so that it is never 0; NaN without rounds. */
    double chance(double[] differences) {
        if (rounds == 0) return Double.NaN;
        double[] of = Arrays.stream(differences).filter(d -> d != 0).toArray();
        var random = new SplittableRandom(seed);
        double[] sums = new double[rounds], signings = new double[SIGNINGS];
        for (int from = 0; from < of.length; from += TOGETHER) {
            sign(of, from, signings);
            long bytes = 0;
            for (int r = 0; r < rounds; r++) {
                if (r % Long.BYTES == 0) bytes = random.nextLong();
                sums[r] += signings[(int) bytes & SIGNINGS - 1];
                bytes >>>= TOGETHER;
            }
        }
        double largest = Arrays.stream(of).map(Math::abs).sum(), found = Math.abs(Arrays.stream(of).sum()) - ROUNDING * largest;
        long extreme = Arrays.stream(sums).filter(s -> Math.abs(s) >= found).count();
        return (extreme + 1.0) / (rounds + 1.0);
    }

    private static void sign(double[] of, int from, double[] signings) {
        Arrays.fill(signings, 0);
        for (int b = 0; b < TOGETHER && from + b < of.length; b++) {
            for (int s = 0; s < SIGNINGS; s++) signings[s] += (s >>> b & 1) == 0 ? of[from + b] : -of[from + b];
        }
    }
}
