package shelfwise.model.knn;

import shelfwise.base.Checks;
import shelfwise.data.Interactions;
import shelfwise.data.Sparse;
import shelfwise.model.History;
import shelfwise.model.Weights;

/**
 * How much events count for their age: w · 2^(−age/half-life), the age before {@code now}; an event later than that, or of unknown time,
 * is of now.
 *
 * @param halfLife in days; 0 for events that never age
 * @param now      milliseconds since 1970 UTC
 */
record Ageing(double halfLife, long now, Weights weights) {
    private static final double DAY_MILLIS = 86_400_000;

    static Ageing of(Interactions training, double halfLife, Weights weights) {
        return new Ageing(halfLife, training.time()[training.size() - 1], weights);
    }

    private float weight(float weight, long time) {
        double share = halfLife == 0 ? 1 : Math.exp(-Math.log(2) * Math.max(0, now - time) / DAY_MILLIS / halfLife);
        return (float) ((weights == Weights.BINARY ? 1 : weight) * share);
    }

    /** users x items: the affinity of each user to each item, summed over events. */
    Sparse affinity(Interactions all) {
        float[] aged = new float[all.size()];
        for (int e = 0; e < aged.length; e++) aged[e] = weight(all.weight()[e], all.time()[e]);
        return Sparse.of(all.users().size(), all.items().size(), all.user(), all.item(), aged);
    }

    /** @throws IllegalArgumentException if a weight is not finite */
    History of(History history) {
        for (float w : history.weight()) Checks.that(Float.isFinite(w), "the history has weight " + w);
        float[] aged = new float[history.item().length];
        for (int k = 0; k < aged.length; k++) aged[k] = weight(history.weight()[k], history.time().length == 0 ? now : history.time()[k]);
        return new History(history.item(), aged, history.time());
    }
}
