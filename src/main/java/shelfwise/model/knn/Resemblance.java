package shelfwise.model.knn;

/**
 * The number that {@link Measure} defines, from what two rows have in common and what they are by themselves. Safe for several threads.
 */
final class Resemblance {
    private final Likeness likeness;
    private final int columns;
    private final double[] xLogX;

    /** @param columns how many there are in all */
    Resemblance(Likeness likeness, int columns) {
        this.likeness = likeness;
        this.columns = columns;
        xLogX = new double[likeness.measure() == Measure.LOG_LIKELIHOOD ? columns + 1 : 0];
        for (int k = 1; k < xLogX.length; k++) xLogX[k] = k * Math.log(k);
    }

    /** ‖a‖^2α for the row something is looked for, ‖b‖^2(1−α) for the other; the length itself where the measure does not tell them apart. */
    double power(double length, boolean asked) {
        if (likeness.measure() != Measure.ASYMMETRIC_COSINE) return length;
        return Math.pow(length, 2 * (asked ? likeness.alpha() : 1 - likeness.alpha()));
    }

    /**
     * How alike; 0 where there is nothing to divide by.
     *
     * @param common columns that both have
     * @param dot    a·b
     * @param countA places of the row that something is looked for
     * @param power  both {@link #power}s multiplied
     */
    float of(int common, double dot, int countA, int countB, double power) {
        if (common < likeness.shrinkage().support()) return 0;
        double above = dot, below = switch (likeness.measure()) {
            case COSINE, ADJUSTED_COSINE, PEARSON, ASYMMETRIC_COSINE -> power;
            case DOT -> 1;
            case JACCARD -> countA + countB - common;
            case DICE -> countA + countB;
            case TVERSKY -> common + likeness.alpha() * (countA - common) + likeness.beta() * (countB - common);
            case LIFT -> (double) countA * countB;
            case LOG_LIKELIHOOD -> 1 + (above = logLikelihood(common, countA, countB));
        };
        if (likeness.measure() == Measure.DICE) above *= 2;
        if (likeness.measure() == Measure.LIFT) above *= columns;
        double denominator = likeness.shrinkage().added() + below;
        if (!(denominator > 0)) return 0;
        double factor = likeness.shrinkage().factor();
        return (float) (factor > 0 ? above / denominator * common / (common + factor) : above / denominator);
    }

    /** 2·(H(rows) + H(columns) − H(table)), H unnormalised, as in Mahout; 0 where they meet less often than by chance. */
    private double logLikelihood(int both, int countA, int countB) {
        int onlyA = countA - both, onlyB = countB - both, none = columns - countA - countB + both;
        if ((double) both * none <= (double) onlyA * onlyB) return 0;
        double rows = xLogX[columns] - xLogX[countA] - xLogX[columns - countA], sides = xLogX[columns] - xLogX[countB] - xLogX[columns - countB];
        double table = xLogX[columns] - xLogX[both] - xLogX[onlyA] - xLogX[onlyB] - xLogX[none];
        return Math.max(0, 2 * (rows + sides - table));
    }
}
