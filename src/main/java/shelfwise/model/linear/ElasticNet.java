package shelfwise.model.linear;

import java.util.Arrays;
import shelfwise.model.kernel.Kernel;

/**
 * The weights w of all other items that minimise ½‖x − Xw‖² + ½·l2·‖w‖² + l1·|w|₁ for one item x, by coordinate descent on XᵀX
 * (Friedman, Hastie, Tibshirani 2010): a pass over all items, then a few over those with a weight, and again. For one
 * thread; cost: items times the number of changes.
 */
final class ElasticNet {
    private static final int FEW = 10;
    private final Kernel kernel;
    private final Gram gram;
    private final FitSlim.Setup setup;
    /** Xᵀ(x − Xw). */
    private final float[] rest;
    private final float[] weight;
    private final int[] active;

    /** @param gram mirrored, with nothing added to its diagonal */
    ElasticNet(Kernel kernel, Gram gram, FitSlim.Setup setup) {
        this.kernel = kernel;
        this.gram = gram;
        this.setup = setup;
        rest = new float[gram.step()];
        weight = new float[gram.items()];
        active = new int[gram.items()];
    }

    /** @return the weights by item, to be read before the next call */
    float[] solve(int item) {
        System.arraycopy(gram.value(), item * gram.step(), rest, 0, rest.length);
        Arrays.fill(weight, 0);
        for (int pass = 0; pass < setup.iterations(); pass++) {
            float change = 0;
            for (int i = 0; i < weight.length; i++) if (i != item) change = Math.max(change, move(i));
            if (change <= setup.tolerance()) break;
            int n = 0;
            for (int i = 0; i < weight.length; i++) if (weight[i] != 0) active[n++] = i;
            for (int k = 0; k < FEW && ++pass < setup.iterations() && changeOf(n) > setup.tolerance(); k++) { }
        }
        return weight;
    }

    private float changeOf(int n) {
        float change = 0;
        for (int k = 0; k < n; k++) change = Math.max(change, move(active[k]));
        return change;
    }

    /** Puts one weight to where it is best, the others as they are. @return by how much it moved */
    private float move(int i) {
        float square = gram.value()[i * gram.step() + i], pull = rest[i] + square * weight[i];
        if (square == 0) return 0;
        double beyond = Math.abs(pull) - setup.l1();
        float best = beyond <= 0 || setup.positive() && pull < 0 ? 0 : (float) (Math.copySign(beyond, pull) / (square + setup.l2()));
        float step = best - weight[i];
        if (step == 0) return 0;
        weight[i] = best;
        kernel.add(-step, gram.value(), i * gram.step(), rest, 0, rest.length);
        return Math.abs(step);
    }
}
