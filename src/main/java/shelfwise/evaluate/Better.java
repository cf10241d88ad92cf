package shelfwise.evaluate;

import java.util.Set;

/** Which of two values of a metric is the better one. */
public enum Better {
    MORE, LESS,
    /** Of some metrics neither is: a popular list may be wanted or not. */
    NEITHER;

    private static final Set<String> MORE_OF = Set.of("hit-rate", "recall", "precision", "f1", "ndcg", "ndcg-linear", "ndcg-exponential", "map", "mrr", "auc", "serendipity",
            "revenue", "margin");
    private static final Set<String> LESS_OF = Set.of("rmse", "mae", "miscalibration");

    public static Better of(String metric) {
        return MORE_OF.contains(metric) ? MORE : LESS_OF.contains(metric) ? LESS : NEITHER;
    }

    /** Whether {@code value} beats {@code other}; never where either is NaN. */
    public boolean beats(double value, double other) {
        return switch (this) {
            case MORE -> value > other;
            case LESS -> value < other;
            case NEITHER -> false;
        };
    }
}
