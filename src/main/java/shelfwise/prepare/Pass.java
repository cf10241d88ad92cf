package shelfwise.prepare;

import java.util.Arrays;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import shelfwise.base.Progress;
import shelfwise.data.Cells;
import shelfwise.data.Chunk;
import shelfwise.data.Schema;
import shelfwise.data.Table;
import shelfwise.data.TableBuilder;
import shelfwise.data.TextCells;

/** One pass over a table, chunk by chunk, that tells its progress and can be cancelled between chunks. */
final class Pass {
    /** Sees a chunk and the number of rows before it. */
    interface Visitor {
        void see(Chunk chunk, long before);
    }

    private Pass() { }

    /** Gives each chunk with these columns only, in the order given. */
    static void over(Table table, int[] columns, Progress progress, Visitor visitor) {
        long total = table.rows();
        long[] before = {0};
        progress.at(0, total);
        table.scan(columns, chunk -> {
            visitor.see(chunk, before[0]);
            before[0] += chunk.rows();
            progress.at(before[0], total);
        });
    }

    static void over(Table table, Progress progress, Visitor visitor) {
        over(table, IntStream.range(0, table.schema().size()).toArray(), progress, visitor);
    }

    /** The table with each chunk changed; {@code change} keeps the number of rows. */
    static Table map(Table table, Schema schema, Progress progress, UnaryOperator<Chunk> change) {
        var builder = new TableBuilder(schema);
        over(table, progress, (chunk, _) -> builder.add(change.apply(chunk)));
        return builder.build();
    }

    /** The rows for which {@code test} says true. */
    static Table keep(Table table, Progress progress, Function<Chunk, boolean[]> test) {
        var builder = new TableBuilder(table.schema());
        over(table, progress, (chunk, _) -> addKept(builder, chunk, test.apply(chunk)));
        return builder.build();
    }

    static void addKept(TableBuilder builder, Chunk chunk, boolean[] kept) {
        int[] rows = IntStream.range(0, kept.length).filter(i -> kept[i]).toArray();
        if (rows.length == kept.length) builder.add(chunk);
        else if (rows.length > 0) builder.add(tight(chunk.pick(rows), chunk.rows()));
    }

    /** Where few rows are left, the words of the others must not stay in memory with them. */
    private static Chunk tight(Chunk kept, int rowsBefore) {
        if (kept.rows() * 2 > rowsBefore) return kept;
        return new Chunk(kept.rows(), kept.columns().stream().map(Pass::recoded).toList());
    }

    private static Cells recoded(Cells cells) {
        return cells instanceof TextCells text ? recoded(text) : cells;
    }

    private static TextCells recoded(TextCells cells) {
        int[] newCode = new int[cells.dictionary().length];
        Arrays.fill(newCode, -1);
        String[] used = new String[Math.min(newCode.length, cells.size())];
        int[] codes = new int[cells.size()];
        int n = 0;
        for (int i = 0; i < codes.length; i++) {
            int old = cells.codes()[i];
            if (old >= 0 && newCode[old] < 0) {
                used[n] = cells.dictionary()[old];
                newCode[old] = n++;
            }
            codes[i] = old < 0 ? -1 : newCode[old];
        }
        return new TextCells(Arrays.copyOf(used, n), codes);
    }
}
