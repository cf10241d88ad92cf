package shelfwise.model.knn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import shelfwise.base.Progress;
import shelfwise.base.ProblemException;
import shelfwise.data.Interactions;
import shelfwise.data.Sparse;
import shelfwise.model.Tiny;
import shelfwise.model.Weights;
import shelfwise.model.Workers;

/** Every measure by hand, and against {@link DenseMeasure} on random matrices with all kinds of settings. */
class MeasureTest {
    private static final int SEEDS = 60;
    private static final double MISSING = Double.NaN;

    private static Likeness likeness(Measure measure, Norms norms, Weighting weighting, Weights weights) {
        return new Likeness(measure, norms, 0.3, 0.8, new Likeness.Weighing(weights, weighting, 1.2, 0.75), new Likeness.Shrinkage(0, 0, 1));
    }

    private static Likeness likeness(Measure measure) {
        return likeness(measure, Norms.FULL, Weighting.NONE, Weights.AS_THEY_ARE);
    }

    private static Sparse sparse(double[][] dense) {
        int n = (int) Arrays.stream(dense).flatMapToDouble(Arrays::stream).filter(v -> !Double.isNaN(v)).count(), at = 0;
        int[] row = new int[n], column = new int[n];
        float[] value = new float[n];
        for (int r = 0; r < dense.length; r++) {
            for (int c = 0; c < dense[r].length; c++) {
                if (Double.isNaN(dense[r][c])) continue;
                row[at] = r;
                column[at] = c;
                value[at++] = (float) dense[r][c];
            }
        }
        return Sparse.of(dense.length, dense[0].length, row, column, value);
    }

    /** All similarities above 0, the asking row first. */
    private static double[][] measured(double[][] raw, Likeness likeness, boolean asked) {
        double[][] found = new double[raw.length][raw.length];
        Neighbours near = Neighbours.of(new RowMeasure(sparse(raw), likeness, asked, "test"), raw.length, "test", new Workers(2), Progress.NONE);
        for (int r = 0; r < raw.length; r++) {
            for (int e = near.start()[r]; e < near.start()[r + 1]; e++) {
                if (asked) found[r][near.number()[e]] = near.similarity()[e];
                else found[near.number()[e]][r] = near.similarity()[e];
            }
        }
        return found;
    }

    private static double of(Measure measure, double[]... rows) {
        return measured(rows, likeness(measure), true)[0][1];
    }

    @ParameterizedTest @EnumSource(Measure.class)
    void agreesWithItsDefinitionOnRandomMatrices(Measure measure) {
        for (int seed = 0; seed < SEEDS; seed++) {
            var random = new SplittableRandom(seed);
            double[][] raw = new double[2 + random.nextInt(7)][1 + random.nextInt(9)];
            for (double[] row : raw) Arrays.setAll(row, _ -> random.nextInt(3) == 0 ? MISSING : 1 + random.nextInt(5));
            Weights weights = measure.centred() || random.nextBoolean() ? Weights.AS_THEY_ARE : Weights.BINARY;
            var weighing = new Likeness.Weighing(weights, Weighting.values()[random.nextInt(3)], 1.2, 0.75);
            var shrinkage = new Likeness.Shrinkage(random.nextInt(2) * 3.5, random.nextInt(2) * 2.5, 1 + random.nextInt(2));
            var likeness = new Likeness(measure, Norms.values()[random.nextInt(2)], 0.3, 0.8, weighing, shrinkage);
            boolean asked = random.nextBoolean();
            double[][] found = measured(raw, likeness, asked);
            var dense = new DenseMeasure(raw, likeness);
            for (int a = 0; a < raw.length; a++) {
                for (int b = 0; b < raw.length; b++) {
                    if (a != b) assertEquals(Math.max(0, dense.of(a, b)), found[a][b], 2e-5, "seed " + seed + ": " + a + ", " + b + " of " + likeness);
                }
            }
        }
    }

    private static final double[] A = {3, 4, MISSING, 1}, B = {1, MISSING, 2, 2};

    @Test void cosineIsOverWholeRows() {
        // 3·1 + 1·2 = 5; √26 and √9
        assertEquals(5 / (Math.sqrt(26) * 3), of(Measure.COSINE, A, B), 1e-6);
        assertEquals(5, of(Measure.DOT, A, B), 1e-6);
    }

    @Test void adjustedCosineTakesTheMeanOfTheColumn() {
        // column means 2, 4, 2, 1.5: (1, 0, –, –0.5) and (–1, –, 0, 0.5) and, to turn the sign, the third row (5 of the first: means 3, 4, 2, 1.5)
        double dot = 0 * -2 + -0.5 * 0.5;
        assertTrue(dot < 0);
        assertEquals(0, of(Measure.ADJUSTED_COSINE, A, B, new double[] {5, MISSING, MISSING, MISSING}), 1e-6, "unlike rows are no neighbours");
        // means 3, 3, 2: (2, –1, 0) and (1, –, –) less: rows 5 2 2 / 4 – – / 0 4 2
        assertEquals(1 * 2 / (Math.sqrt(4 + 1) * 1), of(Measure.ADJUSTED_COSINE, new double[] {5, 2, 2}, new double[] {4, MISSING, MISSING}, new double[] {0, 4, 2}), 1e-6);
    }

    @Test void pearsonTakesTheMeanOfTheRow() {
        // (1, 2, 3) − 2 and (2, 2, 5) − 3: (−1, 0, 1)·(−1, −1, 2) = 3; √2 and √6
        assertEquals(3 / Math.sqrt(12), of(Measure.PEARSON, new double[] {1, 2, 3}, new double[] {2, 2, 5}), 1e-6);
    }

