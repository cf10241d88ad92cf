package shelfwise.model.vectors;

/** How the vectors of a history become what items are compared with. */
public enum Profile {
    /** One profile: the weighted sum of the history's vectors. */
    MEAN,
    /** Each item is compared with the history items nearest to it (item-based). */
    NEAREST,
    /** Several profiles: the history falls into groups of like items, and the best of them counts (interest-based). */
    INTERESTS
}
