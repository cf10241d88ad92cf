package shelfwise.pipeline;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import shelfwise.data.Bundle;
import shelfwise.store.ArtefactStore;

/** Keeps artefacts in memory. */
final class MemoryArtefacts implements ArtefactStore {
    final Map<String, Bundle> kept = new LinkedHashMap<>();

    @Override public Optional<Bundle> find(String key) {
        return Optional.ofNullable(kept.get(key));
    }

    @Override public void put(String key, Bundle bundle) {
        kept.putIfAbsent(key, bundle);
    }
}
