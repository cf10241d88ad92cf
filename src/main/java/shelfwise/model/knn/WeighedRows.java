package shelfwise.model.knn;

import java.util.Arrays;
import shelfwise.base.Problem;
import shelfwise.data.Sparse;
import shelfwise.model.Weights;

/**
 * The values of a matrix as the measure wants them: weighted by TF-IDF or BM25, then centred. What is learned from all rows (how many rows
 * have a column, mean length, means of columns) stays with it, so that new rows are weighed alike.
 *
 * <p>TF-IDF and BM25 as in the library implicit: idf = ln N − ln(1 + rows with the column), N rows. Other writers smooth differently.
 */
final class WeighedRows {
    /** A rest of a mean below this part of it comes from rounding alone. */
    private static final double ROUNDING = 1e-6;
    private final Likeness likeness;
    private final double[] idf;
    private final double[] columnMean;
    private final double meanLength;

    /** @throws shelfwise.base.ProblemException if BM25 is to weigh something below 0 */
    WeighedRows(Sparse raw, Likeness likeness, String name) {
        this.likeness = likeness;
        double[] sum = new double[raw.columns()], all = new double[1];
        int[] rows = new int[raw.columns()];
        for (int e = 0; e < raw.entries(); e++) {
            float value = start(raw.value()[e]);
            if (likeness.weighing().weighting() == Weighting.BM25 && value < 0) throw Problem.of("model.negative-weight", name, value).asException();
            sum[raw.column()[e]] += value;
            rows[raw.column()[e]]++;
            all[0] += value;
        }
        meanLength = all[0] / Math.max(1, raw.rows());
        idf = new double[raw.columns()];
        columnMean = new double[raw.columns()];
        for (int c = 0; c < idf.length; c++) {
            idf[c] = Math.log(raw.rows()) - Math.log1p(rows[c]);
            columnMean[c] = rows[c] == 0 ? 0 : sum[c] / rows[c];
        }
    }

    /** Whether values are all 1, so that counting is enough. */
    static boolean plain(Likeness likeness) {
        return !likeness.measure().ofValues() || likeness.weighing().weights() == Weights.BINARY && likeness.weighing().weighting() == Weighting.NONE;
    }

    private float start(float value) {
        return likeness.weighing().weights() == Weights.BINARY ? 1 : value;
    }

    /** The matrix with its values weighed. */
    Sparse of(Sparse raw) {
        float[] value = new float[raw.entries()];
        for (int r = 0; r < raw.rows(); r++) weigh(raw, r, value, raw.start()[r]);
        return new Sparse(raw.rows(), raw.columns(), raw.start(), raw.column(), value);
    }

    /** One row by itself. */
    Sparse of(Sparse raw, int row) {
        int from = raw.start()[row], to = raw.start()[row + 1];
        float[] value = new float[to - from];
        weigh(raw, row, value, 0);
        return new Sparse(1, raw.columns(), new int[] {0, to - from}, Arrays.copyOfRange(raw.column(), from, to), value);
    }

    private void weigh(Sparse raw, int row, float[] into, int at) {
        int from = raw.start()[row], n = raw.count(row);
        double sum = 0;
        for (int k = 0; k < n; k++) sum += start(raw.value()[from + k]);
        for (int k = 0; k < n; k++) into[at + k] = (float) weighted(start(raw.value()[from + k]), raw.column()[from + k], sum);
        if (!likeness.measure().centred()) return;
        if (likeness.measure() == Measure.ADJUSTED_COSINE) {
            for (int k = 0; k < n; k++) into[at + k] = less(into[at + k], columnMean[raw.column()[from + k]]);
        } else {
            double mean = 0;
            for (int k = 0; k < n; k++) mean += into[at + k];
            mean /= Math.max(1, n);
            for (int k = 0; k < n; k++) into[at + k] = less(into[at + k], mean);
        }
    }

    private double weighted(float value, int column, double length) {
        return switch (likeness.measure().centred() ? Weighting.NONE : likeness.weighing().weighting()) {
            case NONE -> value;
            case TF_IDF -> Math.copySign(Math.sqrt(Math.abs(value)), value) * idf[column];
            case BM25 -> {
                double k1 = likeness.weighing().k1(), b = likeness.weighing().b();
                double relative = meanLength > 0 ? length / meanLength : 1;
                yield value == 0 ? 0 : value * (k1 + 1) / (k1 * (1 - b + b * relative) + value) * idf[column];
            }
        };
    }

    private static float less(float value, double mean) {
        double rest = value - mean;
        return Math.abs(rest) <= ROUNDING * Math.abs(mean) ? 0 : (float) rest;
    }
}
