package shelfwise.model.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Map;

/** Reads histories in their order; what it makes of one, times the vector of an item, is the item's score. */
interface Network {
    /** What is learned. */
    Tensors learned();

    /** Of all vectors. */
    int width();

    /** The events of a history that are looked at, the latest. */
    int length();

    /**
     * The vectors at each place. In all but {@link Cloze} networks a place knows nothing of what comes after it.
     *
     * @param training whether numbers are dropped out
     * @return rows x longest x width
     */
    NDArray read(NDManager now, Batch batch, boolean training);

    /** The vectors of items by number, as scores are made of them: numbers x width. */
    NDArray items(NDArray numbers);

    /** What is kept of it, {@link ItemTable#ITEMS} the vectors of all items among it. */
    Map<String, float[]> toHost();
}
