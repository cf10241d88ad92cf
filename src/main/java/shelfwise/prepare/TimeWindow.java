package shelfwise.prepare;

import java.util.Optional;
import shelfwise.base.Problem;
import shelfwise.data.ColumnType;
import shelfwise.data.Field;
import shelfwise.data.LongCells;
import shelfwise.data.Reading;
import shelfwise.data.Role;
import shelfwise.data.Table;
import shelfwise.pipeline.Between;
import shelfwise.pipeline.Context;
import shelfwise.pipeline.Picks;
import shelfwise.pipeline.Settings;

/**
 * Keeps the rows of a time window. BETWEEN: {@code from} and {@code to} are both inside; a {@code to} without a time of day takes in the
 * whole day; blank is open. LAST_DAYS: later than the latest time less that many times 24 hours. Rows without a time go.
 */
public final class TimeWindow extends TableStep<TimeWindow.Setup> {
    private static final long DAY_MILLIS = 86_400_000;

    public enum Kind { BETWEEN, LAST_DAYS }

    /**
     * @param column blank: the column of role TIMESTAMP
     * @param from   {@code 2011-01-01} or {@code 2011-01-01 08:30}, in UTC as times are kept; read by BETWEEN
     * @param to     as {@code from}
     * @param days   read by LAST_DAYS
     */
    public record Setup(@Picks(Picks.What.COLUMN) String column, Kind kind, String from, String to,
            @Between(min = 1, max = 36_500, unit = "unit.days") int days) {
        public Setup {
            Settings.check(Setup.class, column, kind, from, to, days);
        }
    }

    @Override public String id() {
        return "prepare.time-window";
    }

    @Override public Setup defaults() {
        return new Setup("", Kind.LAST_DAYS, "", "", 90);
    }

    @Override Optional<String> from(Setup settings, String column) {
        return Optional.of(column);
    }

    @Override Table change(Setup settings, Table table, Context context) {
        int column = Columns.namedOrOf(table.schema(), settings.column(), Role.TIMESTAMP);
        Field field = table.schema().field(column);
        if (field.type() != ColumnType.TIME) throw Problem.of("prepare.needs-time", context.node(), field.name(), field.type()).asException();
        boolean between = settings.kind() == Kind.BETWEEN;
        long first = between ? first(settings.from(), field, context) : latest(table, column, context) - settings.days() * DAY_MILLIS + 1;
        long last = between ? last(settings.to(), field, context) : Long.MAX_VALUE;
        if (first > last) throw Problem.of("prepare.window-ends-before-it-starts", context.node(), settings.from(), settings.to()).asException();
        return Pass.keep(table, context.progress(), chunk -> {
            LongCells times = chunk.longs(column);
            boolean[] inside = new boolean[chunk.rows()];
            for (int i = 0; i < inside.length; i++) inside[i] = !times.missing(i) && times.values()[i] >= first && times.values()[i] <= last;
            return inside;
        });
    }

    private static long first(String from, Field field, Context context) {
        return from.isBlank() ? Long.MIN_VALUE : Literal.of(from, field, context).floor();
    }

    private static long last(String to, Field field, Context context) {
        if (to.isBlank()) return Long.MAX_VALUE;
        return Literal.of(to, field, context).floor() + (Reading.isDay(to) ? DAY_MILLIS - 1 : 0);
    }

    private static long latest(Table table, int column, Context context) {
        long[] latest = {Long.MIN_VALUE / 2};
        Pass.over(table, new int[] {column}, context.progress(), (chunk, _) -> {
            for (long t : chunk.longs(0).values()) latest[0] = Math.max(latest[0], t);
        });
        return latest[0];
    }
}
