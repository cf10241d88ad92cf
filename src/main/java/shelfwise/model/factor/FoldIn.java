package shelfwise.model.factor;

import shelfwise.data.Sparse;

/** Finds a user's vector from its events against item vectors that stay as they are: always the same one for the same events. For several threads at once. */
interface FoldIn {
    /** Of the user's vector: that of the item vectors, or one more, which is then the user's bias. */
    int length();

    /** Writes the vector for the events in one row of a matrix whose columns are the items; zeros for a row with no entries. */
    void fold(Sparse rows, int row, float[] out, int at);
}
