package shelfwise.prepare;

import java.util.Optional;
import shelfwise.data.LongCells;
import shelfwise.data.Table;
import shelfwise.pipeline.Context;
import shelfwise.pipeline.Picks;
import shelfwise.pipeline.Settings;
import shelfwise.pipeline.expression.Expression;

/** Keeps or drops the rows for which an expression is true. Where it is missing it is not true. */
public final class Where extends TableStep<Where.Setup> {
    public enum Action { KEEP, DROP }

    /** @param action what becomes of the rows for which {@code condition} is true */
    public record Setup(@Picks(Picks.What.CONDITION) String condition, Action action) {
        public Setup {
            Settings.check(Setup.class, condition, action);
        }
    }

    @Override public String id() {
        return "prepare.where";
    }

    /** Without a condition, which is told before a run. */
    @Override public Setup defaults() {
        return new Setup("", Action.KEEP);
    }

    @Override Optional<String> from(Setup settings, String column) {
        return Optional.of(column);
    }

    @Override Table change(Setup settings, Table table, Context context) {
        Expression condition = Expressions.condition("condition", settings.condition(), table.schema(), context);
        boolean keep = settings.action() == Action.KEEP;
        return Pass.keep(table, context.progress(), chunk -> {
            long[] met = ((LongCells) condition.on(chunk)).values();
            boolean[] kept = new boolean[met.length];
            for (int i = 0; i < kept.length; i++) kept[i] = met[i] == 1 == keep;
            return kept;
        });
    }
}
