package shelfwise.prepare;

import java.util.List;
import java.util.Optional;
import shelfwise.data.Table;
import shelfwise.pipeline.Context;
import shelfwise.pipeline.Picks;
import shelfwise.pipeline.Settings;

/**
 * Keeps or drops the rows that meet conditions. A missing value meets MISSING, NOT_EQUALS and NOT_STARTS_WITH, nothing else.
 * Text tests read a number as it is shown; MATCHES finds its pattern anywhere in the text; IN takes values parted by '|'.
 */
public final class Filter extends TableStep<Filter.Setup> {
    public enum Test { EQUALS, NOT_EQUALS, LESS, AT_MOST, GREATER, AT_LEAST, CONTAINS, STARTS_WITH, NOT_STARTS_WITH, MATCHES, IN, MISSING, PRESENT }

    public enum Join { ALL, ANY }

    public enum Action { KEEP, DROP }

    /** @param value not read by MISSING and PRESENT */
    public record Condition(@Picks(Picks.What.COLUMN) String column, Test test, String value) {
        public Condition {
            Settings.check(Condition.class, column, test, value);
        }
    }

    /** @param conditions none: every row stays */
    public record Setup(List<Condition> conditions, Join join, Action action) {
        public Setup {
            Settings.check(Setup.class, conditions, join, action);
            conditions = List.copyOf(conditions);
        }
    }

    @Override public String id() {
        return "prepare.filter";
    }

    @Override public Setup defaults() {
        return new Setup(List.of(), Join.ALL, Action.KEEP);
    }

    @Override Optional<String> from(Setup settings, String column) {
        return Optional.of(column);
    }

    @Override Table change(Setup settings, Table table, Context context) {
        if (settings.conditions().isEmpty()) return table;
        RowTest[] tests = settings.conditions().stream().map(c -> RowTest.of(c, table.schema(), context)).toArray(RowTest[]::new);
        RowTest met = RowTest.joined(tests, settings.join() == Join.ALL);
        boolean keep = settings.action() == Action.KEEP;
        return Pass.keep(table, context.progress(), chunk -> {
            boolean[] hit = met.on(chunk);
            for (int i = 0; i < hit.length; i++) hit[i] = hit[i] == keep;
            return hit;
        });
    }
}
