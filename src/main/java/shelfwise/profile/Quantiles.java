package shelfwise.profile;

/**
 * Quantiles with linear interpolation between ranks (Hyndman and Fan 1996, type 7, as in R and NumPy); NaN where there was no value.
 * Times are in milliseconds since 1970 UTC.
 */
public record Quantiles(double p01, double p05, double p25, double p50, double p75, double p95, double p99) {
    static Quantiles of(Weighted values) {
        return new Quantiles(values.quantile(0.01), values.quantile(0.05), values.quantile(0.25), values.quantile(0.5), values.quantile(0.75),
                values.quantile(0.95), values.quantile(0.99));
    }

    /** The distance between the quartiles. */
    public double spread() {
        return p75 - p25;
    }
}
