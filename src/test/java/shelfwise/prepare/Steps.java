package shelfwise.prepare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.function.Executable;
import shelfwise.base.Problem;
import shelfwise.base.ProblemException;
import shelfwise.base.Progress;
import shelfwise.data.Cells;
import shelfwise.data.ColumnType;
import shelfwise.data.DoubleCells;
import shelfwise.data.Field;
import shelfwise.data.Ids;
import shelfwise.data.Interactions;
import shelfwise.data.LongCells;
import shelfwise.data.Role;
import shelfwise.data.Schema;
import shelfwise.data.Split;
import shelfwise.data.Table;
import shelfwise.data.TableBuilder;
import shelfwise.data.TableValue;
import shelfwise.data.TextCells;
import shelfwise.pipeline.Context;
import shelfwise.pipeline.Operator;
import shelfwise.pipeline.Values;

/** Runs operators as the engine does, on tables and events small enough to work out by hand. */
public final class Steps {
    /** How {@link #column} writes a missing value. */
    public static final String MISSING = "∅";
    private static final String NODE = "step";

    private Steps() { }

    public static Context context() {
        return new Context(Progress.NONE, (asset, _) -> {
            throw new IllegalStateException("asks for " + asset);
        }, NODE);
    }

    public static <S extends Record> Table table(Operator<S> operator, S settings, Table in) {
        return operator.run(settings, Values.of("table", new TableValue(in)), context()).one("table", TableValue.class).table();
    }

    public static <S extends Record> Interactions events(Operator<S> operator, S settings, Interactions in) {
        return operator.run(settings, Values.of("interactions", in), context()).one("interactions", Interactions.class);
    }

    public static <S extends Record> Split split(Operator<S> operator, S settings, Interactions in) {
        return operator.run(settings, Values.of("interactions", in), context()).one("split", Split.class);
    }

    /** The table in two chunks, so that nothing rests on there being one. */
    static Table of(Schema schema, Cells... columns) {
        Table whole = TableBuilder.of(schema, columns);
        if (whole.rows() < 2) return whole;
        var builder = new TableBuilder(schema);
        long middle = whole.rows() / 2;
        whole.slice(0, middle).scan(builder::add);
        whole.slice(middle, whole.rows()).scan(builder::add);
        return builder.build();
    }

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

    static Table texts(String name, @Nullable String... values) {
        return of(Schema.of(text(name, Role.NONE)), TextCells.of(values));
    }

    static Table wholes(String name, long... values) {
        return of(Schema.of(whole(name, Role.NONE)), new LongCells(values));
    }

    static Table decimals(String name, double... values) {
        return of(Schema.of(decimal(name, Role.NONE)), new DoubleCells(values));
    }

    static LongCells times(String... values) {
        return new LongCells(Arrays.stream(values).mapToLong(t -> t.equals(MISSING) ? LongCells.MISSING : Instant.parse(t).toEpochMilli()).toArray());
    }

    /** A column as an analyst reads it. */
    static List<String> column(Table table, String name) {
        int column = table.schema().index(name);
        var all = new ArrayList<String>();
        table.scan(new int[] {column}, chunk -> {
            Cells cells = chunk.columns().getFirst();
            for (int i = 0; i < chunk.rows(); i++) all.add(cells.missing(i) ? MISSING : cells.text(i, table.schema().field(column).type()));
        });
        return all;
    }

    static double[] numbers(Table table, String name) {
        var all = new ArrayList<Double>();
        table.scan(new int[] {table.schema().index(name)}, chunk -> IntStream.range(0, chunk.rows()).forEach(i -> all.add(chunk.number(0, i))));
        return all.stream().mapToDouble(d -> d).toArray();
    }

    /** Timed events, each written {@code "user item time weight"}, weight 1 where it is left out. Users and items are numbered as they come. */
    public static Interactions interactions(String... events) {
        Set<String> users = new LinkedHashSet<>(), items = new LinkedHashSet<>();
        List<String[]> parts = Arrays.stream(events).map(e -> e.split(" ")).toList();
        parts.forEach(p -> {
            users.add(p[0]);
            items.add(p[1]);
        });
        Ids u = new Ids(users), i = new Ids(items);
        int n = parts.size();
        float[] weight = new float[n];
        for (int e = 0; e < n; e++) weight[e] = parts.get(e).length > 3 ? Float.parseFloat(parts.get(e)[3]) : 1;
        return new Interactions(u, i, parts.stream().mapToInt(p -> u.number(p[0])).toArray(), parts.stream().mapToInt(p -> i.number(p[1])).toArray(),
                parts.stream().mapToLong(p -> Long.parseLong(p[2])).toArray(), weight, true);
    }

    /** The same events without times. */
    public static Interactions untimed(Interactions all) {
        return new Interactions(all.users(), all.items(), all.user(), all.item(), all.time(), all.weight(), false);
    }

    /** Events as {@link #interactions} takes them, without weights. */
    public static List<String> told(Interactions all) {
        return IntStream.range(0, all.size()).mapToObj(e -> all.users().id(all.user()[e]) + " " + all.items().id(all.item()[e]) + " " + all.time()[e]).toList();
    }

    /** Asserts that {@code work} ends in this problem, and gives it for a look at its arguments. */
    public static Problem refused(String key, Executable work) {
        Problem problem = assertThrows(ProblemException.class, work).problem();
        assertEquals(key, problem.key());
        if (key.startsWith("prepare.")) assertEquals(NODE, problem.where());
        return problem;
    }
}
