package shelfwise.model.knn;

import shelfwise.data.Sparse;

/**
 * Mean ratings of the rows of a matrix, and the scale they lie on.
 *
 * @param row     each row's mean; that of all for an empty row
 * @param all     the mean of all
 * @param lowest  the lowest rating
 * @param highest the highest
 */
record Means(double[] row, double all, double lowest, double highest) {
    static Means of(Sparse ratings) {
        double[] row = new double[ratings.rows()];
        double all = 0, lowest = Double.POSITIVE_INFINITY, highest = Double.NEGATIVE_INFINITY;
        for (float v : ratings.value()) {
            all += v;
            lowest = Math.min(lowest, v);
            highest = Math.max(highest, v);
        }
        all /= Math.max(1, ratings.entries());
        for (int r = 0; r < row.length; r++) row[r] = of(ratings, r, all);
        return new Means(row, all, lowest, highest);
    }

    private static double of(Sparse ratings, int row, double otherwise) {
        if (ratings.count(row) == 0) return otherwise;
        double sum = 0;
        for (int e = ratings.start()[row]; e < ratings.start()[row + 1]; e++) sum += ratings.value()[e];
        return sum / ratings.count(row);
    }

    /** @param mean what is expected without neighbours @param above Σ sim·(rating − its mean) @param below Σ |sim| */
    float rating(double mean, double above, double below) {
        return (float) Math.clamp(below > 0 ? mean + above / below : mean, lowest, highest);
    }
}
