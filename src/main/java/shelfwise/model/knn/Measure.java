package shelfwise.model.knn;

/**
 * How alike two rows of a sparse matrix are. Row a is the one that something is looked for (a candidate item, the user asked about), row b
 * the one that speaks for it (a history item, another user); only Tversky and asymmetric cosine tell them apart. λ is the shrinkage added to the
 * denominator, c the columns in common, |a| the columns of a, ‖a‖ the length of a as a vector.
 *
 * <ul>
 * <li>COSINE: a·b / (‖a‖‖b‖ + λ), absent places 0 (Salton, McGill 1983; for items Sarwar et al. 2001).
 * <li>ADJUSTED_COSINE: the same once the mean of its column was taken from each place (for items: of the user; Sarwar et al. 2001).
 * <li>PEARSON: the same once the mean of its row was taken from each place (Resnick et al. 1994).
 * <li>DOT: a·b / (1 + λ), for weighted matrices.
 * <li>JACCARD: c / (|a| + |b| − c + λ) (Jaccard 1901).
 * <li>DICE: 2c / (|a| + |b| + λ) (Dice 1945).
 * <li>LOG_LIKELIHOOD: G / (1 + G + λ), G the log-likelihood ratio of the 2x2 table of columns with both, either or none (Dunning 1993), 0
 * for rows that meet less often than by chance.
 * <li>TVERSKY: c / (c + α(|a| − c) + β(|b| − c) + λ) (Tversky 1977).
 * <li>ASYMMETRIC_COSINE: a·b / (‖a‖^2α ‖b‖^2(1−α) + λ) (Aiolli 2013).
 * <li>LIFT: N·c / (|a||b| + λ), N all columns: how many times more often than by chance (Brin, Motwani, Ullman, Tsur 1997).
 * </ul>
 */
public enum Measure {
    COSINE, ADJUSTED_COSINE, PEARSON, DOT, JACCARD, DICE, LOG_LIKELIHOOD, TVERSKY, ASYMMETRIC_COSINE, LIFT;

    /** Whether it compares how ratings differ from a mean, so that it says nothing where all weights are equal. */
    boolean centred() {
        return this == ADJUSTED_COSINE || this == PEARSON;
    }

    /** Whether it reads the values of places, not only which are there. */
    boolean ofValues() {
        return switch (this) {
            case COSINE, ADJUSTED_COSINE, PEARSON, DOT, ASYMMETRIC_COSINE -> true;
            case JACCARD, DICE, LOG_LIKELIHOOD, TVERSKY, LIFT -> false;
        };
    }

    /** Whether a·b is divided by the powers of both rows, so that no similarity is more than that. */
    boolean overPowers() {
        return ofValues() && this != DOT;
    }
}
