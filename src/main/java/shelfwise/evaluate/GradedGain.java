package shelfwise.evaluate;

import java.util.Arrays;
import java.util.List;
import shelfwise.data.Sparse;

/**
 * nDCG with graded relevance, the weights of the judged events (Järvelin, Kekäläinen 2002; Burges et al. 2005): Σ over hits of
 * g(rel) / log₂(r + 1), divided by the same of the best order, at cut-off K. ndcg-linear: g(rel) = rel; ndcg-exponential: g(rel) = 2^rel − 1.
 * NaN for a user whose relevant items all have grade 0.
 */
final class GradedGain implements Family {
    /** 2^30 is still far from the end of what a sum of doubles holds exactly. */
    static final int HIGHEST_GRADE = 30;
    private final int[] cuts;
    private final double[] discounts;
    private final Sparse grades;
    private float[] best = new float[64];

    /** @param grades users x items of the judged part */
    GradedGain(int[] cuts, Sparse grades) {
        this.cuts = cuts;
        this.grades = grades;
        discounts = Accuracy.discounts(cuts);
    }

    /** Whether weights are grades: from 0 to {@link #HIGHEST_GRADE}, and not all the same. */
    static boolean fits(float[] weights) {
        boolean differ = false;
        for (float w : weights) {
            if (!(w >= 0 && w <= HIGHEST_GRADE)) return false;
            differ |= w != weights[0];
        }
        return differ;
    }

    @Override public List<String> metrics() {
        return List.of("ndcg-linear", "ndcg-exponential");
    }

    @Override public void measure(OneList list, double[] values, int at) {
        int from = grades.start()[list.user], n = grades.count(list.user), row = 0;
        if (best.length < n) best = new float[2 * n];
        System.arraycopy(grades.value(), from, best, 0, n);
        Arrays.sort(best, 0, n);
        double linear = 0, idealLinear = 0, exponential = 0, idealExponential = 0;
        for (int c = 0; c < cuts.length; c++) {
            for (; row < cuts[c]; row++) {
                if (row < n) {
                    float grade = best[n - 1 - row];
                    idealLinear += discounts[row] * grade;
                    idealExponential += discounts[row] * exponential(grade);
                }
                if (!list.hit(row)) continue;
                float grade = grades.at(list.user, list.item(row));
                linear += discounts[row] * grade;
                exponential += discounts[row] * exponential(grade);
            }
            values[at + c] = idealLinear > 0 ? linear / idealLinear : Double.NaN;
            values[at + cuts.length + c] = idealExponential > 0 ? exponential / idealExponential : Double.NaN;
        }
    }

    private static double exponential(float grade) {
        return Math.pow(2, grade) - 1;
    }
}
