package shelfwise.store;

import java.util.Optional;
import shelfwise.data.Bundle;

/** Values kept by content key, so that an unchanged step is not run again. Equal tables are kept once. For several threads. */
public interface ArtefactStore {
    /** While it is open, no value that was found or kept since it was made is swept away. Closing it twice does nothing more. */
    @FunctionalInterface
    interface Hold extends AutoCloseable {
        @Override void close();
    }

    /** The value kept under {@code key}; its tables are read from the store when scanned. Counts as a use. */
    Optional<Bundle> find(String key);

    /** Keeps a value, whole or not at all; a key already there is left as it is. */
    void put(String key, Bundle bundle);

    /** Whether a value is kept under {@code key}; no use of it. */
    default boolean has(String key) {
        return find(key).isPresent();
    }

    /** Holds what is found and kept from now on. To be closed by whoever needs those values. */
    default Hold hold() {
        return () -> { };
    }
}
