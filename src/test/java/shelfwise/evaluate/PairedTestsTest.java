package shelfwise.evaluate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import shelfwise.base.Progress;
import shelfwise.data.Ids;
import shelfwise.data.Metrics.Comparison;
import shelfwise.data.Metrics.Series;
import shelfwise.model.Tiny;
import shelfwise.model.Workers;

class PairedTestsTest {
    @Test void studentsTHasTheValuesOfThePrintedTables() {
        assertEquals(0.5, new StudentT(1).twoSided(1), 1e-12);
        assertEquals(1 - 1 / Math.sqrt(3), new StudentT(2).twoSided(1), 1e-12);
        assertEquals(0.05, new StudentT(5).twoSided(2.570582), 1e-6);
        assertEquals(0.05, new StudentT(10).twoSided(-2.228139), 1e-6);
        assertEquals(0.01, new StudentT(30).twoSided(2.749996), 1e-6);
        assertEquals(12.7062, new StudentT(1).quantile975(), 1e-4);
        assertEquals(2.228139, new StudentT(10).quantile975(), 1e-6);
        assertEquals(1.983972, new StudentT(100).quantile975(), 1e-6);
        assertEquals(1.962339, new StudentT(1000).quantile975(), 1e-6);
    }

    @Test void theNormalTailHasTheValuesOfThePrintedTables() {
        assertEquals(1, Normal.twoSided(0));
        assertEquals(0.3173105, Normal.twoSided(1), 1e-7);
        assertEquals(0.05, Normal.twoSided(1.959964), 1e-7);
        assertEquals(5.733e-7, Normal.twoSided(-5), 1e-10);
        assertEquals(0, Normal.twoSided(40));
    }

    @Test void signedRanksOfDarwinsMaize() {
        // Darwin 1876, eighths of an inch: the ranks of -48 and -67 are 10 and 14, mean 60, variance 310; (96 - 60 - 0.5) / √310 = 2.0162
        double[] d = {49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48};
        assertEquals(0.04378, SignedRanks.chance(d), 1e-5);
    }

    @Test void signedRanksWithZerosAndTiesAreThoseOfTheirDefinition() {
        var random = new Random(3);
        for (int round = 0; round < 40; round++) {
            double[] d = IntStream.range(0, 5 + random.nextInt(40)).mapToDouble(_ -> random.nextInt(9) - 3).toArray();
            assertEquals(plainRanks(d), SignedRanks.chance(d), 1e-12, Arrays.toString(d));
        }
        assertEquals(1, SignedRanks.chance(new double[] {0, 0, 0}));
    }

    /** Each size's rank is one more than the smaller ones plus half the other equal ones; moments summed over the ranks that stay (Pratt). */
    private static double plainRanks(double[] d) {
        double up = 0, all = 0, squares = 0;
        for (double x : d) {
            double rank = 0.5;
            for (double y : d) rank += Math.abs(y) < Math.abs(x) ? 1 : Math.abs(y) == Math.abs(x) ? 0.5 : 0;
            if (x == 0) continue;
            if (x > 0) up += rank;
            all += rank;
            squares += rank * rank;
        }
        if (squares == 0) return 1;
        double off = Math.max(0, Math.abs(up - all / 2) - 0.5); // each rank is + or − with one half: mean Σr/2, variance Σr²/4
        return Normal.twoSided(off / Math.sqrt(squares / 4));
    }

    @Test void randomSignsComeNearToAllSigns() {
        double[] d = {0.5, -0.2, 0.7, 0.4, 0, 0.1, -0.3, 0.6, 0.2, 0.9, -0.1};
        double[] signed = Arrays.stream(d).filter(x -> x != 0).toArray();
        int extreme = 0, all = 1 << signed.length;
        double found = Arrays.stream(d).sum();
        for (int s = 0; s < all; s++) {
            double sum = 0;
            for (int b = 0; b < signed.length; b++) sum += (s >> b & 1) == 0 ? signed[b] : -signed[b];
            if (Math.abs(sum) >= found - 1e-9) extreme++;
        }
        assertEquals((double) extreme / all, new Randomisation(100_000, 5).chance(d), 0.003);
        assertEquals(new Randomisation(1000, 5).chance(d), new Randomisation(1000, 5).chance(d));
        assertEquals(1, new Randomisation(99, 5).chance(new double[] {0, 0}));
        assertEquals(1 / 100.0, new Randomisation(99, 5).chance(IntStream.range(0, 60).mapToDouble(_ -> 1).toArray()), "never 0");
    }

