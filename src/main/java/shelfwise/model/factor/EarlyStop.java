package shelfwise.model.factor;

import java.util.function.DoubleSupplier;
import shelfwise.base.Progress;

/** Ends a training whose gain has not grown for some looks in a row, and remembers what was best. */
final class EarlyStop {
    private final int patience;
    private final float[][] learned, best;
    private double most = Double.NEGATIVE_INFINITY;
    private int since;

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

    /**
     * Goes through all epochs, or ends early; the arrays are then as they were at the best look.
     *
     * @param each epochs from one look to the next; 0 where there is nothing to look at
     * @param gain larger is better
     */
    void train(int epochs, int each, Progress progress, Epoch epoch, DoubleSupplier gain) {
        boolean looks = each > 0 && patience > 0;
        boolean ended = false;
        for (int k = 0; k < epochs && !ended; k++) {
            epoch.run(k, progress.part((double) k / epochs, (k + 1.0) / epochs));
            if (looks && (k + 1) % each == 0) ended = look(gain.getAsDouble());
        }
        for (int a = 0; a < learned.length; a++) if (best[a].length > 0) System.arraycopy(best[a], 0, learned[a], 0, best[a].length);
    }

    /** @return whether to end */
    private boolean look(double gain) {
        if (gain > most) {
            most = gain;
            since = 0;
            for (int a = 0; a < learned.length; a++) best[a] = learned[a].clone();
        } else {
            since++;
        }
        return since >= patience;
    }
}
