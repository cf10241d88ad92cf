package shelfwise.evaluate;

import java.util.List;

/**
 * How well a list L finds the relevant items R (those of the judged part), at cut-off K. A rank is 1 for the best, hits are the ranks
 * r ≤ K whose item is in R.
 *
 * <ul>
 * <li>hit-rate: 1 if there is a hit, else 0 (Deshpande, Karypis 2004)
 * <li>recall: hits / |R|; precision: hits / K, however short the list (Manning, Raghavan, Schütze 2008, 8.3)
 * <li>f1: harmonic mean of both, 2 · hits / (K + |R|) (van Rijsbergen 1979, chapter 7)
 * <li>ndcg: Σ over hits of 1 / log₂(r + 1), divided by Σ for r = 1 to min(|R|, K) of the same (Järvelin, Kekäläinen 2002, binary gain)
 * <li>map: Σ over hits of (hits up to r) / r, divided by min(|R|, K)
 * <li>mrr: 1 / rank of the first hit, 0 if there is none (Voorhees 1999)
 * </ul>
 */
final class Accuracy implements Family {
    static final List<String> METRICS = List.of("hit-rate", "recall", "precision", "f1", "ndcg", "map", "mrr");
    private final int[] cuts;
    private final double[] discounts;

    /** @param cuts ascending */
    Accuracy(int[] cuts) {
        this.cuts = cuts;
        discounts = discounts(cuts);
    }

    /** 1 / log₂(rank + 1) by place, 0 for rank 1. */
    static double[] discounts(int[] cuts) {
        double[] all = new double[cuts[cuts.length - 1]];
        for (int p = 0; p < all.length; p++) all[p] = Math.log(2) / Math.log(p + 2);
        return all;
    }

    @Override public List<String> metrics() {
        return METRICS;
    }

    @Override public void measure(OneList list, double[] values, int at) {
        int hits = 0, first = 0, row = 0, n = cuts.length;
        double gain = 0, ideal = 0, precisions = 0;
        for (int c = 0; c < n; c++) {
            int k = cuts[c];
            for (; row < k; row++) {
                if (row < list.wantedCount) ideal += discounts[row];
                if (!list.hit(row)) continue;
                hits++;
                if (first == 0) first = row + 1;
                gain += discounts[row];
                precisions += (double) hits / (row + 1);
            }
            values[at + c] = hits > 0 ? 1 : 0;
            values[at + n + c] = (double) hits / list.wantedCount;
            values[at + 2 * n + c] = (double) hits / k;
            values[at + 3 * n + c] = 2.0 * hits / (k + list.wantedCount);
            values[at + 4 * n + c] = gain / ideal;
            values[at + 5 * n + c] = precisions / Math.min(list.wantedCount, k);
            values[at + 6 * n + c] = first > 0 ? 1.0 / first : 0;
        }
    }
}
