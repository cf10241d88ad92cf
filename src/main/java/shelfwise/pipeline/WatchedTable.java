package shelfwise.pipeline;

import java.util.HashMap;
import java.util.List;
import java.util.function.Consumer;
import shelfwise.base.Progress;
import shelfwise.data.Bundle;
import shelfwise.data.Chunk;
import shelfwise.data.Schema;
import shelfwise.data.Table;

/** A table that looks at each of its chunks whether the work was cancelled: so that what knows no progress, such as keeping a value, ends too. */
record WatchedTable(Table table, Progress progress) implements Table {
    /** The same value with all its parts watched. */
    static Bundle watch(Bundle bundle, Progress progress) {
        var parts = new HashMap<String, Table>();
        bundle.parts().forEach((name, table) -> parts.put(name, new WatchedTable(table, progress)));
        return new Bundle(bundle.facts(), parts);
    }

    @Override public Schema schema() {
        return table.schema();
    }

    @Override public long rows() {
        return table.rows();
    }

    @Override public String hash() {
        return table.hash(progress);
    }

    @Override public String hash(Progress other) {
        return table.hash(progress);
    }

    @Override public void scan(int[] columns, Consumer<Chunk> visitor) {
        table.scan(columns, chunk -> {
            progress.check();
            visitor.accept(chunk);
        });
    }

    @Override public Table slice(long from, long to) {
        return table.slice(from, to);
    }

    @Override public Table select(List<String> names) {
        return new WatchedTable(table.select(names), progress);
    }
}
