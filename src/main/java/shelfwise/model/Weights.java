package shelfwise.model;

/** What a model makes of the weights of events. */
public enum Weights {
    /** Each pair of user and item counts 1, however often and with whatever weight it comes. */
    BINARY,
    /** The weights of a pair's events, added up. */
    AS_THEY_ARE
}
