package shelfwise.evaluate;

import java.util.BitSet;
import java.util.List;
import shelfwise.model.TopN;

/**
 * The metrics of one user's list L with the relevant items R (those of the test part), at cut-off K. rank is 1 for the best, hits are the
 * ranks r ≤ K whose item is in R.
 *
 * <ul>
 * <li>hit-rate: 1 if there is a hit, else 0 (Deshpande, Karypis 2004)
 * <li>recall: hits / |R|; precision: hits / K, however short the list (Manning, Raghavan, Schütze 2008, 8.3)
 * <li>ndcg: Σ over hits of 1 / log₂(r + 1), divided by Σ for r = 1 to min(|R|, K) of the same (Järvelin, Kekäläinen 2002, binary gain)
 * <li>map: Σ over hits of (hits up to r) / r, divided by min(|R|, K)
 * <li>mrr: 1 / rank of the first hit, 0 if there is none (Voorhees 1999)
 * <li>novelty: mean over the rows of −log₂(share of training users with the item), at least one user (Zhou et al. 2010)
 * <li>popularity-share: mean over the rows of the share of training users with the item (Yin et al. 2012, as a share)
 * </ul>
 * The last two are NaN for an empty list.
 */
final class RankingMetrics {
    /** What is measured for each user, in this order. */
    static final List<String> BY_USER = List.of("hit-rate", "recall", "precision", "ndcg", "map", "mrr", "novelty", "popularity-share");
    /** Different items in all lists, as a share of all items; measured over all users at once. */
    static final String COVERAGE = "coverage";

    private final int[] cuts;
    private final double[] share;

    /**
     * @param cuts  cut-offs, ascending
     * @param share of training users that have each item, more than 0
     */
    RankingMetrics(int[] cuts, double[] share) {
        this.cuts = cuts;
        this.share = share;
    }

    int columns() {
        return BY_USER.size() * cuts.length;
    }

    /** Writes the values of one list from {@code at}: metric by metric, cut-off by cut-off. */
    void measure(TopN list, BitSet relevant, int relevantCount, double[] values, int at) {
        int hits = 0, first = 0, row = 0;
        double gain = 0, ideal = 0, precisions = 0, information = 0, shares = 0;
        for (int c = 0; c < cuts.length; c++) {
            for (; row < cuts[c]; row++) {
                double discount = discount(row + 1);
                if (row < relevantCount) ideal += discount;
                if (row >= list.size()) continue;
                information -= log2(share[list.number(row)]);
                shares += share[list.number(row)];
                if (!relevant.get(list.number(row))) continue;
                hits++;
                if (first == 0) first = row + 1;
                gain += discount;
                precisions += (double) hits / (row + 1);
            }
            int rows = Math.min(cuts[c], list.size());
            double[] all = {hits > 0 ? 1 : 0, (double) hits / relevantCount, (double) hits / cuts[c], gain / ideal,
                precisions / Math.min(relevantCount, cuts[c]), first > 0 ? 1.0 / first : 0, rows > 0 ? information / rows : Double.NaN,
                rows > 0 ? shares / rows : Double.NaN};
            for (int m = 0; m < all.length; m++) values[at + m * cuts.length + c] = all[m];
        }
    }

    private static double discount(int rank) {
        return 1 / log2(rank + 1);
    }

    private static double log2(double value) {
        return Math.log(value) / Math.log(2);
    }
}
