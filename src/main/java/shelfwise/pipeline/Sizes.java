package shelfwise.pipeline;

import java.util.Map;
import java.util.Optional;
import shelfwise.data.Bundle;
import shelfwise.data.Table;

/** The one number that says how large a value is, read from its parts without restoring it. */
final class Sizes {
    private Sizes() { }

    /** Rows of a table or of metrics, events, items of a catalogue or of vectors, events of all parts of a split, users with lists; 0 for a model. */
    static long of(PortType type, Bundle kept) {
        return switch (type) {
            case TABLE -> rows(kept, "table");
            case INTERACTIONS -> rows(kept, "user");
            case CATALOGUE -> rows(kept, "items");
            case VECTORS -> rows(kept, "ids");
            case SPLIT -> rows(kept, "train.user") + rows(kept, "validation.user") + rows(kept, "test.user") + rows(kept, "foldIn.user");
            case MODEL -> 0;
            case LISTS -> rows(kept, "users");
            case METRICS -> rows(kept, "rows");
        };
    }

    private static long rows(Bundle kept, String part) {
        Map<String, Table> parts = kept.parts();
        return Optional.ofNullable(parts.get(part)).map(Table::rows).orElse(0L);
    }
}
