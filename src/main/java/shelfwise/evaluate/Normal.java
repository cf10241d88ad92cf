package shelfwise.evaluate;

/** The standard normal distribution. */
final class Normal {
    private static final double FAR = 8;

    private Normal() { }

    /** P(|Z| ≥ |z|), by the series of Marsaglia 2004 (Evaluating the normal distribution); absolute error below 1e-15. */
    static double twoSided(double z) {
        double x = Math.abs(z), term = x, sum = x;
        if (Double.isNaN(z)) return Double.NaN;
        if (x > FAR) return 0;
        for (int n = 3; term > sum * 1e-17; n += 2) {
            term *= x * x / n;
            sum += term;
        }
        return Math.clamp(1 - 2 * sum * Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI), 0, 1);
    }
}
