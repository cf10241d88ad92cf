package shelfwise.model.knn;

import java.util.Arrays;
import java.util.concurrent.ConcurrentLinkedQueue;
import shelfwise.data.Sparse;
import shelfwise.model.TopN;
import shelfwise.model.Weights;

/**
 * Measures a row against all rows of a matrix at once: each column of the row adds to the rows that have it too. Safe for several
 * threads, each with a {@link Scratch} of its own. Cost of a row: the sum of the lengths of the columns it has.
 */
final class RowMeasure {
    /**
     * What is measured and how.
     *
     * @param shrinkage added to the denominator
     */
    record Likeness(Measure measure, double shrinkage, Weights weights) { }

    /** One thread's flat accumulators, one place a row; all zero between two rows. */
    static final class Scratch {
        final int[] common;
        final float[] dot;

        private Scratch(int rows, boolean weighted) {
            common = new int[rows];
            dot = weighted ? new float[rows] : new float[0];
        }

        void clear() {
            Arrays.fill(common, 0);
            Arrays.fill(dot, 0);
        }
    }

    private final Sparse rows;
    private final Sparse columns;
    private final Likeness likeness;
    private final boolean weighted;
    private final double[] norm;
    private final ConcurrentLinkedQueue<Scratch> idle = new ConcurrentLinkedQueue<>();

    /**
     * @param rows    the rows to measure against
     * @param columns their transpose
     */
    RowMeasure(Sparse rows, Sparse columns, Likeness likeness) {
        this.rows = rows;
        this.columns = columns;
        this.likeness = likeness;
        weighted = likeness.weights() == Weights.AS_THEY_ARE && likeness.measure() == Measure.COSINE;
        norm = new double[rows.rows()];
        for (int r = 0; r < norm.length; r++) norm[r] = norm(rows, r);
    }

    Sparse rows() {
        return rows;
    }

    Scratch scratch() {
        return new Scratch(rows.rows(), weighted);
    }

    /** A scratch used before and cleared, or a new one; to be given back. */
    Scratch take() {
        Scratch known = idle.poll();
        return known == null ? scratch() : known;
    }

    void giveBack(Scratch s) {
        s.clear();
        idle.add(s);
    }

    double norm(Sparse of, int row) {
        if (!weighted) return Math.sqrt(of.count(row));
        double sum = 0;
        for (int e = of.start()[row]; e < of.start()[row + 1]; e++) sum += (double) of.value()[e] * of.value()[e];
        return Math.sqrt(sum);
    }

    /** Fills the scratch with what {@code row} of {@code query} has in common with each row. */
    void accumulate(Sparse query, int row, Scratch s) {
        for (int e = query.start()[row]; e < query.start()[row + 1]; e++) {
            int from = columns.start()[query.column()[e]], to = columns.start()[query.column()[e] + 1];
            if (weighted) addWeighted(query.value()[e], from, to, s);
            else add(from, to, s.common);
        }
    }

    private void add(int from, int to, int[] common) {
        int[] other = columns.column();
        for (int f = from; f < to; f++) common[other[f]]++;
    }

    private void addWeighted(float weight, int from, int to, Scratch s) {
        int[] other = columns.column();
        float[] value = columns.value();
        for (int f = from; f < to; f++) {
            s.common[other[f]]++;
            s.dot[other[f]] += weight * value[f];
        }
    }

    /**
     * How alike the accumulated row and row {@code other} are; 0 if they have nothing in common.
     *
     * @param queryNorm  of the accumulated row, by {@link #norm(Sparse, int)}
     * @param queryCount its entries
     */
    float similarity(double queryNorm, int queryCount, int other, Scratch s) {
        int common = s.common[other];
        if (common == 0) return 0;
        double denominator = likeness.shrinkage() + switch (likeness.measure()) {
            case COSINE -> queryNorm * norm[other];
            case JACCARD -> queryCount + rows.count(other) - common;
        };
        return denominator > 0 ? (float) ((weighted ? s.dot[other] : common) / denominator) : 0;
    }

    /** Offers every row more than 0 alike to {@code top}, but {@code self} (-1 for none); the scratch stays filled. */
    void nearest(Sparse query, int row, int self, Scratch s, TopN top) {
        double queryNorm = norm(query, row);
        int queryCount = query.count(row);
        top.clear();
        for (int other = 0; other < s.common.length; other++) {
            if (s.common[other] == 0 || other == self) continue;
            float similarity = similarity(queryNorm, queryCount, other, s);
            if (similarity > 0) top.offer(other, similarity);
        }
        top.sort();
    }
}
