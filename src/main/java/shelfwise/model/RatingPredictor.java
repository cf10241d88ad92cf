package shelfwise.model;

/** A recommender that can also tell what rating a user would give; its events' weights are ratings. */
public interface RatingPredictor extends Recommender {
    /** The expected rating of {@code item} by a known user, on the scale of the training data; its mean where nothing better is known. Never NaN. */
    float rating(int user, int item);
}
