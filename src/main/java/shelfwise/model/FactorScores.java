package shelfwise.model;

/**
 * A recommender whose score is a user's vector times an item's, plus a number of the item's own. {@link BestItems} then finds the lists of
 * several users at once, with the same bits as {@link Recommender#score(int, float[])}.
 */
public interface FactorScores extends Recommender {
    /** The vectors of all items. */
    ItemFactors itemFactors();

    /** Copies a known user's vector to the start of {@code vector}. @return false where the model is silent for the user */
    boolean copyVector(int user, float[] vector);

    /** Copies the vector that a history is folded in to. @return false where the model is silent for the history */
    boolean copyVector(History history, float[] vector);
}
