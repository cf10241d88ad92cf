package shelfwise.prepare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import shelfwise.base.Problem;
import shelfwise.data.Cells;
import shelfwise.data.Chunk;
import shelfwise.data.ColumnType;
import shelfwise.data.Field;
import shelfwise.data.Table;
import shelfwise.data.TextCells;
import shelfwise.pipeline.Context;
import shelfwise.pipeline.Picks;
import shelfwise.pipeline.Settings;

/** Puts a value where one is missing, or drops the row. Mean and median of whole numbers are rounded to the nearest. */
public final class FillMissing extends TableStep<FillMissing.Setup> {
    public enum How { VALUE, MEAN, MEDIAN, MODE, DROP_ROW }

    /** @param value read by VALUE alone */
    public record Fill(@Picks(Picks.What.COLUMN) String column, How how, String value) {
        public Fill {
            Settings.check(Fill.class, column, how, value);
        }
    }

    public record Setup(List<Fill> fills) {
        public Setup {
            Settings.check(Setup.class, fills);
            fills = List.copyOf(fills);
        }
    }

    @Override public String id() {
        return "prepare.fill-missing";
    }

    @Override public Setup defaults() {
        return new Setup(List.of());
    }

    /** Rows are dropped first, so that they count in no mean. */
    @Override Optional<String> from(Setup settings, String column) {
        return Optional.of(column).filter(c -> settings.fills().stream().noneMatch(f -> f.column().equals(c)));
    }

    @Override Table change(Setup settings, Table table, Context context) {
        settings.fills().forEach(f -> table.schema().index(f.column()));
        Table left = withoutRows(settings, table, context);
        Map<Integer, Cells> fillers = new LinkedHashMap<>();
        for (Fill fill : settings.fills()) {
            int column = table.schema().index(fill.column());
            if (fill.how() != How.DROP_ROW && anyMissing(left, column, context)) fillers.put(column, filler(fill, left, column, context));
        }
        if (fillers.isEmpty()) return left;
        return Pass.map(left, left.schema(), context.progress(), chunk -> new Chunk(chunk.rows(), IntStream.range(0, chunk.columns().size())
                .mapToObj(c -> Gather.orElse(chunk.columns().get(c), fillers.get(c))).toList()));
    }

    private static Table withoutRows(Setup settings, Table table, Context context) {
        RowTest[] tests = settings.fills().stream().filter(f -> f.how() == How.DROP_ROW)
                .map(f -> RowTest.of(new Filter.Condition(f.column(), Filter.Test.PRESENT, ""), table.schema(), context)).toArray(RowTest[]::new);
        return tests.length == 0 ? table : Pass.keep(table, context.progress(), RowTest.joined(tests, true)::on);
    }

    private static boolean anyMissing(Table table, int column, Context context) {
        boolean[] any = {false};
        Pass.over(table, new int[] {column}, context.progress(), (chunk, _) -> {
            Cells cells = chunk.columns().getFirst();
            for (int i = 0; i < chunk.rows() && !any[0]; i++) any[0] = cells.missing(i);
        });
        return any[0];
    }

    /** One cell: what is put in. */
    private static Cells filler(Fill fill, Table table, int column, Context context) {
        Field field = table.schema().field(column);
        return switch (fill.how()) {
            case VALUE -> value(fill.value(), field, context);
            case MEAN, MEDIAN -> {
                if (field.type() != ColumnType.TIME) Columns.needNumber(field, context);
                Numbers numbers = Numbers.of(table, column, context.progress());
                if (numbers.isEmpty()) throw Problem.of("prepare.all-missing", context.node(), field.name()).asException();
                yield Gather.one(fill.how() == How.MEAN ? numbers.mean() : numbers.median(), field.type());
            }
            case MODE -> mode(table, column, context);
            case DROP_ROW -> throw new IllegalArgumentException("rows are dropped before");
        };
    }

    private static Cells value(String value, Field field, Context context) {
        if (field.type() == ColumnType.TEXT) return TextCells.of(value);
        Cells cell = new Cast(ColumnType.TEXT, field.type(), 1).cast(TextCells.of(value), (_, _) -> { });
        if (cell.missing(0)) throw Problem.of("prepare.unreadable-setting", context.node(), value, field.name(), field.type()).asException();
        return cell;
    }

    /** The most frequent value; of several the one seen first. */
    private static Cells mode(Table table, int column, Context context) {
        Field field = table.schema().field(column);
        var number = new HashMap<String, Integer>();
        var cell = new ArrayList<Cells>();
        var counts = new ArrayList<int[]>();
        Pass.over(table, new int[] {column}, context.progress(), (chunk, _) -> {
            Cells cells = chunk.columns().getFirst();
            for (int i = 0; i < chunk.rows(); i++) {
                if (cells.missing(i)) continue;
                Integer known = number.putIfAbsent(cells.text(i, field.type()), number.size());
                if (known == null) {
                    cell.add(cells.pick(new int[] {i}));
                    counts.add(new int[] {1});
                } else counts.get(known)[0]++;
            }
        });
        if (cell.isEmpty()) throw Problem.of("prepare.all-missing", context.node(), field.name()).asException();
        int best = 0;
        for (int k = 1; k < counts.size(); k++) if (counts.get(k)[0] > counts.get(best)[0]) best = k;
        return cell.get(best);
    }
}
