package shelfwise.evaluate;

/**
 * Student's t distribution.
 *
 * @param freedom degrees of freedom, from 1
 */
record StudentT(int freedom) {
    /** From here on {@link #quantile975} is off by less than 1e-6. */
    private static final int MANY = 200;
    private static final double Z_975 = 1.959963984540054;

    /** P(|T| ≥ |t|), by the finite series of Abramowitz, Stegun 1964, 26.7.3 and 26.7.4. Cost: O(freedom), less where terms vanish. */
    double twoSided(double t) {
        if (Double.isNaN(t)) return Double.NaN;
        if (Double.isInfinite(t)) return 0;
        double angle = Math.atan(Math.abs(t) / Math.sqrt(freedom)), cosine2 = Math.pow(Math.cos(angle), 2);
        boolean odd = freedom % 2 == 1;
        double sum = freedom == 1 ? 0 : 1, term = 1;
        for (int k = odd ? 3 : 2; k <= freedom - 2 && term > 1e-17; k += 2) {
            term *= cosine2 * (k - 1) / k;
            sum += term;
        }
        double inside = odd ? 2 / Math.PI * (angle + Math.sin(angle) * Math.cos(angle) * sum) : Math.sin(angle) * sum;
        return Math.clamp(1 - inside, 0, 1);
    }

    /** The t with P(|T| ≥ t) = 0.05. For many degrees of freedom by the expansion of Abramowitz, Stegun 1964, 26.7.5. */
    double quantile975() {
        if (freedom >= MANY) {
            double z = Z_975, v = freedom;
            return z + (Math.pow(z, 3) + z) / (4 * v) + (5 * Math.pow(z, 5) + 16 * Math.pow(z, 3) + 3 * z) / (96 * v * v);
        }
        double low = 0, high = 20;
        while (high - low > 1e-12 * high) {
            double middle = (low + high) / 2;
            if (twoSided(middle) > 0.05) low = middle;
            else high = middle;
        }
        return high;
    }
}
