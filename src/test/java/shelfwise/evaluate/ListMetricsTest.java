package shelfwise.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import shelfwise.data.Sparse;

/** One list's metrics against values worked out by hand. */
class ListMetricsTest {
    /** Of 8 training users item 0 has 4, item 1 has 2, item 2 has 1, items 3 and 4 have 8. */
    private static final int[] USERS = {4, 2, 1, 8, 8};

    /** The values of the list with these items, best first. */
    private static double[] measure(Family family, int cuts, int[] relevant, int... list) {
        var one = new OneList();
        one.items = list;
        one.rows = list.length;
        for (int i : relevant) one.wanted.set(i);
        one.wantedCount = relevant.length;
        double[] values = new double[family.metrics().size() * cuts];
        family.measure(one, values, 0);
        return values;
    }

    private static double of(String metric, double[] values) {
        return values[Accuracy.METRICS.indexOf(metric)];
    }

    private static double[] at(int k, int[] relevant, int... list) {
        return measure(new Accuracy(new int[] {k}), 1, relevant, list);
    }

    private static double[] familiarity(int k, int... list) {
        return measure(new Familiarity(new int[] {k}, USERS, 8), 1, new int[0], list);
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

    @Test void f1IsTheHarmonicMeanOfPrecisionAndRecall() {
        double precision = 2 / 4.0, recall = 2 / 3.0;
        assertEquals(2 * precision * recall / (precision + recall), of("f1", at(4, RELEVANT, LIST)), 1e-12);
        assertEquals(0, of("f1", at(1, RELEVANT, LIST)));
    }

    @Test void noveltyIsTheMeanInformation() {
        // item 3: 0 bits, item 0: 1 bit, item 4: 0, item 1: 2 bits
        assertEquals((0 + 1 + 0 + 2) / 4.0, familiarity(4, LIST)[0], 1e-12);
        assertEquals((0 + 1) / 2.0, familiarity(2, LIST)[0], 1e-12);
        assertEquals(3 / 4.0, familiarity(10, LIST)[0], 1e-12, "over the rows there are");
    }

    @Test void popularityIsTheMeanNumberOrShareOfUsers() {
        assertEquals((1 + 0.5 + 1 + 0.25) / 4, familiarity(4, LIST)[1], 1e-12);
        assertEquals((8 + 4 + 8 + 2) / 4.0, familiarity(4, LIST)[2], 1e-12);
        assertEquals((8 + 4) / 2.0, familiarity(2, LIST)[2], 1e-12);
    }

    @Test void anEmptyListFindsNothingAndHasNoPopularity() {
        for (double value : at(5, RELEVANT)) assertEquals(0, value);
        for (double value : familiarity(5)) assertEquals(Double.NaN, value);
    }

    @Test void severalCutOffsAreThoseOfEachAlone() {
        int[] cuts = {1, 2, 3, 7};
        double[] together = measure(new Accuracy(cuts), 4, RELEVANT, LIST);
        for (int c = 0; c < cuts.length; c++) {
            int column = c;
            double[] mine = IntStream.range(0, Accuracy.METRICS.size()).mapToDouble(m -> together[m * 4 + column]).toArray();
            assertEquals(Arrays.toString(at(cuts[c], RELEVANT, LIST)), Arrays.toString(mine));
        }
    }

    @Test void aListOfAllThatIsWantedReachesTheTop() {
        for (double value : at(3, new int[] {0, 1, 2}, 2, 1, 0)) assertEquals(1, value, 1e-12);
    }

    @Test void gradesCountAsTheyAreOrAsPowersOfTwo() {
        // grades: item 0 has 3, item 1 has 1, item 2 has 2. List 3, 0, 4, 1: grade 3 at rank 2, grade 1 at rank 4
        var grades = new Sparse(1, 5, new int[] {0, 3}, new int[] {0, 1, 2}, new float[] {3, 1, 2});
        double[] found = measure(new GradedGain(new int[] {4}, grades), 1, RELEVANT, LIST);
        assertEquals((3 / log2(3) + 1 / log2(5)) / (3 + 2 / log2(3) + 1 / log2(4)), found[0], 1e-12);
        assertEquals((7 / log2(3) + 1 / log2(5)) / (7 + 3 / log2(3) + 1 / log2(4)), found[1], 1e-12);
        assertEquals(7 / log2(3) / (7 + 3 / log2(3)), measure(new GradedGain(new int[] {2}, grades), 1, RELEVANT, LIST)[1], 1e-12);
    }

    @Test void weightsAreGradesIfTheyDifferAndAreNotTooLarge() {
        assertEquals(true, GradedGain.fits(new float[] {1, 5, 0}));
        assertEquals(false, GradedGain.fits(new float[] {1, 1, 1}));
        assertEquals(false, GradedGain.fits(new float[] {1, 31}));
        assertEquals(false, GradedGain.fits(new float[] {1, -1}));
    }

    @Test void diversityIsTheMeanDistanceOfThePairsThatAreKnown() {
        // 0 and 1 share one of three categories, 2 shares none with 1 and both of one with 0, nothing is known of 3
        var categories = new ItemCategories(java.util.List.of("a", "b", "c"), new int[][] {{0, 1}, {1, 2}, {0}, {}});
        assertEquals(1 - 1 / 3.0, categories.distance(0, 1), 1e-12);
        assertEquals(1 - 1 / 2.0, categories.distance(2, 0), 1e-12);
        double[] found = measure(new Diversity("d", new int[] {1, 2, 4}, categories::distance), 3, new int[0], 0, 1, 3, 2);
        assertEquals(Double.NaN, found[0]);
        assertEquals(2 / 3.0, found[1], 1e-12);
        assertEquals((2 / 3.0 + 0.5 + 1) / 3, found[2], 1e-12);
        assertEquals(1 - 1 / Math.sqrt(2), ItemFacts.distance(new float[] {1, 0}, new float[] {(float) Math.sqrt(0.5), (float) Math.sqrt(0.5)}), 1e-7);
    }

    @Test void moneyIsThatOfTheHits() {
        double[] prices = {10, 4, 100, 1, Double.NaN};
        assertEquals(14, measure(new Money("revenue", new int[] {4}, prices), 1, RELEVANT, LIST)[0]);
        assertEquals(10, measure(new Money("revenue", new int[] {3}, prices), 1, new int[] {0, 4}, LIST)[0], "no price counts 0");
    }
}
