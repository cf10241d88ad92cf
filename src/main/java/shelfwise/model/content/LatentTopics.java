package shelfwise.model.content;

import shelfwise.base.Progress;
import shelfwise.data.Sparse;
import shelfwise.model.Workers;

/**
 * Short dense vectors of items from their weighted terms: latent semantic analysis (Deerwester, Dumais, Furnas, Landauer, Harshman 1990)
 * by a randomised singular value decomposition with subspace iteration (Halko, Martinsson, Tropp 2011, algorithm 4.4). With A = U·Σ·Vᵀ,
 * the vector of item i is row i of U·Σ.
 */
final class LatentTopics {
    /** Directions worked with beyond those asked for, so that the last of these are right too (Halko et al., 4.2). */
    static final int BEYOND = 10;

    private final Workers workers;
    private final Progress progress;
    private final double steps;
    private int done;

    private LatentTopics(Workers workers, Progress progress, int rounds) {
        this.workers = workers;
        this.progress = progress;
        steps = 6.0 * (rounds + 1);
    }

    /**
     * @param terms  items x terms
     * @param length of the vectors; past the rank of {@code terms} they hold zeros
     * @param rounds of subspace iteration
     */
    static Tall of(Sparse terms, int length, int rounds, long seed, Workers workers, Progress progress) {
        return new LatentTopics(workers, progress, rounds).of(terms, terms.transpose(), Tall.normal(terms.columns(), length + BEYOND, seed), length, rounds);
    }

    private Tall of(Sparse terms, Sparse turned, Tall start, int length, int rounds) {
        Tall right = start;
        for (int k = 0; k < Math.max(1, rounds); k++) right = even(even(right.times(terms, workers, next())).times(turned, workers, next()));
        Tall items = right.times(terms, workers, next());
        return items.turned(items.directions(workers, next()), length, false, workers, next());
    }

    /** Columns of length 1, at right angles to each other, that span the same. */
    private Tall even(Tall matrix) {
        return matrix.turned(matrix.directions(workers, next()), matrix.width(), true, workers, next());
    }

    private Progress next() {
        double from = Math.min(1, done / steps), to = Math.min(1, ++done / steps);
        return progress.part(from, to);
    }
}
