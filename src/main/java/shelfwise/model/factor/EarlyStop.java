package shelfwise.model.factor;

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
        best = new float[learned.length][];
    }

    /** Takes note of a look. @param gain larger is better @return whether to end */
    boolean look(double gain) {
        if (gain > most || most == Double.NEGATIVE_INFINITY) {
            most = gain;
            since = 0;
            for (int a = 0; a < learned.length; a++) best[a] = learned[a].clone();
        } else {
            since++;
        }
        return patience > 0 && since >= patience;
    }

    /** Puts the arrays back to how they were at the best look, if there was one. */
    void back() {
        for (int a = 0; a < learned.length; a++) if (best[a] != null) System.arraycopy(best[a], 0, learned[a], 0, best[a].length);
    }
}
