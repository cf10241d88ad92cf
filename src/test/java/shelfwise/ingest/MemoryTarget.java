package shelfwise.ingest;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import shelfwise.base.Problem;
import shelfwise.data.Chunk;
import shelfwise.data.Table;
import shelfwise.data.TableBuilder;

/** Keeps what was committed, in memory. */
final class MemoryTarget implements ImportTarget {
    @Nullable Table table;
    @Nullable ImportPlan plan;
    List<Reject> rejects = List.of();
    int chunksTaken;

    @Override public Version begin(ImportPlan begun, String source) {
        var builder = new TableBuilder(begun.schema());
        var gathered = new ArrayList<Reject>();
        return new Version() {
            @Override public void reject(Reject reject) {
                gathered.add(reject);
            }

            @Override public int commit(List<Problem> notes) {
                table = builder.build();
                plan = begun;
                rejects = gathered;
                return 1;
            }

            @Override public void add(Chunk chunk) {
                chunksTaken++;
                builder.add(chunk);
            }

            @Override public void close() { }
        };
    }

    Table table() {
        return java.util.Objects.requireNonNull(table, "nothing was committed");
    }

    /** A cell as text. */
    String cell(int row, int column) {
        var text = new String[1];
        table().slice(row, row + 1).scan(c -> text[0] = c.columns().get(column).text(0, table().schema().field(column).type()));
        return text[0];
    }

    List<String> column(String name) {
        int index = table().schema().index(name);
        var all = new ArrayList<String>();
        table().scan(new int[] {index}, c -> {
            for (int i = 0; i < c.rows(); i++) all.add(c.columns().getFirst().text(i, table().schema().field(index).type()));
        });
        return all;
    }
}
