package shelfwise.model.vectors;

import java.util.List;

/** Items as vectors of length 1, sparse or dense. An item without a vector is not known. For several threads. */
public interface Space {
    /** Length of the vectors. */
    int dimensions();

    boolean knows(int item);

    /** profile += weight · item's vector. */
    void add(int item, double weight, double[] profile);

    /**
     * scores[j] = scale · profile · vector of j, for all items; {@link Float#NEGATIVE_INFINITY} for those of which this says nothing.
     *
     * @param scores overwritten, one an item
     */
    void score(double[] profile, double scale, float[] scores);

    /** The cosine of {@code item} and each item, its own among them; as {@link #score} of its vector. */
    void cosines(int item, float[] scores);

    /** The cosine of two items; 0 where one is not known or there is nothing in common. */
    double cosine(int a, int b);

    /** Words that two items have in common, the most telling first; empty where vectors have no words. */
    List<String> common(int a, int b);

    /** Whether anything can be said of {@code item} to somebody who had {@code other}. */
    default boolean meets(int item, int other) {
        return knows(item) && knows(other);
    }
}
