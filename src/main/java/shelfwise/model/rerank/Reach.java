package shelfwise.model.rerank;

import java.util.Map;
import shelfwise.data.Bundle;

/**
 * What of the base model's list is put into another order.
 *
 * @param pool        so many of its best items
 * @param excludeSeen whether only items new to the user
 */
record Reach(int pool, boolean excludeSeen) {
    Map<String, String> facts() {
        return Map.of("reach.pool", Integer.toString(pool), "reach.exclude-seen", Boolean.toString(excludeSeen));
    }

    static Reach of(Bundle b) {
        return new Reach(Integer.parseInt(b.fact("reach.pool")), Boolean.parseBoolean(b.fact("reach.exclude-seen")));
    }
}
