package shelfwise.app.search;

import java.util.Comparator;

/**
 * What came of a draw.
 *
 * @param score higher is better; NaN if it failed
 */
record Tried(Draw draw, double score) {
    /** The best first; of equal ones the earlier, and what failed last. */
    static final Comparator<Tried> BEST_FIRST = Comparator.comparingDouble((Tried t) -> Double.isNaN(t.score()) ? Double.POSITIVE_INFINITY : -t.score())
            .thenComparingInt(t -> t.draw().number());
}
