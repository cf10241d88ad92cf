package shelfwise.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import shelfwise.base.Progress;
import shelfwise.data.Ids;
import shelfwise.data.Metrics.Chance;
import shelfwise.data.Metrics.Comparison;
import shelfwise.data.Metrics.Series;
import shelfwise.model.Workers;

/**
 * Tests whether two models differ, user by user: paired t test (Student 1908), Wilcoxon's signed rank test and the randomisation test, with
 * Cohen's d_z as the size of the effect (Cohen 1988, 2.3.5). A family is all pairs of models in one metric at one cut-off; each of the three
 * tests is corrected within it by {@link Holm}. Users for whom either model has no value are left out.
 */
public final class PairedTests {
    private final Randomisation randomisation;

    /**
     * @param rounds of the randomisation test; 0 leaves it out
     * @param seed   of its draws
     */
    public PairedTests(int rounds, long seed) {
        randomisation = new Randomisation(rounds, seed);
    }

    private record Pair(Series first, Series second) { }

    /** All pairs of models in each metric and cut-off that several have; the same for any number of threads. */
    public List<Comparison> of(List<Series> series, Workers workers, Progress progress) {
        var pairs = new ArrayList<Pair>();
        for (int a = 0; a < series.size(); a++) {
            for (int b = a + 1; b < series.size(); b++) if (alike(series.get(a), series.get(b))) pairs.add(new Pair(series.get(a), series.get(b)));
        }
        var found = new Comparison[pairs.size()];
        workers.each(found.length, 1, progress, () -> this, (_, from, _) -> found[from] = compare(pairs.get(from)));
        return corrected(List.of(found));
    }

    private static boolean alike(Series a, Series b) {
        return a.metric().equals(b.metric()) && a.k() == b.k() && !a.model().equals(b.model());
    }

    private Comparison compare(Pair pair) {
        double[] d = differences(pair.first(), pair.second());
        double mean = 0, squares = 0;
        for (double x : d) mean += x / d.length;
        for (double x : d) squares += (x - mean) * (x - mean);
        boolean tested = d.length >= 2;
        double deviation = tested ? Math.sqrt(squares / (d.length - 1)) : Double.NaN, error = deviation / Math.sqrt(d.length);
        double t = tested ? mean == 0 ? 1 : new StudentT(d.length - 1).twoSided(mean / error) : Double.NaN;
        double half = tested ? error * new StudentT(d.length - 1).quantile975() : Double.NaN;
        return new Comparison(pair.first().model(), pair.second().model(), pair.first().metric(), pair.first().k(), d.length, d.length == 0 ? Double.NaN : mean,
                mean - half, mean + half, deviation > 0 ? mean / deviation : Double.NaN, alone(t), alone(tested ? SignedRanks.chance(d) : Double.NaN),
                alone(tested ? randomisation.chance(d) : Double.NaN));
    }

    private static Chance alone(double raw) {
        return new Chance(raw, raw);
    }

    /** Of the users that both know, first minus second. */
    private static double[] differences(Series first, Series second) {
        Ids users = first.users();
        boolean same = users.equals(second.users());
        return IntStream.range(0, users.size()).mapToDouble(u -> {
            int other = same ? u : second.users().number(users.id(u));
            return other < 0 ? Double.NaN : (double) first.values()[u] - second.values()[other];
        }).filter(x -> !Double.isNaN(x)).toArray();
    }

    private static List<Comparison> corrected(List<Comparison> all) {
        var corrected = new ArrayList<>(all);
        for (Comparison c : all) {
            int[] family = IntStream.range(0, all.size()).filter(i -> all.get(i).metric().equals(c.metric()) && all.get(i).k() == c.k()).toArray();
            if (all.get(family[0]) != c) continue; // each family once
            double[] t = Holm.adjusted(IntStream.of(family).mapToDouble(i -> all.get(i).t().raw()).toArray());
            double[] wilcoxon = Holm.adjusted(IntStream.of(family).mapToDouble(i -> all.get(i).wilcoxon().raw()).toArray());
            double[] random = Holm.adjusted(IntStream.of(family).mapToDouble(i -> all.get(i).randomisation().raw()).toArray());
            for (int f = 0; f < family.length; f++) {
                Comparison o = all.get(family[f]);
                corrected.set(family[f], new Comparison(o.first(), o.second(), o.metric(), o.k(), o.users(), o.difference(), o.low(), o.high(), o.effect(),
                        new Chance(o.t().raw(), t[f]), new Chance(o.wilcoxon().raw(), wilcoxon[f]), new Chance(o.randomisation().raw(), random[f])));
            }
        }
        return corrected;
    }
}
