package shelfwise.profile;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import shelfwise.base.Progress;
import shelfwise.data.Cells;
import shelfwise.data.Chunk;
import shelfwise.data.ColumnType;
import shelfwise.data.Role;
import shelfwise.data.Schema;
import shelfwise.data.Table;
import shelfwise.data.TextCells;

/** Selects rows, chunk after chunk of one scan; some selections depend on the chunks before. */
interface RowTest {
    /** The rows of {@code chunk}, which has all columns, that are meant, ascending. */
    int[] select(Chunk chunk);

    /** @throws shelfwise.base.ProblemException if the table lacks a column of the filter */
    static RowTest of(RowFilter filter, Table table, Related related, Progress progress) {
        Schema schema = table.schema();
        return switch (filter) {
            case RowFilter.None() -> _ -> new int[0];
            case RowFilter.Missing(String column) -> each(schema.index(column), cells -> cells::missing);
            case RowFilter.OuterBlank(String column) -> texts(schema, column, Shapes::outerBlank);
            case RowFilter.Matches(String column, String regex, boolean matching) -> {
                Predicate<String> matches = Pattern.compile(regex).asMatchPredicate();
                yield texts(schema, column, matching ? matches : matches.negate());
            }
            case RowFilter.Within(String column, double low, double high) -> numbers(schema.index(column), v -> v >= low && v <= high);
            case RowFilter.Outside(String column, double low, double high) -> numbers(schema.index(column), v -> v < low || v > high);
            case RowFilter.RepeatedRow() -> repeats(IntStream.range(0, schema.size()).toArray(), false);
            case RowFilter.RepeatedKey(var columns) -> repeats(columns.stream().mapToInt(schema::index).toArray(), true);
            case RowFilter.ByEvents(String member, String other, long least, long most) ->
                    byEvents(table, schema.index(member), schema.index(other), least, most, progress);
            case RowFilter.SeveralValues(String key, String value) -> several(table, schema.index(key), schema.index(value), progress);
            case RowFilter.NotIn(String column, Related.Which list) -> notIn(schema, column, list, related, progress);
        };
    }

    private static RowTest each(int column, java.util.function.Function<Cells, IntPredicate> test) {
        return chunk -> IntStream.range(0, chunk.rows()).filter(test.apply(chunk.columns().get(column))).toArray();
    }

    private static RowTest numbers(int column, java.util.function.DoublePredicate test) {
        return chunk -> IntStream.range(0, chunk.rows()).filter(r -> test.test(chunk.number(column, r))).toArray(); // NaN meets no condition
    }

    /** Tests each different text of a chunk once. */
    private static RowTest texts(Schema schema, String column, Predicate<String> test) {
        return each(schema.index(column), cells -> {
            var texts = (TextCells) cells;
            byte[] known = new byte[texts.dictionary().length];
            return row -> {
                int code = texts.codes()[row];
                if (code < 0) return false;
                if (known[code] == 0) known[code] = (byte) (test.test(texts.dictionary()[code]) ? 1 : 2);
                return known[code] == 1;
            };
        });
    }

    private static RowTest repeats(int[] columns, boolean complete) {
        var repeats = new Repeats(Limits.USUAL.repeats());
        return chunk -> {
            long[] hashes = Mix.rows(chunk, columns);
            boolean[] lacking = complete ? Mix.incomplete(chunk, columns) : new boolean[hashes.length];
            return IntStream.range(0, hashes.length).filter(r -> !lacking[r] && repeats.seen(hashes[r])).toArray();
        };
    }

    private static RowTest byEvents(Table table, int member, int other, long least, long most, Progress progress) {
        var events = new HashMap<Long, long[]>();
        forEachEvent(table, member, other, progress, hash -> events.computeIfAbsent(hash, _ -> new long[1])[0]++);
        events.values().removeIf(n -> n[0] < least || n[0] > most);
        return chunk -> {
            long[] hashes = Mix.rows(chunk, member);
            boolean[] lacking = Mix.incomplete(chunk, member, other);
            return IntStream.range(0, hashes.length).filter(r -> !lacking[r] && events.containsKey(hashes[r])).toArray();
        };
    }

    private static void forEachEvent(Table table, int member, int other, Progress progress, java.util.function.LongConsumer event) {
        long[] done = new long[1];
        table.scan(new int[] {member, other}, chunk -> {
            progress.at(done[0], table.rows());
            long[] hashes = Mix.rows(chunk, 0);
            boolean[] lacking = Mix.incomplete(chunk, 0, 1);
            for (int r = 0; r < hashes.length; r++) if (!lacking[r]) event.accept(hashes[r]);
            done[0] += chunk.rows();
        });
    }

    private static RowTest several(Table table, int key, int value, Progress progress) {
        var first = new HashMap<Long, Long>();
        var several = new HashSet<Long>();
        long[] done = new long[1];
        table.scan(new int[] {key, value}, chunk -> {
            progress.at(done[0], table.rows());
            long[] keys = Mix.rows(chunk, 0), values = Mix.rows(chunk, 1);
            boolean[] lacking = Mix.incomplete(chunk, 0);
            for (int r = 0; r < keys.length; r++) {
                if (lacking[r]) continue;
                Long before = first.putIfAbsent(keys[r], values[r]);
                if (before != null && before != values[r]) several.add(keys[r]);
            }
            done[0] += chunk.rows();
        });
        return chunk -> {
            long[] keys = Mix.rows(chunk, key);
            boolean[] lacking = Mix.incomplete(chunk, key);
            return IntStream.range(0, keys.length).filter(r -> !lacking[r] && several.contains(keys[r])).toArray();
        };
    }

    private static RowTest notIn(Schema schema, String column, Related.Which which, Related related, Progress progress) {
        int at = schema.index(column);
        ColumnType type = schema.field(at).type();
        Role role = which == Related.Which.CATALOGUE ? Role.ITEM : Role.USER;
        Set<String> listed = related.table(which).map(list -> InteractionSummary.ids(list, role, column, progress))
                .orElseThrow(() -> shelfwise.base.Problem.of("profile.no-list", column).asException());
        return each(at, cells -> row -> !cells.missing(row) && !listed.contains(cells.text(row, type)));
    }
}