    @Test void holmStepsDown() {
        assertArrayEquals(new double[] {0.03, 0.06, 0.06, 0.02}, Holm.adjusted(new double[] {0.01, 0.04, 0.03, 0.005}), 1e-12);
        assertArrayEquals(new double[] {0.9, Double.NaN, 0.4}, Holm.adjusted(new double[] {0.9, Double.NaN, 0.2}), 1e-12);
    }

    private static Series series(String model, Ids users, double... values) {
        float[] all = new float[values.length];
        for (int u = 0; u < all.length; u++) all[u] = (float) values[u];
        return new Series(model, "ndcg", 10, users, all);
    }

    private static List<Comparison> tested(Series... series) {
        return new PairedTests(1000, 1).of(List.of(series), new Workers(2), Progress.NONE);
    }

    @Test void aPairIsComparedByTheDifferencesOfItsUsers() {
        // differences 1, 2, 3, 2: mean 2, deviation √(2/3), t = 2 / (√(2/3) / 2) = 4.899 with 3 degrees: p 0.0163
        Comparison found = tested(series("a", Tiny.ids("u", 4), 1, 3, 3, 4), series("b", Tiny.ids("u", 4), 0, 1, 0, 2)).getFirst();
        assertEquals(List.of("a", "b", 4), List.of(found.first(), found.second(), found.users()));
        assertEquals(2, found.difference(), 1e-12);
        assertEquals(2 / Math.sqrt(2 / 3.0), found.effect(), 1e-12);
        assertEquals(0.01628, found.t().raw(), 1e-5);
        assertEquals(2 - 3.182446 * Math.sqrt(2 / 3.0) / 2, found.low(), 1e-5);
        assertEquals(2 / 16.0, found.randomisation().raw(), 0.03, "+ and − of all four");
    }

    @Test void usersAreMatchedByTheirIdsAndThoseWithoutAValueAreLeftOut() {
        Comparison found = tested(series("a", new Ids(List.of("x", "y", "z", "w")), 1, 2, 3, Double.NaN), series("b", new Ids(List.of("z", "y", "w")), 1, 1, 0)).getFirst();
        assertEquals(2, found.users());
        assertEquals((3 - 1 + 2 - 1) / 2.0, found.difference(), 1e-12);
    }

    @Test void aFamilyIsAllPairsOfOneMetric() {
        var random = new Random(7);
        Ids users = Tiny.ids("u", 300);
        double[] base = random.doubles(300).toArray(), better = Arrays.stream(base).map(v -> v + 0.05 + 0.1 * random.nextDouble()).toArray();
        double[] noise = Arrays.stream(base).map(v -> v + 0.2 * (random.nextDouble() - 0.5)).toArray();
        List<Comparison> found = tested(series("base", users, base), series("better", users, better), series("noise", users, noise));
        assertEquals(3, found.size());
        assertTrue(found.get(0).sure(), "base and better");
        assertFalse(found.get(1).sure(), "base and noise");
        assertEquals(Math.min(1, 3 * found.get(0).randomisation().raw()), found.get(0).randomisation().holm(), 0.002);
        assertTrue(found.stream().allMatch(c -> c.t().holm() >= c.t().raw() && c.wilcoxon().holm() >= c.wilcoxon().raw()));
    }

    @Test void equalModelsDoNotDiffer() {
        Comparison found = tested(series("a", Tiny.ids("u", 3), 1, 2, 3), series("b", Tiny.ids("u", 3), 1, 2, 3)).getFirst();
        assertEquals(List.of(0.0, 1.0, 1.0, 1.0), List.of(found.difference(), found.t().raw(), found.wilcoxon().raw(), found.randomisation().raw()));
        assertEquals(Double.NaN, found.effect());
    }

    @Test void oneUserProvesNothing() {
        Comparison found = tested(series("a", Tiny.ids("u", 1), 1), series("b", Tiny.ids("u", 1), 0)).getFirst();
        assertEquals(Double.NaN, found.t().raw());
        assertFalse(found.sure());
    }
}
