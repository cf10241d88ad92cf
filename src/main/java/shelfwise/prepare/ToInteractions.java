package shelfwise.prepare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import shelfwise.base.Progress;
import shelfwise.data.Chunk;
import shelfwise.data.ColumnType;
import shelfwise.data.Field;
import shelfwise.data.Ids;
import shelfwise.data.Interactions;
import shelfwise.data.LongCells;
import shelfwise.data.Role;
import shelfwise.data.Schema;
import shelfwise.data.Table;
import shelfwise.data.TableValue;
import shelfwise.pipeline.Bound;
import shelfwise.pipeline.Bounds;
import shelfwise.pipeline.Context;
import shelfwise.pipeline.Operator;
import shelfwise.pipeline.Port;
import shelfwise.pipeline.PortType;
import shelfwise.pipeline.Settings;
import shelfwise.pipeline.Values;
import shelfwise.pipeline.Volumes;

/**
 * Makes events of users with items from a table's columns of role USER, ITEM and, where there are such, TIMESTAMP and WEIGHT. Rows
 * without user, item, time or weight are no events. Events are ordered by time, ties by their place in the table. Users and items are
 * numbered in the order of their first event in the table.
 */
public final class ToInteractions implements Operator.Transform<ToInteractions.Setup> {
    /** An event's numbers; a name with its number, as many as there are rows at most. */
    private static final int EVENT_BYTES = 24, NAME_BYTES = 60;

    /** @param useTime whether the TIMESTAMP column orders the events; without it the table's order does */
    public record Setup(boolean useTime) {
        public Setup {
            Settings.check(Setup.class, useTime);
        }
    }

    @Override public String id() {
        return "prepare.interactions";
    }

    @Override public int version() {
        return 1;
    }

    @Override public Setup defaults() {
        return new Setup(true);
    }

    @Override public List<Port> inputs() {
        return List.of(Port.one("table", PortType.TABLE));
    }

    @Override public List<Port> outputs() {
        return List.of(Port.one("interactions", PortType.INTERACTIONS));
    }

    /** The events twice, while they are put in order of time, and at most a user and an item by name each. */
    @Override public long memory(Setup settings, Volumes in) {
        return in.at("table").rows() * (2 * EVENT_BYTES + 2 * NAME_BYTES);
    }

    /** A row gives one event at most, of a user and an item that the table has. */
    @Override public Map<String, Bound> most(Setup settings, Bounds in) {
        return in.at("table").flatMap(b -> in.columnsAt("table").filter(s -> s.find(Role.USER).isPresent() && s.find(Role.ITEM).isPresent())
                .map(s -> Map.of("interactions", Bound.ofEvents(b.most().rows(), b.different().applyAsLong(s.field(s.index(Role.USER)).name()),
                        b.different().applyAsLong(s.field(s.index(Role.ITEM)).name()))))).orElse(Map.of());
    }

    @Override public Values run(Setup settings, Values in, Context context) {
        Table table = in.one("table", TableValue.class).table();
        Interactions events = events(table, settings, context);
        if (events.size() == 0 && table.rows() > 0) throw Outcome.nothingLeft(id(), table.rows(), context);
        return Values.of("interactions", events);
    }

    private static Interactions events(Table table, Setup settings, Context context) {
        Schema schema = table.schema();
        OptionalInt time = settings.useTime() ? schema.find(Role.TIMESTAMP) : OptionalInt.empty(), weight = schema.find(Role.WEIGHT);
        time.ifPresent(c -> needTime(schema.field(c), context));
        weight.ifPresent(c -> Columns.needNumber(schema.field(c), context));
        var columns = IntStream.builder().add(schema.index(Role.USER)).add(schema.index(Role.ITEM));
        time.ifPresent(columns::add);
        weight.ifPresent(columns::add);
        ColumnType userType = schema.field(schema.index(Role.USER)).type(), itemType = schema.field(schema.index(Role.ITEM)).type();
        var users = new Numbering();
        var items = new Numbering();
        var rows = new Rows(Math.toIntExact(table.rows()));
        int weightAt = time.isPresent() ? 3 : 2;
        Pass.over(table, columns.build().toArray(), context.progress(), (chunk, before) -> {
            for (int i = 0; i < chunk.rows(); i++) {
                if (chunk.columns().get(0).missing(i) || chunk.columns().get(1).missing(i)) continue;
                long at = time.isPresent() ? chunk.longs(2).values()[i] : before + i;
                float w = weight.isPresent() ? (float) chunk.number(weightAt, i) : 1;
                if (at == LongCells.MISSING || !Float.isFinite(w)) continue;
                rows.add(users.number(text(chunk, 0, i, userType)), items.number(text(chunk, 1, i, itemType)), at, w);
            }
        });
        return rows.interactions(users.ids(), items.ids(), time.isPresent(), context.progress());
    }

    private static String text(Chunk chunk, int column, int row, ColumnType type) {
        return chunk.columns().get(column).text(row, type);
    }

    private static void needTime(Field field, Context context) {
        if (field.type() != ColumnType.TIME) throw shelfwise.base.Problem.of("prepare.needs-time", context.node(), field.name(), field.type()).asException();
    }

    /** Numbers ids in the order they come. */
    private static final class Numbering {
        private final Map<String, Integer> numbers = new HashMap<>();
        private final List<String> ids = new ArrayList<>();

        int number(String id) {
            Integer known = numbers.putIfAbsent(id, ids.size());
            if (known != null) return known;
            ids.add(id);
            return ids.size() - 1;
        }

        Ids ids() {
            return new Ids(ids);
        }
    }

    private static final class Rows {
        private final int[] user, item;
        private final long[] time;
        private final float[] weight;
        private int size;

        Rows(int most) {
            user = new int[most];
            item = new int[most];
            time = new long[most];
            weight = new float[most];
        }

        void add(int u, int i, long at, float w) {
            user[size] = u;
            item[size] = i;
            time[size] = at;
            weight[size++] = w;
        }

        Interactions interactions(Ids users, Ids items, boolean timed, Progress progress) {
            int[] order = Events.inOrder(java.util.Arrays.copyOf(time, size), progress);
            int[] u = new int[size], i = new int[size];
            long[] t = new long[size];
            float[] w = new float[size];
            for (int k = 0; k < size; k++) {
                u[k] = user[order[k]];
                i[k] = item[order[k]];
                t[k] = time[order[k]];
                w[k] = weight[order[k]];
            }
            return new Interactions(users, items, u, i, t, w, timed);
        }
    }
}
