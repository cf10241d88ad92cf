package shelfwise.model.rerank;

/**
 * The best items of the base model for one user, which are put into another order; places from 0.
 *
 * @param item  item numbers, best first
 * @param score the base model's scores; negative infinity for an item that a rule brought in
 */
record Pool(int[] item, float[] score) {
    int size() {
        return item.length;
    }

    /** The scores from 0 for the lowest to 1 for the highest; 1 for all if they are equal, 0 for an item that a rule brought in. */
    double[] relevance() {
        double low = Double.POSITIVE_INFINITY, high = Double.NEGATIVE_INFINITY;
        for (float s : score) {
            if (s == Float.NEGATIVE_INFINITY) continue;
            low = Math.min(low, s);
            high = Math.max(high, s);
        }
        double[] relevance = new double[score.length];
        for (int p = 0; p < relevance.length; p++) {
            relevance[p] = score[p] == Float.NEGATIVE_INFINITY ? 0 : high > low ? (score[p] - low) / (high - low) : 1;
        }
        return relevance;
    }
}
