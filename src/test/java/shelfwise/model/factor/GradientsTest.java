package shelfwise.model.factor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import shelfwise.base.Progress;
import shelfwise.data.Sparse;
import shelfwise.model.Tiny;
import shelfwise.model.Workers;

/** Steps and solutions against objectives worked out slowly, by finite differences. */
class GradientsTest {
    private static final double RATE = 1e-3, LAMBDA = 0.3;
    private static final Sparse ONE_RATING = Tiny.weighted(1, 1, new float[] {1.5f}, new int[] {0, 0}).matrix();

    private static double squares(float[] v, int from, int n) {
        double sum = 0;
        for (int k = from; k < from + n; k++) sum += (double) v[k] * v[k];
        return sum;
    }

    private static double dot(float[] a, int from, float[] b, int other, int n) {
        double sum = 0;
        for (int k = 0; k < n; k++) sum += (double) a[from + k] * b[other + k];
        return sum;
    }

    /** −∂objective / ∂v of each number, by differences. */
    private static double[] slopes(DoubleSupplier objective, float[] v) {
        double[] slopes = new double[v.length];
        for (int k = 0; k < v.length; k++) {
            float kept = v[k], high = kept + 0.01f, low = kept - 0.01f;
            v[k] = high;
            double above = objective.getAsDouble();
            v[k] = low;
            slopes[k] = (objective.getAsDouble() - above) / ((double) high - low);
            v[k] = kept;
        }
        return slopes;
    }

    /** That an epoch of one rating moves every number by half the rate down the slope. */
    private static void movesDown(DoubleSupplier objective, Runnable epoch, float[]... moved) {
        double[][] slopes = new double[moved.length][];
        float[][] before = new float[moved.length][];
        for (int m = 0; m < moved.length; m++) {
            slopes[m] = slopes(objective, moved[m]);
            before[m] = moved[m].clone();
        }
        epoch.run();
        for (int m = 0; m < moved.length; m++) for (int k = 0; k < moved[m].length; k++) {
            assertEquals(RATE / 2 * slopes[m][k], moved[m][k] - before[m][k], 1e-6, m + " " + k);
        }
    }

    @Test void biasedFactorsMoveDownTheirSlope() {
        var learner = new BiasedMfLearner(ONE_RATING, new FitBiasedMf.Setup(5, 1, RATE, LAMBDA, true, 0, 1), new Workers(1));
        DoubleSupplier objective = () -> {
            double error = 1.5 - learner.userBias[0] - learner.itemBias[0] - dot(learner.users.values(), 0, learner.items.values(), 0, 5);
            return error * error + LAMBDA * (squares(learner.users.values(), 0, 5) + squares(learner.items.values(), 0, 5)
                    + squares(learner.userBias, 0, 1) + squares(learner.itemBias, 0, 1));
        };
        movesDown(objective, () -> learner.epoch(0, Progress.NONE), learner.users.values(), learner.items.values(), learner.userBias, learner.itemBias);
    }

    @Test void whatItemsImplyMovesDownItsSlopeToo() {
        var learner = new SvdPlusPlusLearner(ONE_RATING, new FitSvdPlusPlus.Setup(5, 1, RATE, LAMBDA, true, 0, 1));
        DoubleSupplier objective = () -> {
            double error = 1.5 - learner.userBias[0] - learner.itemBias[0] - dot(learner.users.values(), 0, learner.items.values(), 0, 5)
                    - dot(learner.implied.values(), 0, learner.items.values(), 0, 5);
            return error * error + LAMBDA * (squares(learner.users.values(), 0, 5) + squares(learner.items.values(), 0, 5)
                    + squares(learner.implied.values(), 0, 5) + squares(learner.userBias, 0, 1) + squares(learner.itemBias, 0, 1));
        };
        movesDown(objective, () -> learner.epoch(0, Progress.NONE), learner.users.values(), learner.items.values(), learner.implied.values(), learner.userBias,
                learner.itemBias);
    }

    private static final int ITEMS = 12, LENGTH = 4;

    private static ItemVectors items(boolean positive) {
        var random = new Random(8);
        Factors vectors = Factors.zero(ITEMS, LENGTH);
        for (int k = 0; k < ITEMS * LENGTH; k++) vectors.values()[k] = (float) (positive ? Math.abs(random.nextGaussian()) : random.nextGaussian());
        float[] bias = new float[ITEMS];
        for (int i = 0; i < ITEMS; i++) bias[i] = positive ? 0 : (float) random.nextGaussian() / 4;
        return ItemVectors.ofSold(vectors, bias, IntStream.range(0, ITEMS).toArray());
    }

    private static Sparse ratings() {
        return Tiny.weighted(1, ITEMS, new float[] {5, 1, 3, 4, 2}, new int[] {0, 0}, new int[] {0, 3}, new int[] {0, 4}, new int[] {0, 7}, new int[] {0, 11}).matrix();
    }

    private static double squared(ItemVectors items, Sparse rows, float[] x) {
        double sum = 0;
        for (int e = 0; e < rows.entries(); e++) {
            int i = rows.column()[e];
            double error = rows.value()[e] - items.bias()[i] - dot(x, 0, items.vectors().values(), i * LENGTH, LENGTH) - (x.length > LENGTH ? x[LENGTH] : 0);
            sum += error * error;
        }
        return sum + LAMBDA * rows.entries() * squares(x, 0, x.length);
    }

