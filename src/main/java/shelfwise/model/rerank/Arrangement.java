package shelfwise.model.rerank;

import java.util.List;
import java.util.function.IntFunction;

/**
 * A new order of a pool.
 *
 * @param order places in the pool, in their new order
 * @param notes by place in the pool, what was done to the item besides moving it: each a message key and its arguments
 */
record Arrangement(int[] order, IntFunction<List<List<String>>> notes) {
    /** Without notes. */
    Arrangement(int[] order) {
        this(order, _ -> List.of());
    }
}
