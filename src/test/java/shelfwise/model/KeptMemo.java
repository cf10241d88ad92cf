package shelfwise.model;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import shelfwise.data.Bundle;
import shelfwise.pipeline.Context;

/** What steps keep between runs, as a project keeps it: the first under a key stays. */
public final class KeptMemo implements Context.Memo {
    public final Map<String, Bundle> kept = new HashMap<>();

    @Override public Optional<Bundle> find(String key) {
        return Optional.ofNullable(kept.get(key));
    }

    @Override public void put(String key, Bundle part) {
        kept.putIfAbsent(key, part);
    }
}
