package shelfwise.model.knn;

/** What is made of the votes for an item. */
public enum Aggregation {
    /** Σ similarity · weight: many votes count. */
    SUM,
    /** Σ similarity · weight / Σ |similarity|: the mean weight, however many vote. */
    MEAN
}
