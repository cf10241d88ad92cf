package shelfwise.model.torch;

/** How a user and an item are held together. */
public enum PairForm {
    /** Product of the vectors, each number weighted. */
    PRODUCT,
    /** Layers over both vectors. */
    LAYERS,
    /** Both, each with vectors of its own, added up. */
    BOTH
}
