package shelfwise.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.BitSet;
import org.junit.jupiter.api.Test;
import shelfwise.model.TopN;

class RankingMetricsTest {
    /** Of 8 training users item 0 has 4, item 1 has 2, item 2 has 1, items 3 and 4 have 8. */
    private static final double[] SHARE = {0.5, 0.25, 0.125, 1, 1};

    /** The values of the list with these items, best first. */
    private static double[] measure(int[] cuts, int[] relevant, int... list) {
        var top = new TopN(Math.max(1, list.length));
        for (int p = 0; p < list.length; p++) top.offer(list[p], list.length - p);
        top.sort();
        var wanted = new BitSet();
        for (int i : relevant) wanted.set(i);
        var metrics = new RankingMetrics(cuts, SHARE);
        double[] values = new double[metrics.columns()];
        metrics.measure(top, wanted, relevant.length, values, 0);
        return values;
    }

    private static double of(String metric, double[] values) {
        int cuts = values.length / RankingMetrics.BY_USER.size();
        assertEquals(1, cuts);
        return values[RankingMetrics.BY_USER.indexOf(metric)];
    }

    private static double[] at(int k, int[] relevant, int... list) {
        return measure(new int[] {k}, relevant, list);
    }

    private static double log2(double x) {
        return Math.log(x) / Math.log(2);
    }

    // List 3, 0, 4, 1 with 0, 1 and 2 relevant: hits at ranks 2 and 4, item 2 is not found.
    private static final int[] RELEVANT = {0, 1, 2}, LIST = {3, 0, 4, 1};

    @Test void hitRateIsOneFromTheFirstHitOn() {
        assertEquals(0, of("hit-rate", at(1, RELEVANT, LIST)));
        assertEquals(1, of("hit-rate", at(2, RELEVANT, LIST)));
        assertEquals(1, of("hit-rate", at(4, RELEVANT, LIST)));
    }

    @Test void recallIsOfTheRelevantItems() {
        assertEquals(1.0 / 3, of("recall", at(2, RELEVANT, LIST)), 1e-12);
        assertEquals(2.0 / 3, of("recall", at(4, RELEVANT, LIST)), 1e-12);
    }

    @Test void precisionIsOfTheCutOffHoweverShortTheList() {
        assertEquals(1.0 / 2, of("precision", at(2, RELEVANT, LIST)), 1e-12);
        assertEquals(2.0 / 4, of("precision", at(4, RELEVANT, LIST)), 1e-12);
        assertEquals(2.0 / 10, of("precision", at(10, RELEVANT, LIST)), 1e-12); // 4 rows, 10 asked for
    }

    @Test void ndcgDividesByTheBestThatWasPossible() {
        // gain 1/log2(3) + 1/log2(5) = 0.63093 + 0.43068; best: ranks 1, 2, 3: 1 + 0.63093 + 0.5
        assertEquals((0.63093 + 0.43068) / 2.13093, of("ndcg", at(4, RELEVANT, LIST)), 1e-5);
        // at 2: gain 0.63093; best of two rows: 1 + 0.63093
        assertEquals(0.63093 / 1.63093, of("ndcg", at(2, RELEVANT, LIST)), 1e-5);
        // one relevant item at rank 3: 1/log2(4) = 1/2 of 1
        assertEquals(0.5, of("ndcg", at(3, new int[] {4}, LIST)), 1e-12);
        assertEquals(1, of("ndcg", at(4, new int[] {3, 0}, LIST)), 1e-12);
    }

    @Test void mapAveragesThePrecisionAtEachHit() {
        // precision 1/2 at rank 2 and 2/4 at rank 4, over min(3, 4) = 3 that could be found
        assertEquals((0.5 + 0.5) / 3, of("map", at(4, RELEVANT, LIST)), 1e-12);
        // at 2: 1/2 over min(3, 2) = 2
        assertEquals(0.25, of("map", at(2, RELEVANT, LIST)), 1e-12);
    }

    @Test void mrrIsOneOverTheFirstHitsRank() {
        assertEquals(0, of("mrr", at(1, RELEVANT, LIST)));
        assertEquals(0.5, of("mrr", at(4, RELEVANT, LIST)), 1e-12);
        assertEquals(0.25, of("mrr", at(4, new int[] {1}, LIST)), 1e-12);
    }

    @Test void noveltyIsTheMeanInformation() {
        // item 3: 0 bits, item 0: 1 bit, item 4: 0, item 1: 2 bits
        assertEquals((0 + 1 + 0 + 2) / 4.0, of("novelty", at(4, RELEVANT, LIST)), 1e-12);
        assertEquals((0 + 1) / 2.0, of("novelty", at(2, RELEVANT, LIST)), 1e-12);
        assertEquals(3 / 4.0, of("novelty", at(10, RELEVANT, LIST)), 1e-12, "over the rows there are");
    }

    @Test void popularityShareIsTheMeanShareOfUsers() {
        assertEquals((1 + 0.5 + 1 + 0.25) / 4, of("popularity-share", at(4, RELEVANT, LIST)), 1e-12);
        assertEquals(0.75, of("popularity-share", at(2, RELEVANT, LIST)), 1e-12);
    }

    @Test void anEmptyListFindsNothingAndHasNoNovelty() {
        double[] values = at(5, RELEVANT);
        for (String metric : RankingMetrics.BY_USER.subList(0, 6)) assertEquals(0, of(metric, values), metric);
        assertEquals(Double.NaN, of("novelty", values));
        assertEquals(Double.NaN, of("popularity-share", values));
    }

    @Test void severalCutOffsAreThoseOfEachAlone() {
        int[] cuts = {1, 2, 3, 7};
        double[] together = measure(cuts, RELEVANT, LIST);
        for (int c = 0; c < cuts.length; c++) {
            int column = c;
            double[] mine = Arrays.stream(new int[] {0, 1, 2, 3, 4, 5, 6, 7}).mapToDouble(m -> together[m * 4 + column]).toArray();
            assertEquals(Arrays.toString(at(cuts[c], RELEVANT, LIST)), Arrays.toString(mine));
        }
    }

    @Test void aFullHitListReachesTheTop() {
        double[] values = at(3, new int[] {0, 1, 2}, 2, 1, 0);
        for (String metric : RankingMetrics.BY_USER.subList(0, 6)) assertEquals(1, of(metric, values), 1e-12, metric);
        assertEquals(-(log2(0.5) + log2(0.25) + log2(0.125)) / 3, of("novelty", values), 1e-12);
    }
}
