package shelfwise.data;

/** Takes chunks one after another: the one way to make a table, in memory or in the store. */
public interface TableSink {
    /** Columns must match the schema's number and types. */
    void add(Chunk chunk);
}
