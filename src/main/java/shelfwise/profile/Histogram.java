package shelfwise.profile;

import java.util.List;
import java.util.stream.DoubleStream;
import shelfwise.base.Checks;

/**
 * True counts in bins: bin i holds the values v with {@code edges[i] <= v < edges[i + 1]}; the last bin of decimal numbers holds its
 * upper edge as well.
 *
 * @param edges  ascending, one more than {@code counts}; empty where there was no value. Milliseconds since 1970 UTC for times
 * @param counts rows in each bin
 * @param under  rows below the first edge: values far from the rest, left out so that the picture shows the rest
 * @param over   rows above the last edge
 */
public record Histogram(List<Double> edges, List<Long> counts, long under, long over) {
    public static final Histogram EMPTY = new Histogram(List.of(), List.of(), 0, 0);

    public Histogram {
        edges = List.copyOf(edges);
        counts = List.copyOf(counts);
        Checks.that(counts.isEmpty() ? edges.isEmpty() : edges.size() == counts.size() + 1, edges.size() + " edges for " + counts.size() + " bins");
    }

    /** At most 30 equal bins from the smallest to the largest of {@code values}; those that are no numbers are left out. */
    public static Histogram of(double[] values) {
        var range = DoubleStream.of(values).filter(Double::isFinite).summaryStatistics();
        if (range.getCount() == 0) return EMPTY;
        Bins bins = Bins.equal(range.getMin(), range.getMax(), false);
        for (double v : values) if (Double.isFinite(v)) bins.add(v, 1);
        return bins.histogram();
    }

    /** Rows in all, with those outside. */
    public long total() {
        return counts.stream().mapToLong(Long::longValue).sum() + under + over;
    }
}
