package shelfwise.model.factor;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import shelfwise.base.Progress;
import shelfwise.data.Sparse;
import shelfwise.model.kernel.Kernel;
import shelfwise.model.kernel.PairKernel;

/**
 * Stochastic gradient descent on Σ over ratings r, taken by {@link RatingScale#standard}, of
 * (r − bᵤ − bᵢ − (pᵤ + |N|^-½ Σ over j in N of zⱼ)·yᵢ)² + λ·(‖pᵤ‖² + ‖yᵢ‖² + Σ over j in N of ‖zⱼ‖² + bᵤ² + bᵢ²), with N the items that the user
 * rated (Koren 2008). The users come in a new order in each epoch; what their items imply is moved once for all ratings of a user. All users
 * move the implied vectors, so that one thread does the work.
 */
final class SvdPlusPlusLearner {
    private static final int USERS_AT_ONCE = 64;
    private static final double START = 0.1;
    private final Sparse rows;
    private final float rate, keep;
    private final SplittableRandom random;
    private final int[] order;
    private final Kernel kernel = Kernel.best();
    private final PairKernel steps = PairKernel.best();
    /** Of the user at work: what its items imply, and the step that each of them takes. */
    private final float[] z, pull;
    final Factors users, items, implied;
    final float[] userBias, itemBias;

    SvdPlusPlusLearner(Sparse rows, FitSvdPlusPlus.Setup s) {
        this.rows = rows;
        rate = (float) s.rate();
        keep = 1 - rate * (float) s.regularisation();
        random = new SplittableRandom(s.seed());
        order = IntStream.range(0, rows.rows()).filter(u -> rows.count(u) > 0).toArray();
        users = Factors.random(rows.rows(), s.factors(), s.seed(), START);
        items = Factors.random(rows.columns(), s.factors(), s.seed() + 1, START);
        implied = Factors.random(rows.columns(), s.factors(), s.seed() + 2, START);
        userBias = new float[rows.rows()];
        itemBias = new float[rows.columns()];
        z = new float[s.factors()];
        pull = new float[s.factors()];
    }

    float predict(int user, int item) {
        int n = users.length();
        float sum = userBias[user] + itemBias[item] + kernel.dot(users.values(), user * n, items.values(), item * n, n);
        return sum + kernel.dot(RidgeFoldIn.sum(implied, rows, user), 0, items.values(), item * n, n);
    }

    /** One pass over all ratings. */
    void epoch(int epoch, Progress progress) {
        Strata.shuffle(order, random);
        for (int k = 0; k < order.length; k++) {
            if (k % USERS_AT_ONCE == 0) progress.at(k, order.length);
            user(order[k]);
        }
    }

    private void user(int user) {
        int n = users.length(), from = rows.start()[user], to = rows.start()[user + 1], p = user * n;
        float part = (float) (1 / Math.sqrt(to - from));
        Arrays.fill(pull, 0);
        Arrays.fill(z, 0);
        for (int e = from; e < to; e++) kernel.add(part, implied.values(), rows.column()[e] * n, z, 0, n);
        for (int e = from; e < to; e++) {
            int item = rows.column()[e], y = item * n;
            float error = rows.value()[e] - userBias[user] - itemBias[item]
                    - kernel.dot(users.values(), p, items.values(), y, n) - kernel.dot(z, 0, items.values(), y, n);
            float step = rate * error;
            kernel.add(step * part, items.values(), y, pull, 0, n);
            steps.meet(step, keep, users.values(), p, items.values(), y, n);
            kernel.add(step, z, 0, items.values(), y, n);
            userBias[user] = keep * userBias[user] + step;
            itemBias[item] = keep * itemBias[item] + step;
        }
        float stay = (float) StrictMath.pow(keep, to - from);
        for (int e = from; e < to; e++) imply(rows.column()[e] * n, stay);
    }

    private void imply(int at, float stay) {
        for (int f = 0; f < pull.length; f++) implied.values()[at + f] = stay * implied.values()[at + f] + pull[f];
    }
}
