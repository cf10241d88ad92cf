package shelfwise.ui.pipelines.look;

import java.util.Optional;
import shelfwise.app.look.PortFacts;
import shelfwise.app.look.Product;
import shelfwise.data.Schema;
import shelfwise.pipeline.PortType;

/**
 * What is known of an output.
 *
 * @param product  where its value is kept; empty if it never ran
 * @param facts    of that value; empty if the store keeps it no longer
 * @param expected the columns it would have, where they are known before a run
 */
record PortLook(PortRef ref, PortType type, Standing standing, Optional<Product> product, Optional<PortFacts> facts, Optional<Schema> expected) {
    /** How what is kept stands to the settings. */
    enum Standing {
        /** It is of the present settings. */
        PRESENT,
        /** It is of an earlier run, with other settings or data. */
        STALE,
        /** Nothing is kept. */
        NONE;

        String key() {
            return "look.standing." + name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
