package shelfwise.model.factor;

import shelfwise.base.Progress;
import shelfwise.data.Sparse;
import shelfwise.model.Workers;
import shelfwise.model.kernel.Kernel;
import shelfwise.model.kernel.PairKernel;

/**
 * Stochastic gradient descent on Σ over ratings r, taken by {@link RatingScale#standard}, of (r − bᵤ − bᵢ − xᵤ·yᵢ)² + λ·(‖xᵤ‖² + ‖yᵢ‖² + bᵤ² +
 * bᵢ²) (Koren, Bell, Volinsky 2009), in the blocks of {@link Strata}.
 */
final class BiasedMfLearner {
    private static final double START = 0.1;

    private final Sparse rows;
    private final float rate, keep;
    private final Strata strata;
    private final Workers workers;
    private final Kernel dots = Kernel.best();
    private final PairKernel steps = PairKernel.best();
    final Factors users, items;
    final float[] userBias, itemBias;

    BiasedMfLearner(Sparse rows, FitBiasedMf.Setup s, Workers workers) {
        this.rows = rows;
        this.workers = workers;
        rate = (float) s.rate();
        keep = 1 - rate * (float) s.regularisation();
        strata = new Strata(rows, s.seed());
        users = Factors.random(rows.rows(), s.factors(), s.seed(), START);
        items = Factors.random(rows.columns(), s.factors(), s.seed() + 1, START);
        userBias = new float[rows.rows()];
        itemBias = new float[rows.columns()];
    }

    float predict(int user, int item) {
        int n = users.length();
        return userBias[user] + itemBias[item] + dots.dot(users.values(), user * n, items.values(), item * n, n);
    }

    /** One pass over all ratings. @param epoch from 0, in order */
    void epoch(int epoch, Progress progress) {
        strata.cut(epoch, workers);
        strata.each(epoch, workers, progress, () -> new ItemBlock(items, itemBias), this::block);
    }

    private void block(ItemBlock s, Strata.Block block) {
        s.load(strata.items(), block.itemFrom(), block.itemTo());
        for (int k = block.userFrom(); k < block.userTo(); k++) {
            int user = strata.user(k), at = user * s.length;
            System.arraycopy(users.values(), at, s.user, 0, s.length);
            for (int e = strata.from(user, block.number()); e < strata.to(user, block.number()); e++) step(s, user, strata.place(e), rows.value()[strata.entry(e)]);
            System.arraycopy(s.user, 0, users.values(), at, s.length);
        }
        s.store(strata.items(), block.itemFrom(), block.itemTo());
    }

    private void step(ItemBlock s, int user, int place, float rating) {
        int n = s.length;
        float error = rating - userBias[user] - s.bias[place] - dots.dot(s.user, 0, s.vectors, place * n, n);
        float step = rate * error;
        steps.meet(step, keep, s.user, 0, s.vectors, place * n, n);
        userBias[user] = keep * userBias[user] + step;
        s.bias[place] = keep * s.bias[place] + step;
    }
}
