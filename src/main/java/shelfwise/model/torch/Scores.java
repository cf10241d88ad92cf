package shelfwise.model.torch;

import shelfwise.model.ItemFactors;

/** How the vector of a history becomes scores of items, in plain Java. Any thread may ask. */
interface Scores {
    /** Of all items for the vector in {@code x} from {@code at}; −∞ where nothing is known of one. */
    void score(float[] x, int at, float[] scores);

    /** Of one item, known or not. */
    float score(float[] x, int at, int item);

    /** Products of vectors. */
    record Products(ItemFactors items) implements Scores {
        @Override public void score(float[] x, int at, float[] scores) {
            items.score(x, at, scores);
        }

        @Override public float score(float[] x, int at, int item) {
            return items.score(x, at, item);
        }
    }
}
