package shelfwise.app.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** Draws points one by one, each unlike all before, by chance or by what earlier ones tell. */
final class DrawingSampler implements Sampler {
    private static final int ATTEMPTS = 200;
    private final Space space;
    private final long seed;
    private final int trials;
    private final int together;
    private final Chooser chooser;
    private final Set<List<Object>> seen = new HashSet<>();

    /** Chooses a point by what was tried. */
    @FunctionalInterface
    interface Chooser {
        double[] choose(List<Tried> tried, SplittableRandom random);
    }

    /** @param together draws that are chosen without knowing of each other, and so can be tried at one time */
    DrawingSampler(Space space, long seed, int trials, int together, Chooser chooser) {
        this.space = space;
        this.seed = seed;
        this.trials = trials;
        this.together = together;
        this.chooser = chooser;
    }

    @Override public List<Draw> next(List<Tried> tried) {
        var draws = new ArrayList<Draw>();
        int first = tried.size() + 1;
        for (int number = first; number < first + together && number <= trials; number++) {
            double[] point = point(number, tried);
            if (point.length == 0) break;
            draws.add(new Draw(number, point, 1));
        }
        return draws;
    }

    /** Empty if chance finds nothing new: then the space is as good as used up. */
    private double[] point(int number, List<Tried> tried) {
        var random = new SplittableRandom(Mix.of(seed, number));
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            double[] point = attempt < ATTEMPTS / 4 ? chooser.choose(tried, random) : space.draw(random);
            if (seen.add(space.values(point))) return point;
        }
        return new double[0];
    }

    @Override public int total() {
        return (int) Math.min(trials, space.size());
    }
}
