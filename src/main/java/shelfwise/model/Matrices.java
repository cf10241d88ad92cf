package shelfwise.model;

/** A recommender that tells which of the parts it keeps are matrices, for whoever writes them elsewhere. */
public interface Matrices extends Recommender {
    /**
     * Numbers in each row of a part, which is kept row by row.
     *
     * @param part by its name in the bundle
     * @return 1 for one that is no matrix
     */
    int columns(String part);
}
