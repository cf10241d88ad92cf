package shelfwise.data;

/** The values of one column in one chunk. Immutable by contract: the arrays inside are never changed once a chunk was made. */
public sealed interface Cells permits LongCells, DoubleCells, TextCells {
    int size();

    boolean missing(int row);

    /** The value as text as the analyst would read it in a file; empty if missing. {@code type} tells TIME and BOOLEAN from numbers. */
    String text(int row, ColumnType type);

    /** The rows at {@code rows} (indices into these cells), in that order. */
    Cells pick(int[] rows);

    /** The rows {@code from} (inclusive) to {@code to} (exclusive): a plain copy, much faster than picking them. */
    Cells part(int from, int to);
}
