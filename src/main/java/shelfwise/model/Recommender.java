package shelfwise.model;

import java.util.BitSet;
import java.util.List;
import shelfwise.data.Ids;
import shelfwise.data.Interactions;
import shelfwise.data.Model;

/**
 * A trained recommender. It never changes and may be asked by several threads at once. Users and items are dense numbers of
 * {@link #training()}'s ids.
 */
public interface Recommender extends Model {
    /** The id of the {@link shelfwise.pipeline.Operator.Fit} that trained it and makes it again from its bundle. */
    String operator();

    /** Whether the item may stand in a list at all, popular items that fill a list up among them; false only where a rule forbids it. */
    default boolean offers(int item) {
        return true;
    }

    /** Whether it has something to say to a known user without events, because it knows more of users than these; false for most. */
    default boolean knows(int user) {
        return false;
    }

    /** Adds the items that a rule keeps out of the list of a known user; to be left out like those that are not {@link #offers offered}. */
    default void withhold(int user, BitSet items) { }

    /** As {@link #withhold(int, BitSet)}, for somebody known by a history alone. */
    default void withhold(History history, BitSet items) { }

    /** Why popular items have to fill up a list of this model. */
    default Recommendations.Fallback shortage() {
        return Recommendations.Fallback.FILLED_UP;
    }

    /** The models inside it, whose places are the numbers of {@link Evidence.Kind#MODEL} parts; none for most. */
    default List<Recommender> components() {
        return List.of();
    }

    /** What it was trained on; histories and seen items come from here. */
    Interactions training();

    default Ids users() {
        return training().users();
    }

    default Ids items() {
        return training().items();
    }

    /**
     * Scores every item for a known user; higher is better, {@link Float#NEGATIVE_INFINITY} where the model has nothing to say.
     * Items already seen are scored like any other.
     *
     * @param scores filled, one an item
     */
    void score(int user, float[] scores);

    /**
     * Scores every item for somebody known only by these events (fold-in), without training.
     *
     * @param history items and weights, oldest first; may be empty
     */
    void score(History history, float[] scores);

    /** The items most like {@code item} in the model's own sense, best first, at most {@code n}, without the item itself. */
    List<Neighbour> similar(int item, int n);

    /**
     * Why {@code item} has its score for this history: the parts add up to the score where the model is additive
     * ({@link Evidence#additive()}), and are the most telling similarities otherwise. Largest first.
     */
    Evidence evidence(History history, int item);

    /** The evidence of several items for one history, in their order; what depends on the history alone is worked out once. */
    List<Evidence> evidence(History history, int[] items);
}
