package shelfwise.profile;

/**
 * What the numbers or times of a column are like; missing values are not among them.
 *
 * @param min          smallest value; NaN, as all below, if there is none
 * @param max          largest value
 * @param mean         arithmetic mean
 * @param std          standard deviation with n - 1 below the line; 0 for one value
 * @param zeros        rows that are 0
 * @param negatives    rows below 0
 * @param quantiles    exact, or from a random sample of 100,000 rows where the column's {@code exact} is false
 * @param histogram    equal bins between the outer fences (three spreads beyond the quartiles); calendar bins for times
 * @param outliers     rows outside Tukey's fences, 1.5 spreads beyond the quartiles (Tukey 1977)
 * @param farOutliers  rows outside the outer fences
 * @param farLow       lower outer fence
 * @param farHigh      upper outer fence
 */
public record NumberStats(double min, double max, double mean, double std, long zeros, long negatives, Quantiles quantiles, Histogram histogram,
        long outliers, long farOutliers, double farLow, double farHigh) { }
