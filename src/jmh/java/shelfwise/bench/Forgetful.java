package shelfwise.bench;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import shelfwise.data.Bundle;
import shelfwise.store.ArtefactStore;

/**
 * A store in which a step under measure finds nothing of its own: it keeps what it makes and forgets it again, so that it can run any number
 * of times on what is kept of the steps before it.
 */
final class Forgetful implements ArtefactStore {
    private final ArtefactStore store;
    /** What was there before measuring began. */
    private final Set<String> before = ConcurrentHashMap.newKeySet();
    private final Map<String, Bundle> made = new ConcurrentHashMap<>();
    private volatile boolean measuring, writing;

    Forgetful(ArtefactStore store) {
        this.store = store;
    }

    /** @param write whether what is made is written to the store as well, or not even that */
    void measure(boolean write) {
        measuring = true;
        writing = write;
        made.clear();
    }

    void remember() {
        measuring = false;
    }

    @Override public Optional<Bundle> find(String key) {
        if (measuring && !before.contains(key)) return Optional.ofNullable(made.get(key));
        Optional<Bundle> found = store.find(key);
        if (found.isPresent()) before.add(key);
        return found;
    }

    @Override public void put(String key, Bundle bundle) {
        if (!measuring) before.add(key);
        if (!measuring || writing) store.put(key, bundle);
        else bundle.hash();
        if (measuring) made.put(key, bundle);
    }

    @Override public Hold hold() {
        return store.hold();
    }
}
