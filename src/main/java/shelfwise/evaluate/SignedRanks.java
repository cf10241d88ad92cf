package shelfwise.evaluate;

import java.util.Arrays;

/**
 * Wilcoxon's signed rank test of paired differences (Wilcoxon 1945), two-sided. Zeros are handled as Pratt 1959 did: ranked with the others,
 * then left out. Equal sizes share their mean rank. Normal approximation with the corrections for zeros, ties and continuity
 * (Conover 1999, 5.7), good from about ten differences on. Cost: O(n log n).
 */
final class SignedRanks {
    private SignedRanks() { }

    /** How likely so uneven ranks are by chance; 1 if all differences are zero. */
    static double chance(double[] differences) {
        int n = differences.length;
        double[] sizes = Arrays.stream(differences).map(Math::abs).sorted().toArray();
        long zeros = 0;
        while (zeros < n && sizes[(int) zeros] == 0) zeros++;
        if (zeros == n) return 1;
        double[] negative = Arrays.stream(differences).filter(d -> d < 0).map(d -> -d).sorted().toArray();
        double positiveRanks = 0, tied = 0;
        for (int from = (int) zeros, below = 0; from < n; ) {
            int to = from;
            while (to < n && sizes[to] == sizes[from]) to++;
            int minus = 0;
            while (below + minus < negative.length && negative[below + minus] == sizes[from]) minus++;
            double group = to - from;
            positiveRanks += (from + 1 + to) / 2.0 * (group - minus);
            tied += group * group * group - group;
            below += minus;
            from = to;
        }
        return chance(positiveRanks, n, zeros, tied);
    }

    private static double chance(double positiveRanks, double n, double zeros, double tied) {
        double mean = (n * (n + 1) - zeros * (zeros + 1)) / 4;
        double variance = (n * (n + 1) * (2 * n + 1) - zeros * (zeros + 1) * (2 * zeros + 1)) / 24 - tied / 48;
        double off = Math.max(0, Math.abs(positiveRanks - mean) - 0.5);
        return Normal.twoSided(off / Math.sqrt(variance));
    }
}
