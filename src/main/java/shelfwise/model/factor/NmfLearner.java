package shelfwise.model.factor;

import java.util.SplittableRandom;
import shelfwise.base.Progress;
import shelfwise.data.Sparse;
import shelfwise.model.Workers;
import shelfwise.model.kernel.Kernel;

/**
 * Vectors of no negative number that make Σ over ratings of (r − xᵤ·yᵢ)² + λ·(‖xᵤ‖² + ‖yᵢ‖²) small: the squares of Lee and Seung (2001) over the
 * ratings that were given, regularised. Users and items are improved in turn, each row by itself.
 */
final class NmfLearner {
    private static final int SWEEPS = 2, ROWS_AT_ONCE = 32;
    private final Sparse rows, columns;
    private final double lambda;
    private final Workers workers;
    private final Kernel kernel = Kernel.best();
    final Factors users, items;

    NmfLearner(Sparse rows, float mean, FitNmf.Setup s, Workers workers) {
        this.rows = rows;
        this.workers = workers;
        columns = rows.transpose();
        lambda = s.regularisation();
        double most = 2 * Math.sqrt(mean / s.factors());
        users = start(rows.rows(), s.factors(), most, s.seed());
        items = start(rows.columns(), s.factors(), most, s.seed() + 1);
    }

    /** Numbers between 0 and {@code most}, so that products are near the mean at first. */
    private static Factors start(int rows, int length, double most, long seed) {
        Factors made = Factors.zero(rows, length);
        var random = new SplittableRandom(seed);
        for (int k = 0; k < made.values().length; k++) made.values()[k] = (float) (most * random.nextDouble());
        return made;
    }

    float predict(int user, int item) {
        int n = users.length();
        return kernel.dot(users.values(), user * n, items.values(), item * n, n);
    }

    /** Improves all users, then all items. */
    void epoch(int epoch, Progress progress) {
        half(rows, items, users, progress.part(0, 0.5));
        half(columns, users, items, progress.part(0.5, 1));
    }

    private void half(Sparse of, Factors fixed, Factors moved, Progress progress) {
        var solver = new NonNegativeFoldIn(fixed, lambda);
        int n = moved.length();
        workers.each(of.rows(), ROWS_AT_ONCE, progress, () -> solver, (s, from, to) -> {
            for (int r = from; r < to; r++) s.improve(of, r, SWEEPS, moved.values(), r * n);
        });
    }
}
