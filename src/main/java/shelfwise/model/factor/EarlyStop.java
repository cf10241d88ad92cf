package shelfwise.model.factor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import shelfwise.base.Learning;
import shelfwise.base.Progress;
import shelfwise.data.LearningCurve;

/** Ends a training whose gain has not grown for some looks in a row, remembers what was best, and draws the learning curve. */
final class EarlyStop {
    private final int patience;
    private final float[][] learned, best;
    private final List<Learning> points = new ArrayList<>();
    private double most = Double.NEGATIVE_INFINITY;
    private int since, bestAt;

    /**
     * @param patience looks without gain; 0 for never
     * @param learned  the arrays that the training changes
     */
    EarlyStop(int patience, float[]... learned) {
        this.patience = patience;
        this.learned = learned;
        best = new float[learned.length][0];
    }

    /** One pass over the data. */
    @FunctionalInterface
    interface Epoch {
        void run(int epoch, Progress progress);
    }

    /** How much was learned, larger is better; NaN where there is nothing to look at. */
    @FunctionalInterface
    interface Gain {
        double of(Progress progress);
    }

    /**
     * What is looked at.
     *
     * @param each       epochs from one look to the next
     * @param metric     that is shown of a gain
     * @param validation decides whether to go on
     * @param shown      a gain as the metric
     */
    record Looks(int each, String metric, Gain train, Gain validation, DoubleUnaryOperator shown) { }

    /** Goes through all epochs, or ends early; the arrays are then as they were at the best look. */
    LearningCurve train(int epochs, Looks looks, Progress progress, Epoch epoch) {
        boolean ended = false;
        int done = 0;
        while (done < epochs && !ended) {
            epoch.run(done, progress.part((double) done / epochs, (done + 1.0) / epochs));
            done++;
            if (done % looks.each() == 0) ended = look(looks, done, progress);
        }
        for (int a = 0; a < learned.length; a++) if (best[a].length > 0) System.arraycopy(best[a], 0, learned[a], 0, best[a].length);
        return new LearningCurve(points, bestAt > 0 ? bestAt : done, done < epochs);
    }

    /** @return whether to end */
    private boolean look(Looks looks, int epoch, Progress progress) {
        note(new Learning(looks.metric(), false, epoch, looks.shown().applyAsDouble(looks.train().of(progress))), progress);
        double gain = looks.validation().of(progress);
        if (Double.isNaN(gain)) return false;
        note(new Learning(looks.metric(), true, epoch, looks.shown().applyAsDouble(gain)), progress);
        return patience > 0 && noBetter(gain, epoch);
    }

    private void note(Learning point, Progress progress) {
        if (Double.isNaN(point.value())) return;
        points.add(point);
        progress.learned(point);
    }

    private boolean noBetter(double gain, int epoch) {
        if (gain > most) {
            most = gain;
            since = 0;
            bestAt = epoch;
            for (int a = 0; a < learned.length; a++) best[a] = learned[a].clone();
        } else {
            since++;
        }
        return since >= patience;
    }
}
