package shelfwise.model.knn;

import java.util.Arrays;
import java.util.concurrent.ConcurrentLinkedQueue;
import shelfwise.data.Sparse;
import shelfwise.model.TopN;

/**
 * Measures a row against all rows of a matrix at once: each column of the row adds to the rows that have it too. Safe for several
 * threads, each with a {@link Scratch} of its own. Cost of a row: the sum of the lengths of the columns it has.
 */
final class RowMeasure {
    /** One thread's flat accumulators, one place a row; all zero between two rows. Those not needed are empty. */
    static final class Scratch {
        final int[] common;
        /** Σ ab over the columns in common. */
        final float[] dot;
        /** Σ a² and Σ b² over the columns in common. */
        private final float[] own, others;

        private Scratch(int rows, boolean weighted, boolean coRated) {
            common = new int[rows];
            dot = new float[weighted ? rows : 0];
            own = new float[weighted && coRated ? rows : 0];
            others = new float[own.length];
        }

        void clear() {
            Arrays.fill(common, 0);
            Arrays.fill(dot, 0);
            Arrays.fill(own, 0);
            Arrays.fill(others, 0);
        }
    }

    private static final double ROUNDING = 1 - 1e-6;

    private final Sparse rows;
    private final Sparse columns;
    private final char[] few;
    private final WeighedRows weighed;
    private final Resemblance resemblance;
    /** Whether the row measured is the one something is looked for, and not the one that speaks for others. */
    private final boolean asked;
    private final boolean weighted, coRated, overPowers;
    private final double[] power;
    private final ConcurrentLinkedQueue<Scratch> idle = new ConcurrentLinkedQueue<>();

    /**
     * @param raw   the rows to measure against, unweighed
     * @param asked whether a row measured is the one that something is looked for; see {@link Measure}
     * @throws shelfwise.base.ProblemException if the measure can't be had of these values
     */
    RowMeasure(Sparse raw, Likeness likeness, boolean asked, String name) {
        likeness.checkRatings(name);
        weighted = !WeighedRows.plain(likeness);
        weighed = new WeighedRows(raw, likeness, name);
        rows = weighted ? weighed.of(raw) : raw;
        columns = rows.transpose();
        few = few(columns);
        coRated = likeness.norms() == Norms.CO_RATED && likeness.measure().ofValues();
        this.asked = asked;
        overPowers = likeness.measure().overPowers() && !coRated;
        resemblance = new Resemblance(likeness, raw.columns());
        power = new double[rows.rows()];
        for (int r = 0; r < power.length; r++) power[r] = resemblance.power(length(rows, r), !asked);
    }

    /** The rows, weighed. */
    Sparse rows() {
        return rows;
    }

    /** A row of another matrix as it is to be measured: weighed, by itself. */
    Sparse query(Sparse raw, int row) {
        return weighed.of(raw, row);
    }

    Scratch scratch() {
        return new Scratch(rows.rows(), weighted, coRated);
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

    private double length(Sparse of, int row) {
        if (!weighted) return Math.sqrt(of.count(row));
        double sum = 0;
        for (int e = of.start()[row]; e < of.start()[row + 1]; e++) sum += (double) of.value()[e] * of.value()[e];
        return Math.sqrt(sum);
    }

    /** Fills the scratch with what {@code row} of {@code query} (weighed) has in common with each row. */
    void accumulate(Sparse query, int row, Scratch s) {
        for (int e = query.start()[row]; e < query.start()[row + 1]; e++) {
            int from = columns.start()[query.column()[e]], to = columns.start()[query.column()[e] + 1];
            if (!weighted) add(from, to, s.common);
            else if (coRated) addCoRated(query.value()[e], from, to, s);
            else addWeighted(query.value()[e], from, to, s);
        }
    }

    private void add(int from, int to, int[] common) {
        if (few.length > 0) {
            for (int f = from; f < to; f++) common[few[f]]++;
        } else {
            int[] other = columns.column();
            for (int f = from; f < to; f++) common[other[f]]++;
        }
    }

    /** The numbers in half the room, where they fit; else nothing. */
    private static char[] few(Sparse of) {
        if (of.columns() > Character.MAX_VALUE) return new char[0];
        char[] few = new char[of.entries()];
        for (int e = 0; e < few.length; e++) few[e] = (char) of.column()[e];
        return few;
    }

    private void addWeighted(float weight, int from, int to, Scratch s) {
        int[] other = columns.column();
        float[] value = columns.value();
        for (int f = from; f < to; f++) {
            s.common[other[f]]++;
            s.dot[other[f]] += weight * value[f];
        }
    }

    private void addCoRated(float weight, int from, int to, Scratch s) {
        addWeighted(weight, from, to, s);
        int[] other = columns.column();
        float[] value = columns.value();
        for (int f = from; f < to; f++) {
            s.own[other[f]] += weight * weight;
            s.others[other[f]] += value[f] * value[f];
        }
    }

    /** A row that is measured against the others. */
    private record Measured(int count, double power) { }

    private Measured measured(Sparse query, int row) {
        return new Measured(query.count(row), coRated ? 0 : resemblance.power(length(query, row), asked));
    }

    private float similarity(Measured query, int other, Scratch s) {
        int common = s.common[other], count = rows.count(other);
        double both = coRated ? coRated(other, s) : query.power() * power[other];
        return resemblance.of(common, weighted ? s.dot[other] : common, asked ? query.count() : count, asked ? count : query.count(), both);
    }

    private double coRated(int other, Scratch s) {
        double own = Math.sqrt(weighted ? s.own[other] : s.common[other]), others = Math.sqrt(weighted ? s.others[other] : s.common[other]);
        return resemblance.power(own, asked) * resemblance.power(others, !asked);
    }

    /** Offers every row more than 0 alike to {@code top}, but {@code self} (-1 for none); the scratch stays filled. */
    void nearest(Sparse query, int row, int self, Scratch s, TopN top) {
        Measured measured = measured(query, row);
        top.clear();
        double limit = limit(measured, top);
        for (int other = 0; other < s.common.length; other++) {
            int common = s.common[other];
            if (common == 0 || other == self || (weighted ? s.dot[other] : common) < limit * power[other]) continue;
            float similarity = similarity(measured, other, s);
            if (similarity > Math.max(0, top.floor())) {
                top.offer(other, similarity);
                limit = limit(measured, top);
            }
        }
        top.sort();
    }

    /**
     * What Σ ab must at least be, divided by the other row's power, to get into the list: most rows are passed over without a division.
     * Shrinkage only makes a similarity smaller. A little less than that, for rounding.
     */
    private double limit(Measured query, TopN top) {
        return overPowers ? Math.max(0, top.floor()) * query.power() * ROUNDING : Double.NEGATIVE_INFINITY;
    }

    /** The same among the rows of {@code only}'s row {@code column}, rows x 1 or so: those that have one column. */
    void nearest(Sparse query, int row, Sparse only, int column, Scratch s, TopN top) {
        Measured measured = measured(query, row);
        top.clear();
        for (int e = only.start()[column]; e < only.start()[column + 1]; e++) {
            int other = only.column()[e];
            if (s.common[other] == 0) continue;
            float similarity = similarity(measured, other, s);
            if (similarity > 0) top.offer(other, similarity);
        }
        top.sort();
    }
}