    @Test void setMeasuresCountPlaces() {
        // 2 in common of 3 and 3
        assertEquals(2 / 4.0, of(Measure.JACCARD, A, B), 1e-6);
        assertEquals(2 * 2 / 6.0, of(Measure.DICE, A, B), 1e-6);
        // 2 of 4 columns where 3/4 · 3/4 were to be expected
        assertEquals(0.5 / (9 / 16.0), of(Measure.LIFT, A, B), 1e-6);
        // alpha 0.3, beta 0.8, one place of its own each; then none and one
        assertEquals(2 / (2 + 0.3 + 0.8), of(Measure.TVERSKY, A, B), 1e-6);
        assertEquals(2 / (2 + 0.8), of(Measure.TVERSKY, new double[] {3, MISSING, MISSING, 1}, B), 1e-6);
    }

    @Test void logLikelihoodIsDunningsRatio() {
        // both 2, only a 0, only b 0, neither 2: G = 2·4·ln 2 = 5.545
        double g = 8 * Math.log(2);
        assertEquals(g / (1 + g), of(Measure.LOG_LIKELIHOOD, new double[] {1, 1, MISSING, MISSING}, new double[] {1, 1, MISSING, MISSING}), 1e-6);
        // both 1, only a 1, only b 1, neither 1: just chance
        assertEquals(0, of(Measure.LOG_LIKELIHOOD, new double[] {1, 1, MISSING, MISSING}, new double[] {1, MISSING, 1, MISSING}), 1e-6);
    }

    @Test void asymmetricCosineKnowsWhoAsks() {
        double[] one = {1, MISSING, MISSING, MISSING}, four = {1, 1, 1, 1};
        double[][] found = measured(new double[][] {one, four}, likeness(Measure.ASYMMETRIC_COSINE), true);
        // ‖one‖² = 1, ‖four‖² = 4, alpha 0.3: 1 / (1^0.3 · 4^0.7) and 1 / (4^0.3 · 1^0.7)
        assertEquals(Math.pow(4, -0.7), found[0][1], 1e-6);
        assertEquals(Math.pow(4, -0.3), found[1][0], 1e-6);
    }

    @Test void tfIdfAndBm25WeighTheMatrix() {
        // two rows, columns in 1, 2, 1 of them: idf ln(2/2) = 0, ln(2/3), 0
        double[][] rows = {{4, 9, MISSING}, {MISSING, 1, 1}};
        double idf = Math.log(2 / 3.0);
        assertEquals(3 * idf * idf, measured(rows, likeness(Measure.DOT, Norms.FULL, Weighting.TF_IDF, Weights.AS_THEY_ARE), true)[0][1], 1e-6);
        // lengths 13 and 2, mean 7.5: 9·2.2/(9 + 1.2·(0.25 + 0.75·13/7.5)) and 1·2.2/(1 + 1.2·(0.25 + 0.75·2/7.5))
        double a = 9 * 2.2 / (9 + 1.2 * 1.55), b = 2.2 / (1 + 1.2 * 0.45);
        assertEquals(a * b * idf * idf, measured(rows, likeness(Measure.DOT, Norms.FULL, Weighting.BM25, Weights.AS_THEY_ARE), true)[0][1], 1e-6);
    }

    @Test void withNormsOfTheCommonOnlyOneSharedRatingGivesOne() {
        double[] a = {5, 1, MISSING}, b = {1, MISSING, 4};
        assertEquals(5 / Math.sqrt(26 * 17.0), of(Measure.COSINE, a, b), 1e-6);
        assertEquals(1, measured(new double[][] {a, b}, likeness(Measure.COSINE, Norms.CO_RATED, Weighting.NONE, Weights.AS_THEY_ARE), true)[0][1], 1e-6);
    }

    @Test void shrinkageDiscountAndSupportHoldThinPairsBack() {
        var shrunk = new Likeness(Measure.JACCARD, Norms.FULL, 0, 0, likeness(Measure.JACCARD).weighing(), new Likeness.Shrinkage(4, 6, 1));
        // 2/(4 + 4) · 2/(2 + 6)
        assertEquals(1 / 16.0, measured(new double[][] {A, B}, shrunk, true)[0][1], 1e-6);
        var scarce = new Likeness(Measure.JACCARD, Norms.FULL, 0, 0, likeness(Measure.JACCARD).weighing(), new Likeness.Shrinkage(0, 0, 3));
        assertEquals(0, measured(new double[][] {A, B}, scarce, true)[0][1]);
    }

    @Test void ratingsThatAreAllEqualGiveNoNeighboursByDifference() {
        Interactions same = Tiny.weighted(3, 3, new float[] {0.1f, 0.1f, 0.1f, 0.1f, 0.1f, 0.1f, 0.1f},
                new int[] {0, 0}, new int[] {0, 1}, new int[] {0, 2}, new int[] {1, 0}, new int[] {1, 1}, new int[] {2, 1}, new int[] {2, 2});
        for (Measure m : new Measure[] {Measure.PEARSON, Measure.ADJUSTED_COSINE}) {
            var setup = new FitItemKnn.Setup(5, m, 0, FitItemKnn.Direction.CANDIDATE, Weights.AS_THEY_ARE);
            for (float s : Tiny.scores(Tiny.fit(new FitItemKnn(), setup, same), 0)) assertEquals(Float.NEGATIVE_INFINITY, s);
        }
    }

    @Test void measuresOfRatingsRefusePairsThatCountOne() {
        var setup = new FitItemKnn.Setup(5, Measure.PEARSON, 0, FitItemKnn.Direction.CANDIDATE, Weights.BINARY);
        assertEquals("knn.needs-ratings", assertThrows(ProblemException.class, () -> Tiny.fit(new FitItemKnn(), setup, Tiny.drawn("xx", "xx"))).problem().key());
    }
}
