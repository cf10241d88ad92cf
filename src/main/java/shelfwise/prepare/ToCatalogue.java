package shelfwise.prepare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import shelfwise.data.Catalogue;
import shelfwise.data.Cells;
import shelfwise.data.ColumnType;
import shelfwise.data.DoubleCells;
import shelfwise.data.Field;
import shelfwise.data.Ids;
import shelfwise.data.Role;
import shelfwise.data.Schema;
import shelfwise.data.Table;
import shelfwise.data.TableBuilder;
import shelfwise.data.TableValue;
import shelfwise.data.TextCells;
import shelfwise.pipeline.Bound;
import shelfwise.pipeline.Bounds;
import shelfwise.pipeline.Context;
import shelfwise.pipeline.Operator;
import shelfwise.pipeline.Port;
import shelfwise.pipeline.PortType;
import shelfwise.pipeline.Settings;
import shelfwise.pipeline.Values;
import shelfwise.pipeline.Volume;

/**
 * Makes one row an item from a table in which an item may stand many times: texts by the most frequent value or the longest, numbers by
 * their median. Only columns with a role that tells of the item are kept.
 */
public final class ToCatalogue implements Operator.Transform<ToCatalogue.Setup> {
    private static final List<Role> OF_AN_ITEM = List.of(Role.TITLE, Role.DESCRIPTION, Role.CATEGORY, Role.PRICE, Role.IMAGE, Role.STOCK, Role.FEATURE);

    /** Which text is kept of several; ties go to the first. */
    public enum Keep { MOST_FREQUENT, LONGEST }

    private static final int CELL_BYTES = 24;

    public record Setup(Keep keep) {
        public Setup {
            Settings.check(Setup.class, keep);
        }
    }

    @Override public String id() {
        return "prepare.catalogue";
    }

    @Override public int version() {
        return 1;
    }

    @Override public Setup defaults() {
        return new Setup(Keep.MOST_FREQUENT);
    }

    @Override public List<Port> inputs() {
        return List.of(Port.one("table", PortType.TABLE));
    }

    @Override public List<Port> outputs() {
        return List.of(Port.one("catalogue", PortType.CATALOGUE));
    }

    /** An item gives one row, of the columns that tell something of it. */
    @Override public Map<String, Bound> most(Setup settings, Bounds in) {
        return in.at("table").flatMap(b -> in.columnsAt("table").filter(s -> s.find(Role.ITEM).isPresent()).map(s -> {
            long items = b.different().applyAsLong(s.field(s.index(Role.ITEM)).name()), columns = s.fields().stream().filter(f -> OF_AN_ITEM.contains(f.role())).count();
            return Map.of("catalogue", Bound.of(new Volume(items, 0, items, CELL_BYTES * items * (1 + Math.max(1, columns)))));
        })).orElse(Map.of());
    }

    @Override public Values run(Setup settings, Values in, Context context) {
        Table table = in.one("table", TableValue.class).table();
        Schema schema = table.schema();
        int itemColumn = schema.index(Role.ITEM);
        int[] item = new int[Math.toIntExact(table.rows())];
        Map<String, Integer> numbers = new LinkedHashMap<>();
        Pass.over(table, new int[] {itemColumn}, context.progress().part(0, 0.3), (chunk, before) -> {
            for (int i = 0; i < chunk.rows(); i++) {
                item[(int) before + i] = chunk.columns().getFirst().missing(i) ? -1
                        : numbers.computeIfAbsent(chunk.columns().getFirst().text(i, schema.field(itemColumn).type()), _ -> numbers.size());
            }
        });
        if (numbers.isEmpty() && table.rows() > 0) throw Outcome.nothingLeft(id(), table.rows(), context);
        var fields = new ArrayList<Field>();
        var cells = new ArrayList<Cells>();
        for (int c = 0; c < schema.size(); c++) {
            Field field = schema.field(c);
            if (!OF_AN_ITEM.contains(field.role())) continue;
            boolean number = field.type() == ColumnType.DECIMAL || field.type() == ColumnType.INTEGER;
            fields.add(new Field(field.name(), number ? ColumnType.DECIMAL : ColumnType.TEXT, field.role()));
            cells.add(number ? medians(table, c, item, numbers.size(), context) : texts(table, c, item, numbers.size(), settings.keep(), context));
        }
        if (fields.isEmpty()) { // a table has at least one column: the ids stand for themselves
            fields.add(new Field(schema.field(itemColumn).name(), ColumnType.TEXT, Role.TITLE));
            cells.add(TextCells.of(numbers.keySet().toArray(String[]::new)));
        }
        Table attributes = TableBuilder.of(new Schema(fields), cells.toArray(Cells[]::new));
        return Values.of("catalogue", new Catalogue(new Ids(numbers.keySet()), attributes));
    }

    private static DoubleCells medians(Table table, int column, int[] item, int items, Context context) {
        int[] start = new int[items + 1];
        double[] value = new double[item.length];
        Pass.over(table, new int[] {column}, context.progress(), (chunk, before) -> {
            for (int i = 0; i < chunk.rows(); i++) {
                double v = value[(int) before + i] = chunk.number(0, i);
                if (item[(int) before + i] >= 0 && !Double.isNaN(v)) start[item[(int) before + i] + 1]++;
            }
        });
        for (int i = 0; i < items; i++) start[i + 1] += start[i];
        int[] next = start.clone();
        double[] grouped = new double[start[items]];
        for (int r = 0; r < item.length; r++) if (item[r] >= 0 && !Double.isNaN(value[r])) grouped[next[item[r]]++] = value[r];
        double[] median = new double[items];
        for (int i = 0; i < items; i++) {
            Arrays.sort(grouped, start[i], start[i + 1]);
            int n = start[i + 1] - start[i], middle = start[i] + n / 2;
            median[i] = n == 0 ? Double.NaN : n % 2 == 1 ? grouped[middle] : (grouped[middle - 1] + grouped[middle]) / 2;
        }
        return new DoubleCells(median);
    }

    private static TextCells texts(Table table, int column, int[] item, int items, Keep keep, Context context) {
        List<Map<String, Integer>> counts = new ArrayList<>();
        for (int i = 0; i < items; i++) counts.add(new LinkedHashMap<>(4));
        ColumnType type = table.schema().field(column).type();
        Pass.over(table, new int[] {column}, context.progress(), (chunk, before) -> {
            for (int i = 0; i < chunk.rows(); i++) {
                String text = chunk.columns().getFirst().text(i, type);
                if (item[(int) before + i] >= 0 && !text.isBlank()) counts.get(item[(int) before + i]).merge(text, 1, Integer::sum);
            }
        });
        @Nullable String[] kept = new @Nullable String[items];
        for (int i = 0; i < items; i++) kept[i] = best(counts.get(i), keep);
        return TextCells.of(kept);
    }

    private static @Nullable String best(Map<String, Integer> counts, Keep keep) {
        String best = null;
        int worth = -1;
        for (var e : counts.entrySet()) {
            int w = keep == Keep.LONGEST ? e.getKey().length() : e.getValue();
            if (w > worth) {
                best = e.getKey();
                worth = w;
            }
        }
        return best;
    }
}
