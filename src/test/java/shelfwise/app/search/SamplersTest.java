package shelfwise.app.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The ways to choose, on functions whose best place is known. */
class SamplersTest {
    private static final Space SPACE = new Space(List.of(new Dimension.Range("x", 0, 1000, false, true), new Dimension.Range("y", 0.001, 1000, true, false),
            new Dimension.Choices("z", List.of("a", "b", "c", "d"), List.of("a", "b", "c", "d"))));

    /** Highest at (0.7, 0.2, c). */
    private static double hill(double[] p) {
        return -Math.pow(p[0] - 0.7, 2) - Math.pow(p[1] - 0.2, 2) - (SPACE.dimensions().get(2).value(p[2]).equals("c") ? 0 : 0.3);
    }

    private static List<Tried> all(Sampler sampler, ToDoubleFunction<double[]> score) {
        var tried = new ArrayList<Tried>();
        for (List<Draw> draws = sampler.next(tried); !draws.isEmpty(); draws = sampler.next(tried)) {
            for (Draw d : draws) {
                assertEquals(tried.size() + 1, d.number());
                tried.add(new Tried(d, score.applyAsDouble(d.point())));
            }
        }
        return tried;
    }

    private static double best(List<Tried> tried) {
        return tried.stream().mapToDouble(Tried::score).max().orElseThrow();
    }

    private static Sampler random(long seed, int n) {
        return new DrawingSampler(SPACE, seed, n, 8, (_, random) -> SPACE.draw(random));
    }

    @Test void whatIsLearntFromTrialsFindsBetterSettingsThanChance() {
        double chance = IntStream.range(0, 20).mapToDouble(seed -> best(all(random(seed, 60), SamplersTest::hill))).average().orElseThrow();
        double learnt = IntStream.range(0, 20).mapToDouble(seed -> best(all(new DrawingSampler(SPACE, seed, 60, 4, new Parzen(SPACE)), SamplersTest::hill))).average().orElseThrow();
        assertTrue(learnt > chance / 2, "distance to the best by chance " + -chance + ", learnt " + -learnt);
    }

    @Test void aTrialsPlaceDependsOnSeedAndNumberAlone() {
        List<Tried> few = all(random(5, 10), SamplersTest::hill), many = all(random(5, 30), SamplersTest::hill), other = all(random(6, 10), SamplersTest::hill);
        for (int i = 0; i < 10; i++) {
            assertEquals(SPACE.values(few.get(i).draw().point()), SPACE.values(many.get(i).draw().point()));
            assertTrue(!SPACE.values(few.get(i).draw().point()).equals(SPACE.values(other.get(i).draw().point())));
        }
    }

    @Test void whatFailedIsNeitherGoodNorTheEnd() {
        List<Tried> tried = all(new DrawingSampler(SPACE, 3, 60, 4, new Parzen(SPACE)), p -> p[0] > 0.5 ? Double.NaN : p[0]);
        long failedLate = tried.subList(40, 60).stream().filter(t -> Double.isNaN(t.score())).count();
        assertTrue(failedLate < 10, failedLate + " of the last 20 failed, though half of the space does");
    }

    @Test void eachRoundOfHalvingKeepsTheBetterThird() {
        List<Tried> tried = all(new Halving(SPACE, 1, 27, 100), SamplersTest::hill);
        assertEquals(27 + 9 + 3 + 1, tried.size());
        assertEquals(List.of(1.0 / 27, 1.0 / 9, 1.0 / 3, 1.0), tried.stream().map(t -> t.draw().share()).distinct().map(s -> Math.round(s * 27) / 27.0).toList());
        double[] first = tried.subList(0, 27).stream().mapToDouble(Tried::score).sorted().toArray();
        assertEquals(first[26], tried.getLast().score());
        assertEquals(first[18], tried.subList(27, 36).stream().mapToDouble(Tried::score).min().orElseThrow());
        assertEquals(40, new Halving(SPACE, 1, 27, 100).total());
        assertEquals(1, all(new Halving(SPACE, 1, 1, 100), SamplersTest::hill).size());
        assertEquals(List.of(1.0), all(new Halving(SPACE, 1, 2, 100), SamplersTest::hill).stream().map(t -> t.draw().share()).distinct().toList(), "two have no better third");
    }

    @Test void halvingEndsWhereAllFailed() {
        assertEquals(9, all(new Halving(SPACE, 1, 9, 100), _ -> Double.NaN).size());
    }

    /** Simpson's rule over 0 to 1. */
    @Test void aDensityHasTheMassOneAndDrawsWithinTheRange() {
        for (double[] places : List.of(new double[0], new double[] {0}, new double[] {0.2, 0.21, 0.9}, new double[] {1, 1, 1})) {
            var density = new Parzen.Density(places);
            int n = 20_000;
            double sum = 0;
            for (int i = 0; i <= n; i++) sum += density.at((double) i / n) * (i == 0 || i == n ? 1 : i % 2 == 1 ? 4 : 2);
            assertEquals(1, sum / n / 3, 1e-5);
            var random = new SplittableRandom(1);
            for (int i = 0; i < 1000; i++) {
                double x = density.draw(random);
                assertTrue(x >= 0 && x < 1);
            }
        }
    }
}
