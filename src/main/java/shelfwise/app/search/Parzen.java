package shelfwise.app.search;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Tree of Parzen estimators (Bergstra, Bardenet, Bengio, Kégl 2011). The best trials so far make a density l(x), the others g(x); of some
 * points drawn from l the one with the highest l(x) / g(x) is tried next, which is where the expected improvement is largest. Each
 * setting is chosen by itself. A density is an even mixture of one normal curve at each trial, cut to 0 to 1 and as wide as the farther of
 * its two neighbours is away, and of a wide one for what was not tried yet.
 */
final class Parzen implements DrawingSampler.Chooser {
    /** Draws by chance before the densities say anything. */
    private static final int AT_FIRST = 10;
    private static final double BEST_SHARE = 0.15;
    private static final int CANDIDATES = 24;
    private final Space space;

    Parzen(Space space) {
        this.space = space;
    }

    @Override public double[] choose(List<Tried> tried, SplittableRandom random) {
        if (tried.size() < AT_FIRST) return space.draw(random);
        List<Tried> ranked = tried.stream().sorted(Tried.BEST_FIRST).toList();
        int best = (int) Math.ceil(BEST_SHARE * ranked.size());
        double[] point = new double[space.dimensions().size()];
        for (int d = 0; d < point.length; d++) {
            double[] good = places(ranked.subList(0, best), d), bad = places(ranked.subList(best, ranked.size()), d);
            point[d] = switch (space.dimensions().get(d)) {
                case Dimension.Range _ -> place(good, bad, random);
                case Dimension.Choices c -> choice(c, good, bad, random);
            };
        }
        return point;
    }

    private static double[] places(List<Tried> tried, int dimension) {
        return tried.stream().mapToDouble(t -> t.draw().point()[dimension]).sorted().toArray();
    }

    private static double place(double[] good, double[] bad, SplittableRandom random) {
        Density l = new Density(good), g = new Density(bad);
        double best = 0.5, highest = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < CANDIDATES; c++) {
            double x = l.draw(random), ratio = l.at(x) / g.at(x);
            if (ratio > highest) {
                highest = ratio;
                best = x;
            }
        }
        return best;
    }

    /** Counts with one added for each choice take the place of the curves. */
    private static double choice(Dimension.Choices choices, double[] good, double[] bad, SplittableRandom random) {
        double[] l = chances(choices, good), g = chances(choices, bad);
        int best = 0;
        double highest = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < CANDIDATES; c++) {
            double left = random.nextDouble();
            int drawn = 0;
            while (drawn < l.length - 1 && (left -= l[drawn]) >= 0) drawn++;
            if (l[drawn] / g[drawn] > highest) {
                highest = l[drawn] / g[drawn];
                best = drawn;
            }
        }
        return choices.place(best);
    }

    private static double[] chances(Dimension.Choices choices, double[] places) {
        double[] chances = new double[choices.values().size()];
        Arrays.fill(chances, 1.0 / (places.length + chances.length));
        for (double p : places) chances[choices.index(p)] += 1.0 / (places.length + chances.length);
        return chances;
    }

    /** The mixture of normal curves over 0 to 1. */
    static final class Density {
        private final double[] centre, width, mass;

        /** @param places ascending */
        Density(double[] places) {
            int n = places.length;
            centre = Arrays.copyOf(places, n + 1);
            width = new double[n + 1];
            mass = new double[n + 1];
            for (int i = 0; i < n; i++) {
                double below = i == 0 ? places[i] : places[i] - places[i - 1], above = i == n - 1 ? 1 - places[i] : places[i + 1] - places[i];
                width[i] = Math.clamp(Math.max(below, above), 1.0 / Math.min(100, n + 2), 1);
            }
            centre[n] = 0.5;
            width[n] = 1;
            for (int i = 0; i <= n; i++) mass[i] = below((1 - centre[i]) / width[i]) - below(-centre[i] / width[i]);
        }

        double draw(SplittableRandom random) {
            int at = random.nextInt(centre.length);
            while (true) {
                double x = centre[at] + width[at] * random.nextGaussian();
                if (x >= 0 && x < 1) return x;
            }
        }

        double at(double x) {
            double sum = 0;
            for (int i = 0; i < centre.length; i++) {
                double z = (x - centre[i]) / width[i];
                sum += Math.exp(-z * z / 2) / (Math.sqrt(2 * Math.PI) * width[i] * mass[i]);
            }
            return sum / centre.length;
        }

        /** P(Z ≤ z) of the standard normal, by 7.1.26 of Abramowitz, Stegun 1964; absolute error below 1e-7. */
        private static double below(double z) {
            double x = Math.abs(z) / Math.sqrt(2), t = 1 / (1 + 0.3275911 * x);
            double tail = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429)))) * Math.exp(-x * x) / 2;
            return z < 0 ? tail : 1 - tail;
        }
    }
}
