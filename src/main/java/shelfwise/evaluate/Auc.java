package shelfwise.evaluate;

import java.util.Arrays;

/**
 * Area under the ROC curve of one user's whole ranking: of all pairs of a relevant and an irrelevant candidate, the share in which the
 * relevant one has the higher score, equal scores counting one half (Hanley, McNeil 1982; Rendle et al. 2009 for recommenders). Exact.
 * Items on which the model is silent stand behind all others, as equals. For one thread. Cost: O(items · log relevant).
 */
final class Auc {
    /** Up to so many relevant items, one plain pass for each is faster than looking each item up among them. */
    private static final int PASSES = 12;
    private float[] wanted = new float[64];
    private int[] between = new int[64];

    /**
     * @param scores     of all items, those left out at −∞
     * @param candidates items that are not left out
     * @param relevant   candidates that are relevant: {@code items[from]} to {@code items[to - 1]}
     * @return NaN if all candidates are relevant
     */
    double of(float[] scores, int candidates, int[] items, int from, int to) {
        int n = to - from;
        long others = candidates - n;
        if (others == 0) return Double.NaN;
        if (wanted.length < n) wanted = new float[2 * n];
        for (int k = 0; k < n; k++) wanted[k] = scores[items[from + k]];
        double below = n <= PASSES ? byPasses(scores, n, candidates) : bySearch(scores, n, candidates);
        return (below - n * (n - 1.0) / 2) / ((double) n * others); // the pairs among the relevant add up to just that
    }

    /** Candidates below each relevant one, equals counting one half, summed over the relevant ones, pairs among them included. */
    private double byPasses(float[] scores, int n, int candidates) {
        double sum = 0;
        for (int k = 0; k < n; k++) {
            float mine = wanted[k];
            int above = 0, equal = 0;
            for (float s : scores) {
                if (s > mine) above++;
                if (s == mine) equal++;
            }
            if (mine == Float.NEGATIVE_INFINITY) equal = candidates - above; // those left out are silent as well
            sum += candidates - above - equal + (equal - 1) / 2.0;
        }
        return sum;
    }

    private double bySearch(float[] scores, int n, int candidates) {
        Arrays.sort(wanted, 0, n);
        if (between.length < 2 * n + 1) between = new int[4 * n + 2];
        Arrays.fill(between, 0, 2 * n + 1, 0);
        for (float s : scores) between[place(s, n)]++;
        double sum = 0;
        for (int k = 0; k < n; k++) {
            int first = k;
            while (k + 1 < n && wanted[k + 1] == wanted[first]) k++;
            int equal = between[2 * first + 1], above = 0;
            for (int p = 2 * k + 2; p <= 2 * n; p++) above += between[p];
            if (wanted[first] == Float.NEGATIVE_INFINITY) equal = candidates - above;
            sum += (k - first + 1) * (candidates - above - equal + (equal - 1) / 2.0);
        }
        return sum;
    }

    /** 2k + 1 for a score equal to the k-th wanted one (the first of equal ones), 2k for one between those before it and it. */
    private int place(float score, int n) {
        int low = 0;
        for (int left = n; left > 1; ) { // without a branch on the scores, which no processor could foresee
            int half = left >>> 1;
            low += wanted[low + half - 1] < score ? half : 0;
            left -= half;
        }
        if (wanted[low] < score) low++;
        return low < n && wanted[low] == score ? 2 * low + 1 : 2 * low;
    }
}
