package shelfwise.model.knn;

/**
 * How alike two rows of a sparse matrix are.
 *
 * <p>COSINE: Σ aᵢbᵢ / (‖a‖·‖b‖ + shrinkage), with the norms over all of a row (Sarwar et al. 2001). JACCARD: |A∩B| / (|A∪B| + shrinkage)
 * over the places that are not empty (Jaccard 1901). The shrinkage draws pairs with little in common towards 0.
 */
public enum Measure {
    COSINE, JACCARD
}