    @Test void theRidgeOfAUserIsFlatWhereItIsSolved() {
        ItemVectors items = items(false);
        float[] x = new float[LENGTH + 1];
        new RidgeFoldIn(items, null, LAMBDA, 1).fold(ratings(), 0, x, 0);
        for (double slope : slopes(() -> squared(items, ratings(), x), x)) assertEquals(0, slope, 1e-3);
        float[] doubled = new float[LENGTH + 1];
        new RidgeFoldIn(items, null, LAMBDA, 2).fold(ratings(), 0, doubled, 0);
        for (int k = 0; k <= LENGTH; k++) assertEquals(x[k], doubled[k], 1e-5, "the unit changes nothing but the size of numbers");
    }

    @Test void aNonNegativeRowIsFlatOrAtZero() {
        ItemVectors items = items(true);
        float[] x = new float[LENGTH];
        new NonNegativeFoldIn(items.vectors(), LAMBDA).fold(ratings(), 0, x, 0);
        double[] slopes = slopes(() -> squared(items, ratings(), x), x);
        for (int k = 0; k < LENGTH; k++) {
            assertTrue(x[k] >= 0);
            if (x[k] > 0) assertEquals(0, slopes[k], 1e-2, "at " + k);
            else assertTrue(slopes[k] < 1e-2, "at " + k);
        }
    }

    @Test void noRoundOfNonNegativeFactorsIsWorse() {
        var random = new Random(2);
        int[][] pairs = IntStream.range(0, 200).mapToObj(_ -> new int[] {random.nextInt(20), random.nextInt(15)}).toArray(int[][]::new);
        float[] rating = new float[pairs.length];
        for (int e = 0; e < rating.length; e++) rating[e] = 1 + random.nextInt(5);
        Sparse rows = Tiny.weighted(20, 15, rating, pairs).means();
        var learner = new NmfLearner(rows, 3, new FitNmf.Setup(4, 1, 0.05, true, 0, 1), new Workers(1));
        double last = Double.POSITIVE_INFINITY;
        for (int k = 0; k < 30; k++) {
            learner.epoch(k, Progress.NONE);
            double now = objective(learner, rows);
            assertTrue(now <= last + 1e-4, k + ": " + now + " after " + last);
            last = now;
        }
        for (float x : learner.users.values()) assertTrue(x >= 0);
        for (float y : learner.items.values()) assertTrue(y >= 0);
    }

    private static double objective(NmfLearner learner, Sparse rows) {
        double sum = 0;
        for (int u = 0; u < rows.rows(); u++) for (int e = rows.start()[u]; e < rows.start()[u + 1]; e++) {
            int i = rows.column()[e];
            double error = rows.value()[e] - dot(learner.users.values(), u * 4, learner.items.values(), i * 4, 4);
            sum += error * error + 0.05 * (squares(learner.users.values(), u * 4, 4) + squares(learner.items.values(), i * 4, 4));
        }
        return sum;
    }

    @Test void aPairMovesAsTheSlopeOfItsLogisticLossSays() {
        Sparse rows = Tiny.drawn("x ", " x").matrix(); // each user's item is the other's negative: two steps an epoch, in either order
        var learner = new BprLearner(rows, new FitBpr.Setup(3, 1, 0.01, LAMBDA, FitBpr.Negatives.UNIFORM, 0, 1), new Workers(1));
        float[] x = learner.users.values(), y = learner.items.values();
        float[][] before = {x.clone(), y.clone()};
        learner.epoch(0, Progress.NONE);
        boolean either = false;
        for (int first = 0; first < 2; first++) {
            float[] u = before[0].clone(), i = before[1].clone(), bias = new float[2];
            pair(u, i, bias, first);
            pair(u, i, bias, 1 - first);
            boolean same = true;
            for (int k = 0; k < 6; k++) same &= Math.abs(u[k] - x[k]) < 1e-7 && Math.abs(i[k] - y[k]) < 1e-7;
            either |= same && Math.abs(bias[0] - learner.bias[0]) < 1e-7;
        }
        assertTrue(either);
    }

    private static void pair(float[] x, float[] y, float[] bias, int user) {
        int i = user, j = 1 - user;
        DoubleSupplier loss = () -> Math.log1p(Math.exp(-(dot(x, user * 3, y, i * 3, 3) - dot(x, user * 3, y, j * 3, 3) + bias[i] - bias[j])))
                + LAMBDA / 2 * (squares(x, user * 3, 3) + squares(y, 0, 6) + squares(bias, 0, 2));
        double[] ofX = slopes(loss, x), ofY = slopes(loss, y), ofBias = slopes(loss, bias);
        for (int k = 0; k < 6; k++) {
            x[k] += (float) (0.01 * ofX[k]);
            y[k] += (float) (0.01 * ofY[k]);
        }
        for (int k = 0; k < 2; k++) bias[k] += (float) (0.01 * ofBias[k]);
    }
}
