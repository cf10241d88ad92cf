package shelfwise.bench;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import shelfwise.data.Ids;
import shelfwise.data.Interactions;
import shelfwise.data.Split;

/**
 * Events of the size and shape of MovieLens-20M, drawn anew from a seed: 138,493 users, 26,744 items, 20,000,263 pairs of weight 1. The
 * item of rank r is drawn with a weight proportional to (r + 250)^−1.6, no user has one twice, and the users' numbers of pairs are
 * log-normal (σ = 1), at least 20 and at most 9,254.
 */
final class Synthetic {
    static final int USERS = 138_493, ITEMS = 26_744, PAIRS = 20_000_263;
    private static final int LEAST = 20, MOST = 9_254;
    private static final double SHIFT = 250, EXPONENT = -1.6;
    private static final long SEED = 20;

    private Synthetic() { }

    /** All for training. */
    static Split all() {
        var random = new SplittableRandom(SEED);
        int[] count = counts(random);
        double[] upTo = popularity();
        int[] number = numbers(random), user = new int[PAIRS], item = new int[PAIRS];
        boolean[] taken = new boolean[ITEMS];
        for (int u = 0, n = 0; u < USERS; u++) {
            int from = n;
            while (n < from + count[u]) {
                int drawn = number[draw(upTo, random.nextDouble())];
                if (taken[drawn]) continue;
                taken[drawn] = true;
                user[n] = u;
                item[n++] = drawn;
            }
            for (int e = from; e < n; e++) taken[item[e]] = false;
        }
        float[] weight = new float[PAIRS];
        Arrays.fill(weight, 1);
        var events = new Interactions(ids(USERS), ids(ITEMS), user, item, IntStream.range(0, PAIRS).asLongStream().toArray(), weight, false);
        return new Split(events, events.pick(new int[0]), events.pick(new int[0]), "none");
    }

    /** Pairs of each user, {@link #PAIRS} together. */
    private static int[] counts(SplittableRandom random) {
        double[] activity = new double[USERS];
        for (int u = 0; u < USERS; u++) activity[u] = Math.exp(random.nextGaussian());
        double low = 1, high = MOST;
        for (int k = 0; k < 60; k++) {
            double middle = (low + high) / 2;
            if (Arrays.stream(counts(activity, middle)).asLongStream().sum() > PAIRS) high = middle;
            else low = middle;
        }
        int[] count = counts(activity, low);
        int missing = PAIRS - Arrays.stream(count).sum();
        for (int u = 0; missing > 0; u = (u + 1) % USERS) {
            if (count[u] == MOST) continue;
            count[u]++;
            missing--;
        }
        return count;
    }

    private static int[] counts(double[] activity, double scale) {
        return Arrays.stream(activity).mapToInt(a -> (int) Math.clamp(a * scale, LEAST, MOST)).toArray();
    }

    /** Of each rank, the share of draws that fall on it or a better one. */
    private static double[] popularity() {
        double[] upTo = new double[ITEMS];
        double sum = 0;
        for (int r = 0; r < ITEMS; r++) upTo[r] = sum += Math.pow(r + SHIFT, EXPONENT);
        for (int r = 0; r < ITEMS; r++) upTo[r] /= sum;
        return upTo;
    }

    private static int draw(double[] upTo, double share) {
        int at = Arrays.binarySearch(upTo, share);
        return Math.min(ITEMS - 1, at < 0 ? -at - 1 : at + 1);
    }

    /** Numbers of the items by their rank, shuffled. */
    private static int[] numbers(SplittableRandom random) {
        int[] number = IntStream.range(0, ITEMS).toArray();
        for (int k = ITEMS - 1; k > 0; k--) {
            int other = random.nextInt(k + 1), swap = number[k];
            number[k] = number[other];
            number[other] = swap;
        }
        return number;
    }

    private static Ids ids(int n) {
        return new Ids(IntStream.range(0, n).mapToObj(Integer::toString).toList());
    }
}
