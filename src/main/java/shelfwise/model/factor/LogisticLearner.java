package shelfwise.model.factor;

import shelfwise.base.Progress;
import shelfwise.data.Sparse;
import shelfwise.model.Workers;
import shelfwise.model.kernel.Kernel;
import shelfwise.model.kernel.PairKernel;

/**
 * Stochastic gradient descent on what logistic matrix factorisation makes small (Johnson 2014): with s = xᵤ·yᵢ + bᵤ + bᵢ, Σ over events of
 * αw·ln(1 + e^-s), and over items drawn that the user has not of ln(1 + eˢ), each with λ/2·(‖xᵤ‖² + ‖yᵢ‖² + bᵤ² + bᵢ²). For each event and epoch
 * some items are drawn from the same block of {@link Strata}. Johnson counts all zeros once and takes alternating steps; drawing them is what he
 * names as the remedy for large data.
 */
final class LogisticLearner {
    private final Sparse rows;
    private final FitLogistic.Setup setup;
    private final float rate, keep;
    private final Strata strata;
    private final Workers workers;
    private final Kernel dots = Kernel.best();
    private final PairKernel steps = PairKernel.best();
    final Factors users, items;
    final float[] userBias, itemBias;

    LogisticLearner(Sparse rows, FitLogistic.Setup s, Workers workers) {
        this.rows = rows;
        this.workers = workers;
        setup = s;
        rate = (float) s.rate();
        keep = 1 - rate * (float) s.regularisation();
        strata = new Strata(rows, s.seed());
        users = Factors.random(rows.rows(), s.factors(), s.seed());
        items = Factors.random(rows.columns(), s.factors(), s.seed() + 1);
        userBias = new float[rows.rows()];
        itemBias = new float[rows.columns()];
    }

    float score(int user, int item) {
        int n = users.length();
        return dots.dot(users.values(), user * n, items.values(), item * n, n) + itemBias[item];
    }

    /** One pass over all events. @param epoch from 0, in order */
    void epoch(int epoch, Progress progress) {
        strata.cut(epoch, workers);
        strata.each(epoch, workers, progress, () -> new ItemBlock(items, itemBias), this::block);
    }

    private void block(ItemBlock s, Strata.Block block) {
        s.load(strata.items(), block.itemFrom(), block.itemTo());
        for (int k = block.userFrom(); k < block.userTo(); k++) {
            int user = strata.user(k), from = strata.from(user, block.number()), to = strata.to(user, block.number());
            if (from == to) continue;
            System.arraycopy(users.values(), user * s.length, s.user, 0, s.length);
            for (int e = from; e < to; e++) s.take(strata.place(e));
            for (int e = from; e < to; e++) event(s, block, user, e);
            for (int e = from; e < to; e++) s.release(strata.place(e));
            System.arraycopy(s.user, 0, users.values(), user * s.length, s.length);
        }
        s.store(strata.items(), block.itemFrom(), block.itemTo());
    }

    private void event(ItemBlock s, Strata.Block block, int user, int e) {
        step(s, user, strata.place(e), setup.confidence(rows.value()[strata.entry(e)]), 1);
        for (int k = 0; k < setup.negatives(); k++) {
            int other = s.draw(block.random(), block.items());
            if (other >= 0) step(s, user, other, 1, 0);
        }
    }

    private void step(ItemBlock s, int user, int place, float weight, int label) {
        int n = s.length;
        float score = dots.dot(s.user, 0, s.vectors, place * n, n) + userBias[user] + s.bias[place];
        float step = rate * weight * (label - Sigmoid.of(score));
        steps.meet(step, keep, s.user, 0, s.vectors, place * n, n);
        userBias[user] = keep * userBias[user] + step;
        s.bias[place] = keep * s.bias[place] + step;
    }
}
