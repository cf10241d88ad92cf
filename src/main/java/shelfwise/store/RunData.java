package shelfwise.store;

/** A version of an asset that a run read, and the hash its table had then. */
public record RunData(String asset, int version, String hash) { }
