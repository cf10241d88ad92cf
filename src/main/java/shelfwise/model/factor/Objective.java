package shelfwise.model.factor;

import shelfwise.data.Sparse;
import shelfwise.model.Weights;

/**
 * What implicit ALS makes small (Hu, Koren, Volinsky 2008, equation 3):
 * Σ over all users u and items i of c(u,i) · (p(u,i) − xᵤ·yᵢ)² + regularisation · (Σ‖xᵤ‖² + Σ‖yᵢ‖²), with p = 1 and c = 1 + alpha · w for
 * pairs that came, p = 0 and c = 1 for all others.
 *
 * @param factors        length of the vectors
 * @param alpha          confidence added by a weight of 1
 * @param regularisation lambda
 * @param scaled         whether a row's lambda is multiplied by its number of entries (Zhou et al. 2008)
 */
record Objective(int factors, double alpha, Weights weights, double regularisation, boolean scaled) {
    /** c − 1 of an entry. */
    double extra(float weight) {
        return weights == Weights.BINARY ? alpha : alpha * weight;
    }

    double lambda(Sparse rows, int row) {
        return scaled ? regularisation * rows.count(row) : regularisation;
    }
}
