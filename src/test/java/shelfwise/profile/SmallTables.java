package shelfwise.profile;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import shelfwise.base.Progress;
import shelfwise.data.Cells;
import shelfwise.data.ColumnType;
import shelfwise.data.DoubleCells;
import shelfwise.data.Field;
import shelfwise.data.LongCells;
import shelfwise.data.Role;
import shelfwise.data.Schema;
import shelfwise.data.Table;
import shelfwise.data.TableBuilder;
import shelfwise.data.TextCells;

/** Tables small enough to work out by hand. */
final class SmallTables {
    static final Instant NOW = Instant.parse("2024-06-01T00:00:00Z");

    private SmallTables() { }

    static Field text(String name, Role role) {
        return new Field(name, ColumnType.TEXT, role);
    }

    static Field whole(String name, Role role) {
        return new Field(name, ColumnType.INTEGER, role);
    }

    static Field decimal(String name, Role role) {
        return new Field(name, ColumnType.DECIMAL, role);
    }

    static Field time(String name) {
        return new Field(name, ColumnType.TIME, Role.TIMESTAMP);
    }

    static Table table(Schema schema, Cells... columns) {
        return TableBuilder.of(schema, columns);
    }

    /** The same rows in chunks of {@code rows}. */
    static Table rechunked(Table table, int rows) {
        var builder = new TableBuilder(table.schema());
        for (long from = 0; from < table.rows(); from += rows) table.slice(from, from + rows).scan(builder::add);
        return builder.build();
    }

    static Table texts(Role role, @Nullable String... values) {
        return table(Schema.of(text("c", role)), TextCells.of(values));
    }

    static Table wholes(Role role, long... values) {
        return table(Schema.of(whole("c", role)), new LongCells(values));
    }

    static Table decimals(Role role, double... values) {
        return table(Schema.of(decimal("c", role)), new DoubleCells(values));
    }

    static LongCells times(String... values) {
        return new LongCells(Arrays.stream(values).mapToLong(t -> Instant.parse(t).toEpochMilli()).toArray());
    }

    /** Users and items by first letters: {@code "aX"} is user a with item X. */
    static Table events(String... pairs) {
        return table(Schema.of(text("user", Role.USER), text("item", Role.ITEM)), TextCells.of(Arrays.stream(pairs).map(p -> p.substring(0, 1)).toArray(String[]::new)),
                TextCells.of(Arrays.stream(pairs).map(p -> p.substring(1)).toArray(String[]::new)));
    }

    static String[] repeat(String value, int n) {
        return IntStream.range(0, n).mapToObj(_ -> value).toArray(String[]::new);
    }

    static Profile profile(Table table) {
        return profile(table, Related.NONE);
    }

    static Profile profile(Table table, Related related) {
        return new Profiler(InstantSource.fixed(NOW)).profile(table, related, Progress.NONE);
    }
}
