package shelfwise.model.hybrid;

/** How the scores of models of different kinds are made comparable. */
public enum Scale {
    /** (s − lowest) / (highest − lowest): 0 to 1. */
    MIN_MAX,
    /** (s − mean) / standard deviation. */
    Z_SCORE,
    /** (n + 1 − rank) / n, of n items: how good they are does not count, only their order. */
    RANK,
    /** The scores as they are. */
    AS_THEY_ARE
}
