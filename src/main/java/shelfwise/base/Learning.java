package shelfwise.base;

/**
 * How far something has learned: one point of a learning curve.
 *
 * @param metric     what was measured, with its texts under {@code metric.METRIC}
 * @param validation whether on events held back for it, else on those that are learned from
 * @param iteration  after which it was measured, from 1: an iteration, an epoch
 */
public record Learning(String metric, boolean validation, int iteration, double value) {
    public Learning {
        Checks.notBlank("metric", metric);
        Checks.that(iteration >= 1, "iterations count from 1: " + iteration);
    }
}
