package shelfwise.model.torch;

/**
 * The rate of learning: rises in a straight line over the first steps, then falls along half a cosine to a tenth (Loshchilov, Hutter 2017).
 *
 * @param highest rate
 * @param rising  steps
 * @param steps   in all
 */
record Schedule(double highest, long rising, long steps) {
    private static final double LEAST = 0.1;

    /** @param step from 0 */
    double at(long step) {
        if (step < rising) return highest * (step + 1) / rising;
        double gone = Math.min(1, (double) (step - rising) / Math.max(1, steps - rising));
        return highest * (LEAST + (1 - LEAST) * (1 + Math.cos(Math.PI * gone)) / 2);
    }
}
