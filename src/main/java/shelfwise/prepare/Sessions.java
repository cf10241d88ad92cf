package shelfwise.prepare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import shelfwise.base.Problem;
import shelfwise.base.Progress;
import shelfwise.data.Cells;
import shelfwise.data.Chunk;
import shelfwise.data.ColumnType;
import shelfwise.data.Field;
import shelfwise.data.LongCells;
import shelfwise.data.Role;
import shelfwise.data.Schema;
import shelfwise.data.Table;
import shelfwise.data.TextCells;
import shelfwise.pipeline.Between;
import shelfwise.pipeline.Context;
import shelfwise.pipeline.Picks;
import shelfwise.pipeline.Settings;

/**
 * Adds a column that tells the visit a row belongs to: a run of a user's rows of which each follows the one before within the gap. A visit
 * is named by its user and its number, {@code "17850-3"}. Rows without user or time have no visit. Cost: n log n.
 */
public final class Sessions extends TableStep<Sessions.Setup> {
    private static final long MINUTE_MILLIS = 60_000;

    /** BESIDE: the new column has the role SESSION. AS_USER: it has the role USER, and the column of users loses it. */
    public enum Stands { BESIDE, AS_USER }

    /**
     * @param user       blank: the column of role USER
     * @param time       blank: the column of role TIMESTAMP
     * @param gapMinutes a longer pause than this begins a new visit
     * @param stands     what the new column means from here on
     * @param newColumn  its name
     */
    public record Setup(@Picks(Picks.What.COLUMN) String user, @Picks(Picks.What.COLUMN) String time,
            @Between(min = 0, max = 525_600, unit = "unit.minutes") int gapMinutes, Stands stands, String newColumn) {
        public Setup {
            Settings.check(Setup.class, user, time, gapMinutes, stands, newColumn);
            Settings.filled("newColumn", newColumn);
        }
    }

    @Override public String id() {
        return "prepare.sessions";
    }

    @Override public Setup defaults() {
        return new Setup("", "", 30, Stands.BESIDE, "session");
    }

    @Override Optional<String> from(Setup settings, String column) {
        return Optional.of(column).filter(c -> !c.equals(settings.newColumn()));
    }

    @Override Table change(Setup settings, Table table, Context context) {
        Schema schema = table.schema();
        int user = Columns.namedOrOf(schema, settings.user(), Role.USER), time = Columns.namedOrOf(schema, settings.time(), Role.TIMESTAMP);
        if (schema.field(time).type() != ColumnType.TIME) {
            throw Problem.of("prepare.needs-time", context.node(), schema.field(time).name(), schema.field(time).type()).asException();
        }
        var rows = new Rows(Math.toIntExact(table.rows()));
        Pass.over(table, new int[] {user, time}, context.progress().part(0, 0.4), (chunk, before) -> rows.read(chunk, (int) before, schema.field(user).type()));
        int[] visit = rows.visits(settings.gapMinutes() * MINUTE_MILLIS, context.progress());
        int[] before = {0};
        return Pass.map(table, schema(schema, settings), context.progress().part(0.4, 1), chunk -> {
            var cells = new ArrayList<Cells>(chunk.columns());
            cells.add(rows.names(visit, before[0], chunk.rows()));
            before[0] += chunk.rows();
            return new Chunk(chunk.rows(), cells);
        });
    }

    /** No two columns may have the new one's role. */
    private static Schema schema(Schema schema, Setup settings) {
        Role role = settings.stands() == Stands.AS_USER ? Role.USER : Role.SESSION;
        var fields = new ArrayList<Field>();
        for (Field f : schema.fields()) fields.add(f.role() == role ? f.withRole(Role.NONE) : f);
        fields.add(new Field(settings.newColumn(), ColumnType.TEXT, role));
        return new Schema(fields);
    }

    /** Who and when of each row. */
    private static final class Rows {
        private final int[] user;
        private final long[] time;
        private final Map<String, Integer> numbers = new HashMap<>();
        private final List<String> users = new ArrayList<>();

        Rows(int rows) {
            user = new int[rows];
            time = new long[rows];
        }

        void read(Chunk chunk, int before, ColumnType type) {
            for (int i = 0; i < chunk.rows(); i++) {
                time[before + i] = chunk.longs(1).values()[i];
                boolean nobody = chunk.columns().getFirst().missing(i) || time[before + i] == LongCells.MISSING;
                user[before + i] = nobody ? -1 : number(chunk.columns().getFirst().text(i, type));
            }
        }

        private int number(String id) {
            Integer known = numbers.putIfAbsent(id, users.size());
            if (known != null) return known;
            users.add(id);
            return users.size() - 1;
        }

        /** The number of each row's visit among those of its user, from 1; 0 for none. */
        int[] visits(long gap, Progress progress) {
            int[] visit = new int[user.length], count = new int[users.size()];
            long[] last = new long[users.size()];
            for (int row : Events.inOrder(time, progress)) {
                int u = user[row];
                if (u < 0) continue;
                if (count[u] == 0 || time[row] - last[u] > gap) count[u]++;
                last[u] = time[row];
                visit[row] = count[u];
            }
            return visit;
        }

        TextCells names(int[] visit, int from, int rows) {
            @Nullable String[] names = new @Nullable String[rows];
            Arrays.setAll(names, i -> visit[from + i] == 0 ? null : users.get(user[from + i]) + "-" + visit[from + i]);
            return TextCells.of(names);
        }
    }
}
