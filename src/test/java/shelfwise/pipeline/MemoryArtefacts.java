package shelfwise.pipeline;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import shelfwise.data.Bundle;
import shelfwise.data.Table;
import shelfwise.data.TableBuilder;
import shelfwise.store.ArtefactStore;

/** Keeps artefacts in memory. */
final class MemoryArtefacts implements ArtefactStore {
    final Map<String, Bundle> kept = Collections.synchronizedMap(new LinkedHashMap<>());

    @Override public Optional<Bundle> find(String key) {
        return Optional.ofNullable(kept.get(key));
    }

    @Override public void put(String key, Bundle bundle) {
        var copies = new LinkedHashMap<String, Table>();
        bundle.parts().forEach((name, table) -> copies.put(name, copy(table)));
        kept.putIfAbsent(key, new Bundle(bundle.facts(), copies));
    }

    /** Read to its end now, as a store does. */
    private static Table copy(Table table) {
        var builder = new TableBuilder(table.schema());
        table.scan(builder::add);
        return builder.build();
    }
}
