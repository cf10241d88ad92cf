package shelfwise.model.knn;

/** Over which places the length of a row is taken by the measures that have one. */
public enum Norms {
    /** All places of each row. */
    FULL,
    /** Only the columns that both rows have: a single one in common then makes the cosine 1. */
    CO_RATED
}
