package shelfwise.ingest;

import shelfwise.data.TableSink;

/** Where an import goes: a new version that is there whole or not at all. */
public interface ImportTarget {
    /** Begins a version of {@code plan.asset()}. */
    Version begin(ImportPlan plan, String source);

    /** A version while it is written; closing it before {@link #commit} leaves nothing behind. */
    interface Version extends TableSink, AutoCloseable {
        void reject(Reject reject);

        /** @return the version's number, from 1 */
        int commit(java.util.List<shelfwise.base.Problem> notes);

        @Override void close();
    }
}
