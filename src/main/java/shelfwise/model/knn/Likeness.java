package shelfwise.model.knn;

import shelfwise.base.Problem;
import shelfwise.model.Weights;

/**
 * What is measured between two rows, and how.
 *
 * @param alpha of {@link Measure#TVERSKY} and {@link Measure#ASYMMETRIC_COSINE}
 * @param beta  of {@link Measure#TVERSKY}
 */
record Likeness(Measure measure, Norms norms, double alpha, double beta, Weighing weighing, Shrinkage shrinkage) {
    /**
     * What the values of the matrix become.
     *
     * @param k1 of BM25: how soon repeats count no more
     * @param b  of BM25: how much long rows are held back
     */
    record Weighing(Weights weights, Weighting weighting, double k1, double b) { }

    /**
     * How little is made of pairs with little in common.
     *
     * @param added   λ in the denominator
     * @param factor  μ of the factor n/(n + μ), n the columns in common; 0: none
     * @param support fewest columns in common
     */
    record Shrinkage(double added, double factor, int support) { }

    /** Of counts alone, with nothing added to them. */
    static Likeness counted(Measure measure, double alpha, double beta, int support) {
        return new Likeness(measure, Norms.FULL, alpha, beta, new Weighing(Weights.BINARY, Weighting.NONE, 1.2, 0.75), new Shrinkage(0, 0, support));
    }

    /** @throws shelfwise.base.ProblemException if the measure needs ratings and is told to take each as 1 */
    void checkRatings(String name) {
        if (measure.centred() && weighing.weights() == Weights.BINARY) throw Problem.of("knn.needs-ratings", name).asException();
    }
}
