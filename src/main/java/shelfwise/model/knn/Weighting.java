package shelfwise.model.knn;

/** How the places of the matrix are weighted before rows are measured. */
public enum Weighting {
    /** As they are. */
    NONE,
    /** √x · idf: columns that most rows have count little (Salton, Buckley 1988). */
    TF_IDF,
    /** x·(k1 + 1) / (k1·(1 − b + b·length/mean length) + x) · idf: repeats count less and less, long rows less (Robertson et al. 1995). */
    BM25
}
