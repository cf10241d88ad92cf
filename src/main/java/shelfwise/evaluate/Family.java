package shelfwise.evaluate;

import java.util.List;

/** Metrics of one user's list that are worked out together; for one thread. */
interface Family {
    /** Ids, in the order in which {@link #measure} writes. */
    List<String> metrics();

    /** Writes the values from {@code at}: metric by metric, cut-off by cut-off; NaN where a metric is not defined. */
    void measure(OneList list, double[] values, int at);
}
