package shelfwise.prepare;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import shelfwise.base.Problem;
import shelfwise.data.Cells;
import shelfwise.data.Chunk;
import shelfwise.data.ColumnType;
import shelfwise.data.Field;
import shelfwise.data.Role;
import shelfwise.data.Schema;
import shelfwise.data.Table;
import shelfwise.data.TableBuilder;
import shelfwise.pipeline.Context;
import shelfwise.pipeline.Picks;
import shelfwise.pipeline.Settings;

/** Chooses columns and their order, renames them, casts them and gives them roles. */
public final class Select extends TableStep<Select.Setup> {
    public enum As { KEEP, TEXT, INTEGER, DECIMAL, TIME, BOOLEAN }

    /** KEEP, or a role. */
    public enum Meaning {
        KEEP, NONE, USER, ITEM, TIMESTAMP, RATING, EVENT_TYPE, QUANTITY, PRICE, SESSION, ORDER, QUERY, POSITION, TITLE, DESCRIPTION, CATEGORY,
        IMAGE, STOCK, COUNTRY, FEATURE, WEIGHT
    }

    public enum Unreadable { REFUSE, MISSING }

    /** @param name the new name; blank: as it is */
    public record Column(@Picks(Picks.What.COLUMN) String column, String name, As type, Meaning role) {
        public Column {
            Settings.check(Column.class, column, name, type, role);
        }
    }

    /**
     * @param columns    in their new order; none: all as they are
     * @param drop       columns to leave out
     * @param unreadable what becomes of a value that the new type can't hold
     */
    public record Setup(List<Column> columns, @Picks(Picks.What.COLUMN) List<String> drop, Unreadable unreadable) {
        public Setup {
            Settings.check(Setup.class, columns, drop, unreadable);
            columns = List.copyOf(columns);
            drop = List.copyOf(drop);
        }
    }

    /** Where a column of the result comes from. */
    private record Source(int column, Field before, Field after, Cast cast) { }

    @Override public String id() {
        return "prepare.select";
    }

    @Override public Setup defaults() {
        return new Setup(List.of(), List.of(), Unreadable.REFUSE);
    }

    @Override Optional<String> from(Setup settings, String column) {
        return settings.columns().isEmpty() ? Optional.of(column)
                : settings.columns().stream().filter(c -> column.equals(c.name().isBlank() ? c.column() : c.name())).map(Column::column).findFirst();
    }

    @Override Table change(Setup settings, Table table, Context context) {
        List<Source> sources = sources(settings, table, context);
        if (sources.isEmpty()) throw Problem.of("prepare.no-columns", context.node()).asException();
        var builder = new TableBuilder(new Schema(sources.stream().map(Source::after).toList()));
        int[] columns = sources.stream().mapToInt(Source::column).toArray();
        Pass.over(table, columns, context.progress(), (chunk, before) ->
                builder.add(new Chunk(chunk.rows(), IntStream.range(0, columns.length).mapToObj(i ->
                        cast(chunk.columns().get(i), sources.get(i), before, settings.unreadable(), context)).toList())));
        return builder.build();
    }

    private static Cells cast(Cells cells, Source source, long before, Unreadable unreadable, Context context) {
        return source.cast().cast(cells, (row, text) -> {
            if (unreadable == Unreadable.MISSING) return;
            throw Problem.of("prepare.unreadable-value", context.node(), source.before().name(), before + row + 1, text, source.after().type())
                    .asException();
        });
    }

    private static List<Source> sources(Setup settings, Table table, Context context) {
        Schema schema = table.schema();
        Set<Integer> dropped = new HashSet<>();
        settings.drop().forEach(name -> dropped.add(schema.index(name)));
        var sources = new ArrayList<Source>();
        if (settings.columns().isEmpty()) {
            for (int c = 0; c < schema.size(); c++) {
                Field f = schema.field(c);
                if (!dropped.contains(c)) sources.add(new Source(c, f, f, new Cast(f.type(), f.type(), 1)));
            }
        }
        for (Column column : settings.columns()) {
            int c = schema.index(column.column());
            if (!dropped.contains(c)) sources.add(source(column, c, table, context));
        }
        return sources;
    }

    private static Source source(Column column, int c, Table table, Context context) {
        Field before = table.schema().field(c);
        ColumnType type = column.type() == As.KEEP ? before.type() : ColumnType.valueOf(column.type().name());
        Role role = column.role() == Meaning.KEEP ? before.role() : Role.valueOf(column.role().name());
        boolean numbersToTimes = type == ColumnType.TIME && (before.type() == ColumnType.INTEGER || before.type() == ColumnType.DECIMAL);
        long millisPerOne = numbersToTimes ? Cast.millisPerOne(Numbers.of(table, c, context.progress()).max()) : 1;
        String name = Optional.of(column.name()).filter(n -> !n.isBlank()).orElse(before.name());
        return new Source(c, before, new Field(name, type, role), new Cast(before.type(), type, millisPerOne));
    }
}
