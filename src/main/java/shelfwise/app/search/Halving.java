package shelfwise.app.search;

import java.util.ArrayList;
import java.util.List;

/**
 * Successive halving (Jamieson, Talwalkar 2016) with thirds: all candidates at the smallest cost, the better third of them at three times
 * that, until what is left was tried at the full cost. Numbers of a round go by its candidates' rank.
 */
final class Halving implements Sampler {
    static final int THIRD = 3;
    /** Below a 27th of the cost a score says little. */
    private static final int MOST_ROUNDS = 3;
    private final Space space;
    private final long seed;
    private final int candidates;
    private final int rounds;

    /** @param steps different costs there can be, such as iterations; at most so many thirds are made */
    Halving(Space space, long seed, int candidates, int steps) {
        this.space = space;
        this.seed = seed;
        this.candidates = candidates;
        int possible = 0;
        for (long n = THIRD; n <= Math.min(candidates, steps) && possible < MOST_ROUNDS; n *= THIRD) possible++;
        rounds = possible;
    }

    private int size(int round) {
        int size = candidates;
        for (int r = 0; r < round; r++) size = Math.max(1, size / THIRD);
        return size;
    }

    private double share(int round) {
        return Math.pow(THIRD, round - rounds);
    }

    @Override public List<Draw> next(List<Tried> tried) {
        if (tried.isEmpty()) return first();
        double last = tried.getLast().draw().share();
        int next = 1;
        while (next <= rounds && share(next - 1) != last) next++;
        if (next > rounds) return List.of();
        return promoted(tried.stream().filter(t -> t.draw().share() == last).toList(), next, tried.size());
    }

    private List<Draw> first() {
        var drawing = new DrawingSampler(space, seed, candidates, candidates, (_, random) -> space.draw(random));
        return drawing.next(List.of()).stream().map(d -> new Draw(d.number(), d.point(), share(0))).toList();
    }

    private List<Draw> promoted(List<Tried> round, int next, int numbered) {
        List<Tried> best = round.stream().filter(t -> !Double.isNaN(t.score())).sorted(Tried.BEST_FIRST).limit(size(next)).toList();
        var draws = new ArrayList<Draw>();
        for (Tried t : best) draws.add(new Draw(numbered + draws.size() + 1, t.draw().point(), share(next)));
        return draws;
    }

    @Override public int total() {
        int total = 0;
        for (int round = 0; round <= rounds; round++) total += size(round);
        return total;
    }
}
