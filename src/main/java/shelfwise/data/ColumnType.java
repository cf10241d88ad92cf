package shelfwise.data;

/** The type of a column's values. TIME is milliseconds since 1970-01-01T00:00Z, BOOLEAN is 0 or 1; both lie in {@link LongCells}. */
public enum ColumnType {
    TEXT, INTEGER, DECIMAL, TIME, BOOLEAN
}
