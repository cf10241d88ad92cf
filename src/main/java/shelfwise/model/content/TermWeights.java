package shelfwise.model.content;

/**
 * How much a term counts in an item.
 *
 * @param scheme    how often and how rarely a word comes
 * @param sublinear with TF_IDF, whether a word counts 1 + ln of the times it comes
 * @param fewest    terms of fewer items are left out
 * @param whole     a whole value of a column counts so many times as much as a word that comes once
 */
public record TermWeights(Scheme scheme, boolean sublinear, int fewest, double whole) {
    private static final double K1 = 1.2, B = 0.75;

    /** Words alone. */
    static TermWeights words(boolean sublinear, int fewest) {
        return new TermWeights(Scheme.TF_IDF, sublinear, fewest, 0);
    }

    /**
     * Of a word.
     *
     * @param times   it comes in the item
     * @param length  words of the item, as a share of the mean
     * @param items   with text
     * @param holding items with the word
     */
    double word(double times, double length, int items, int holding) {
        double tf = switch (scheme) {
            case TF_IDF -> sublinear ? 1 + Math.log(times) : times;
            case BM25 -> times * (K1 + 1) / (times + K1 * (1 - B + B * length));
        };
        return tf * rarity(items, holding);
    }

    /** Of a whole value. */
    double value(int items, int holding) {
        return whole * rarity(items, holding);
    }

    private double rarity(int items, int holding) {
        return switch (scheme) {
            case TF_IDF -> 1 + Math.log((1.0 + items) / (1 + holding));
            case BM25 -> Math.log(1 + (items - holding + 0.5) / (holding + 0.5));
        };
    }
}
