package shelfwise.prepare;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import shelfwise.base.Progress;
import shelfwise.data.Table;
import shelfwise.data.TableBuilder;
import shelfwise.pipeline.Context;
import shelfwise.pipeline.Picks;
import shelfwise.pipeline.Settings;

/** Keeps one of the rows that are alike; the rows left stay in their order. Two missing values are alike. */
public final class DropDuplicates extends TableStep<DropDuplicates.Setup> {
    public enum Keep { FIRST, LAST }

    /** @param columns what is compared; none: the whole row */
    public record Setup(@Picks(Picks.What.COLUMN) List<String> columns, Keep keep) {
        public Setup {
            Settings.check(Setup.class, columns, keep);
            columns = List.copyOf(columns);
        }
    }

    @Override public String id() {
        return "prepare.drop-duplicates";
    }

    @Override public Setup defaults() {
        return new Setup(List.of(), Keep.FIRST);
    }

    @Override Optional<String> from(Setup settings, String column) {
        return Optional.of(column);
    }

    @Override Table change(Setup settings, Table table, Context context) {
        int[] columns = Columns.namedOrAll(table.schema(), settings.columns());
        BitSet kept = kept(table, columns, settings.keep(), context.progress().part(0, 0.7));
        var builder = new TableBuilder(table.schema());
        Pass.over(table, context.progress().part(0.7, 1), (chunk, before) -> {
            boolean[] keep = new boolean[chunk.rows()];
            for (int i = 0; i < keep.length; i++) keep[i] = kept.get((int) before + i);
            Pass.addKept(builder, chunk, keep);
        });
        return builder.build();
    }

    private static BitSet kept(Table table, int[] columns, Keep keep, Progress progress) {
        var kept = new BitSet(Math.toIntExact(table.rows()));
        var seen = new KeySet(progress);
        Pass.over(table, columns, progress, (chunk, before) -> {
            RowKeys keys = RowKeys.of(chunk);
            for (int i = 0; i < chunk.rows(); i++) {
                int row = (int) before + i;
                long earlier = seen.put(keys.high()[i], keys.low()[i], row);
                if (keep == Keep.LAST && earlier >= 0) kept.clear((int) earlier);
                if (keep == Keep.LAST || earlier < 0) kept.set(row);
            }
        });
        return kept;
    }
}
