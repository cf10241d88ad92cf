package shelfwise.ingest;

import shelfwise.base.Progress;

/** The records of a file, in order, any number of times. */
interface RowSource {
    /** Gives each record until {@code visitor} wants no more. Progress is in bytes of the file, or in rows of a sheet. */
    void read(RowVisitor visitor, Progress progress);

    /** Takes records. The row is used again for the next record. */
    interface RowVisitor {
        /** @return whether to go on */
        boolean row(Row row);

        /** A record that cannot be told from those after it: a quote that never closes. Reading goes on with the next line. */
        default boolean broken(long line, String firstLine) {
            return true;
        }
    }
}
