package shelfwise.data;

/** What can flow through a port and be kept in the store: it can be taken apart into named tables and hashed by content. */
public interface Portable {
    /** SHA-256 of the content, equal for equal content. */
    String hash();

    /** The parts from which the same value can be made again. */
    Bundle toBundle();
}
