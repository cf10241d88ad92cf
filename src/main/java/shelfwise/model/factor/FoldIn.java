package shelfwise.model.factor;

import shelfwise.data.Sparse;

/** Finds a user's vector from its events against item vectors that stay as they are: always the same one for the same events. For several threads at once. */
@FunctionalInterface
interface FoldIn {
    /** Writes the vector for the events in one row of a matrix whose columns are the items; zeros for a row with no entries. */
    void fold(Sparse rows, int row, float[] out, int at);
}
