package shelfwise.prepare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
import shelfwise.data.TableValue;
import shelfwise.pipeline.Bound;
import shelfwise.pipeline.Bounds;
import shelfwise.pipeline.Context;
import shelfwise.pipeline.Operator;
import shelfwise.pipeline.Picks;
import shelfwise.pipeline.Port;
import shelfwise.pipeline.PortType;
import shelfwise.pipeline.Settings;
import shelfwise.pipeline.Values;
import shelfwise.pipeline.Volume;
import shelfwise.pipeline.Volumes;

/**
 * Adds the columns of a catalogue to each row by its item. Ids are compared as they are shown, so a number meets the same number
 * kept as text. Of several catalogue rows for one item the first counts: a join never multiplies rows. A column whose name is taken
 * gets the name {@code catalogue.NAME}; a role that is taken stays where it was.
 */
public final class JoinCatalogue implements Operator.Transform<JoinCatalogue.Setup> {
    /** LEFT: rows without a match stay, with missing values; INNER: they go. */
    public enum Kind { LEFT, INNER }

    /**
     * @param column          blank: the table's column of role ITEM
     * @param catalogueColumn blank: the catalogue's column of role ITEM
     * @param take            the catalogue's columns to add; none: all but {@code catalogueColumn}
     */
    public record Setup(@Picks(Picks.What.COLUMN) String column, @Picks(value = Picks.What.COLUMN, port = "catalogue") String catalogueColumn, Kind kind,
            @Picks(value = Picks.What.COLUMN, port = "catalogue") List<String> take) {
        public Setup {
            Settings.check(Setup.class, column, catalogueColumn, kind, take);
            take = List.copyOf(take);
        }
    }

    @Override public String id() {
        return "prepare.join-catalogue";
    }

    @Override public int version() {
        return 1;
    }

    @Override public Setup defaults() {
        return new Setup("", "", Kind.LEFT, List.of());
    }

    @Override public List<Port> inputs() {
        return List.of(Port.one("table", PortType.TABLE), Port.one("catalogue", PortType.TABLE));
    }

    @Override public List<Port> outputs() {
        return List.of(Port.one("table", PortType.TABLE));
    }

    /** What comes in twice, and each row with the catalogue's columns as well. */
    @Override public long memory(Setup settings, Volumes in) {
        Volume catalogue = in.at("catalogue");
        return 2 * in.bytes() + in.at("table").rows() * (catalogue.bytes() / Math.max(1, catalogue.rows()));
    }

    /** A row of the table gives one at most. */
    @Override public Map<String, Bound> most(Setup settings, Bounds in) {
        return in.at("table").map(b -> Map.of("table", b.rowByRow(column -> in.columnsAt("table").filter(s -> s.find(column).isPresent()).map(_ -> column)))).orElse(Map.of());
    }

    @Override public Values run(Setup settings, Values in, Context context) {
        Table table = in.one("table", TableValue.class).table(), catalogue = in.one("catalogue", TableValue.class).table();
        int key = Columns.namedOrOf(table.schema(), settings.column(), Role.ITEM);
        int catalogueKey = Columns.namedOrOf(catalogue.schema(), settings.catalogueColumn(), Role.ITEM);
        Map<String, Integer> rowOf = rows(catalogue, catalogueKey, context);
        int[] taken = IntStream.of(Columns.namedOrAll(catalogue.schema(), settings.take())).filter(c -> c != catalogueKey || !settings.take().isEmpty()).toArray();
        List<Cells> added = IntStream.of(taken).mapToObj(c -> Gather.whole(catalogue, c, context.progress().part(0, 0.2))).toList();
        ColumnType keyType = table.schema().field(key).type();
        var builder = new TableBuilder(joined(table.schema(), catalogue.schema(), taken));
        int[] matches = {0};
        Pass.over(table, context.progress().part(0.2, 1), (chunk, _) -> {
            int[] row = new int[chunk.rows()];
            for (int i = 0; i < row.length; i++) {
                Cells ids = chunk.columns().get(key);
                row[i] = ids.missing(i) ? -1 : rowOf.getOrDefault(ids.text(i, keyType), -1);
            }
            matches[0] += (int) IntStream.of(row).filter(r -> r >= 0).count();
            add(builder, chunk, row, added, settings.kind());
        });
        if (matches[0] == 0 && table.rows() > 0) {
            throw Problem.of("prepare.no-match", context.node(), table.schema().field(key).name(), catalogue.schema().field(catalogueKey).name()).asException();
        }
        return Values.of("table", new TableValue(builder.build()));
    }

    private static void add(TableBuilder builder, Chunk chunk, int[] row, List<Cells> added, Kind kind) {
        var cells = new ArrayList<Cells>(chunk.columns());
        added.forEach(c -> cells.add(Gather.pick(c, row)));
        boolean[] kept = new boolean[row.length];
        for (int i = 0; i < kept.length; i++) kept[i] = kind == Kind.LEFT || row[i] >= 0;
        Pass.addKept(builder, new Chunk(chunk.rows(), cells), kept);
    }

    private static Map<String, Integer> rows(Table catalogue, int key, Context context) {
        var rows = new HashMap<String, Integer>();
        ColumnType type = catalogue.schema().field(key).type();
        Pass.over(catalogue, new int[] {key}, context.progress().part(0, 0.1), (chunk, before) -> {
            Cells ids = chunk.columns().getFirst();
            for (int i = 0; i < chunk.rows(); i++) if (!ids.missing(i)) rows.putIfAbsent(ids.text(i, type), (int) before + i);
        });
        return rows;
    }

    private static Schema joined(Schema table, Schema catalogue, int[] taken) {
        var fields = new ArrayList<Field>(table.fields());
        Set<String> names = new HashSet<>(table.names());
        Set<Role> roles = new HashSet<>();
        for (Field f : fields) if (!f.role().repeatable()) roles.add(f.role());
        for (int c : taken) {
            Field f = catalogue.field(c);
            String name = f.name();
            while (!names.add(name)) name = "catalogue." + name;
            boolean free = f.role().repeatable() || roles.add(f.role());
            fields.add(new Field(name, f.type(), free ? f.role() : Role.NONE));
        }
        return new Schema(fields);
    }
}
