package shelfwise.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import shelfwise.data.Metrics.Chance;
import shelfwise.data.Metrics.Comparison;
import shelfwise.data.Metrics.Row;
import shelfwise.data.Metrics.Series;

/** Takes {@link Metrics} apart and puts them together; reads those kept before there were segments and tests as well. */
final class MetricsBundle {
    private MetricsBundle() { }

    static Bundle of(Metrics m) {
        var parts = new HashMap<String, Table>();
        parts.put("rows", rows(m.rows()));
        if (!m.comparisons().isEmpty()) parts.put("comparisons", comparisons(m.comparisons()));
        if (!m.byUser().isEmpty()) series(m.byUser(), parts);
        return new Bundle(Map.of("doubts", String.join(" ", m.doubts())), parts);
    }

    private static Table rows(List<Row> rows) {
        return new Columns<>(rows).text("model", Row::model).text("metric", Row::metric).whole("k", Row::k).number("value", Row::value).number("low", Row::low)
                .number("high", Row::high).whole("users", Row::users).text("segment", Row::segment).table();
    }

    private static Table comparisons(List<Comparison> all) {
        return new Columns<>(all).text("first", Comparison::first).text("second", Comparison::second).text("metric", Comparison::metric).whole("k", Comparison::k)
                .whole("users", Comparison::users).number("difference", Comparison::difference).number("low", Comparison::low).number("high", Comparison::high)
                .number("effect", Comparison::effect).number("t", c -> c.t().raw()).number("tHolm", c -> c.t().holm())
                .number("wilcoxon", c -> c.wilcoxon().raw()).number("wilcoxonHolm", c -> c.wilcoxon().holm())
                .number("randomisation", c -> c.randomisation().raw()).number("randomisationHolm", c -> c.randomisation().holm()).table();
    }

    /** Users that several series share are kept once. */
    private static void series(List<Series> all, Map<String, Table> parts) {
        List<Ids> users = all.stream().map(Series::users).distinct().toList();
        parts.put("series", new Columns<>(all).text("model", Series::model).text("metric", Series::metric).whole("k", Series::k)
                .whole("users", s -> users.indexOf(s.users())).table());
        for (int i = 0; i < users.size(); i++) parts.put("series.users." + i, Bundle.ids(users.get(i)));
        for (int i = 0; i < all.size(); i++) parts.put("series.values." + i, Bundle.floats(all.get(i).values()));
    }

    static Metrics read(Bundle b) {
        var rows = new ArrayList<Row>();
        each(b, "rows", (c, i) -> rows.add(new Row(text(c, 0, i), c.columns().size() > 7 ? text(c, 7, i) : Metrics.ALL, text(c, 1, i), whole(c, 2, i), c.number(3, i),
                c.number(4, i), c.number(5, i), whole(c, 6, i))));
        var comparisons = new ArrayList<Comparison>();
        each(b, "comparisons", (c, i) -> comparisons.add(new Comparison(text(c, 0, i), text(c, 1, i), text(c, 2, i), whole(c, 3, i), whole(c, 4, i), c.number(5, i),
                c.number(6, i), c.number(7, i), c.number(8, i), chance(c, 9, i), chance(c, 11, i), chance(c, 13, i))));
        var series = new ArrayList<Series>();
        var users = new HashMap<Integer, Ids>();
        each(b, "series", (c, i) -> series.add(new Series(text(c, 0, i), text(c, 1, i), whole(c, 2, i), users.computeIfAbsent(whole(c, 3, i), n -> b.ids("series.users." + n)),
                b.floats("series.values." + series.size()))));
        String doubts = b.fact("doubts");
        return new Metrics(rows, doubts.isEmpty() ? List.of() : List.of(doubts.split(" ")), comparisons, series);
    }

    private interface Reader {
        void read(Chunk chunk, int row);
    }

    private static void each(Bundle b, String part, Reader reader) {
        if (!b.parts().containsKey(part)) return;
        b.part(part).scan(c -> {
            for (int i = 0; i < c.rows(); i++) reader.read(c, i);
        });
    }

    private static String text(Chunk c, int column, int row) {
        return c.columns().get(column).text(row, ColumnType.TEXT);
    }

    private static int whole(Chunk c, int column, int row) {
        return (int) c.longs(column).values()[row];
    }

    private static Chance chance(Chunk c, int column, int row) {
        return new Chance(c.number(column, row), c.number(column + 1, row));
    }

    /** Builds a table of a list of records, column by column. */
    private static final class Columns<T> {
        private final List<T> of;
        private final List<Field> fields = new ArrayList<>();
        private final List<Cells> cells = new ArrayList<>();

        Columns(List<T> of) {
            this.of = of;
        }

        Columns<T> text(String name, Function<T, String> value) {
            return add(name, ColumnType.TEXT, TextCells.of(of.stream().map(value).toArray(String[]::new)));
        }

        Columns<T> whole(String name, ToLongFunction<T> value) {
            return add(name, ColumnType.INTEGER, new LongCells(of.stream().mapToLong(value).toArray()));
        }

        Columns<T> number(String name, ToDoubleFunction<T> value) {
            return add(name, ColumnType.DECIMAL, new DoubleCells(of.stream().mapToDouble(value).toArray()));
        }

        private Columns<T> add(String name, ColumnType type, Cells column) {
            fields.add(new Field(name, type));
            cells.add(column);
            return this;
        }

        Table table() {
            return TableBuilder.of(Schema.of(fields.toArray(Field[]::new)), cells.toArray(Cells[]::new));
        }
    }
}
