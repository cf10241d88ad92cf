package shelfwise.evaluate;

import java.util.BitSet;
import java.util.Optional;

/**
 * Part of the measured users or of the items to be found.
 *
 * @param id     {@code user:new}, {@code item:tail}, {@code value:high}, {@code category:NAME}
 * @param places of its users among the measured ones, ascending
 * @param items  that alone are to be found; empty for all
 */
record Segment(String id, int[] places, Optional<BitSet> items) {
    boolean has(int item) {
        return items.isEmpty() || items.get().get(item);
    }
}
