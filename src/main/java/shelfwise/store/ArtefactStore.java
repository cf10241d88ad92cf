package shelfwise.store;

import java.util.Optional;
import shelfwise.data.Bundle;

/** Values kept by content key, so that an unchanged step is not run again. Equal tables are kept once. */
public interface ArtefactStore {
    /** The value kept under {@code key}; its tables are read from the store when scanned. */
    Optional<Bundle> find(String key);

    /** Keeps a value, whole or not at all; a key already there is left as it is. */
    void put(String key, Bundle bundle);
}
