package shelfwise.model.factor;

import shelfwise.base.Progress;
import shelfwise.data.LearningCurve;
import shelfwise.data.Sparse;
import shelfwise.data.Split;
import shelfwise.model.Workers;
import shelfwise.model.kernel.Kernel;
import shelfwise.model.kernel.PairKernel;

/**
 * Stochastic gradient descent on what Bayesian personalised ranking makes small (Rendle, Freudenthaler, Gantner, Schmidt-Thieme 2009):
 * Σ over users u, their items i and items j that they have not, of −ln σ(d) + regularisation / 2 · (‖xᵤ‖² + ‖yᵢ‖² + ‖yⱼ‖² + bᵢ² + bⱼ²), with
 * d = xᵤ·(yᵢ − yⱼ) + bᵢ − bⱼ. One j is drawn for each event and epoch, from the same block of {@link Strata}.
 */
final class BprLearner {
    /** Epochs from one look at the validation part to the next. */
    private static final int LOOK_EACH = 5;
    /** Events of one user whose steps are taken together. */
    private static final int AT_ONCE = 4;

    /** One thread's arrays. */
    private static final class Scratch {
        private final ItemBlock block;
        private final int[] item = new int[AT_ONCE], negative = new int[AT_ONCE];
        private final float[] step = new float[AT_ONCE];

        Scratch(ItemBlock block) {
            this.block = block;
        }
    }

    private final Sparse rows;
    private final FitBpr.Setup setup;
    private final float rate, keep;
    private final Strata strata;
    private final PairKernel kernel = PairKernel.best();
    private final Kernel dots = Kernel.best();
    private final Workers workers;
    final Factors users, items;
    final float[] bias;
    /** Users of each item; empty where all items are drawn equally often. */
    private final int[] count;
    /** Places in the strata's order, each as often as its item has users, by block. */
    private final int[] pool, poolStart;

    BprLearner(Sparse rows, FitBpr.Setup setup, Workers workers) {
        this.rows = rows;
        this.setup = setup;
        this.workers = workers;
        rate = (float) setup.rate();
        keep = 1 - rate * (float) setup.regularisation();
        strata = new Strata(rows, setup.seed());
        users = Factors.random(rows.rows(), setup.factors(), setup.seed());
        items = Factors.random(rows.columns(), setup.factors(), setup.seed() + 1);
        bias = new float[rows.columns()];
        boolean uniform = setup.negatives() == FitBpr.Negatives.UNIFORM;
        count = new int[uniform ? 0 : rows.columns()];
        if (!uniform) for (int i : rows.column()) count[i]++;
        pool = new int[uniform ? 0 : rows.entries()];
        poolStart = new int[strata.blocks() + 1];
    }

    /** Goes through all epochs, or ends early where the validation part has events and gains no more; the best is then what was learned. */
    LearningCurve learn(Split split, Progress progress) {
        var stop = new EarlyStop(setup.patience(), users.values(), items.values(), bias);
        return stop.train(setup.epochs(), Validation.looks(LOOK_EACH, split, rows, setup.seed(), this::score, workers), progress, this::epoch);
    }

    private float score(int user, int item) {
        int n = setup.factors();
        return dots.dot(users.values(), user * n, items.values(), item * n, n) + bias[item];
    }

    /** One pass over all events. @param epoch from 0, in order */
    void epoch(int epoch, Progress progress) {
        strata.cut(epoch, workers);
        if (pool.length > 0) fillPool();
        strata.each(epoch, workers, progress, () -> new Scratch(new ItemBlock(items, bias)), this::block);
    }

    private void fillPool() {
        int n = 0;
        for (int b = 0; b < strata.blocks(); b++) {
            poolStart[b] = n;
            int from = strata.begin(b), to = strata.begin(b + 1);
            for (int k = from; k < to; k++) for (int t = 0; t < count[strata.items()[k]]; t++) pool[n++] = k - from;
        }
        poolStart[strata.blocks()] = n;
    }

    private void block(Scratch s, Strata.Block block) {
        ItemBlock own = s.block;
        own.load(strata.items(), block.itemFrom(), block.itemTo());
        for (int k = block.userFrom(); k < block.userTo(); k++) {
            int user = strata.user(k), from = strata.from(user, block.number()), n = strata.to(user, block.number()) - from;
            if (n == 0 || n == block.items()) continue;
            System.arraycopy(users.values(), user * own.length, own.user, 0, own.length);
            for (int e = from; e < from + n; e++) own.take(strata.place(e));
            for (int e = from; e < from + n; e += AT_ONCE) steps(s, block, e, Math.min(AT_ONCE, from + n - e));
            for (int e = from; e < from + n; e++) own.release(strata.place(e));
            System.arraycopy(own.user, 0, users.values(), user * own.length, own.length);
        }
        own.store(strata.items(), block.itemFrom(), block.itemTo());
    }

    /** Takes the steps of a few events of one user, all by the vectors as they were before: so that the processor need not wait for one to begin the next. */
    private void steps(Scratch s, Strata.Block block, int from, int n) {
        for (int k = 0; k < n; k++) {
            s.item[k] = strata.place(from + k);
            s.negative[k] = draw(s.block, block);
        }
        for (int k = 0; k < n; k++) s.step[k] = s.negative[k] < 0 ? 0 : rate * Sigmoid.of(-difference(s.block, s.item[k], s.negative[k]));
        for (int k = 0; k < n; k++) if (s.negative[k] >= 0) pull(s.block, s.item[k], s.negative[k], s.step[k]);
    }

    private float difference(ItemBlock s, int item, int negative) {
        int n = s.length;
        return kernel.difference(s.user, 0, s.vectors, item * n, negative * n, n) + s.bias[item] - s.bias[negative];
    }

    private void pull(ItemBlock s, int item, int negative, float step) {
        kernel.pull(step, keep, s.user, 0, s.vectors, item * s.length, negative * s.length, s.length);
        s.bias[item] = keep * s.bias[item] + step;
        s.bias[negative] = keep * s.bias[negative] - step;
    }

    private int draw(ItemBlock s, Strata.Block block) {
        if (pool.length == 0) return s.draw(block.random(), block.items());
        int start = poolStart[block.number()], drawn = poolStart[block.number() + 1] - start;
        for (int t = 0; t < ItemBlock.TRIES; t++) {
            int place = pool[start + ItemBlock.below(block.random(), drawn)];
            if (!s.taken(place)) return place;
        }
        return -1;
    }
}
