package shelfwise.data;

/** A trained recommender as it flows through ports. What it can do is told by {@code shelfwise.model.Recommender}. */
public interface Model extends Portable {
    /** The name shown in lists and metrics: that of the node that trained it. */
    String name();
}
