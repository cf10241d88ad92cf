package shelfwise.prepare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import shelfwise.base.Problem;
import shelfwise.data.Cells;
import shelfwise.data.Chunk;
import shelfwise.data.Field;
import shelfwise.data.Role;
import shelfwise.data.Schema;
import shelfwise.data.Table;
import shelfwise.pipeline.Context;
import shelfwise.pipeline.Picks;
import shelfwise.pipeline.Settings;
import shelfwise.pipeline.expression.Expression;

/** Works out a column from the row's other columns: a new one stands last, one of a name that is there already takes its place. */
public final class Compute extends TableStep<Compute.Setup> {
    /**
     * @param column     name of the column that is made
     * @param expression its values; the column's type is the expression's
     * @param role       KEEP: that of the column replaced, none for a new one
     */
    public record Setup(String column, @Picks(Picks.What.EXPRESSION) String expression, Select.Meaning role) {
        public Setup {
            Settings.check(Setup.class, column, expression, role);
        }
    }

    @Override public String id() {
        return "prepare.compute";
    }

    /** Without an expression, which is told before a run. */
    @Override public Setup defaults() {
        return new Setup("computed", "", Select.Meaning.KEEP);
    }

    @Override Optional<String> from(Setup settings, String column) {
        return Optional.of(column).filter(c -> !c.equals(settings.column()));
    }

    @Override Table change(Setup settings, Table table, Context context) {
        if (settings.column().isBlank()) throw Problem.of("prepare.no-column-name", context.node()).asException();
        Expression expression = Expressions.any("expression", settings.expression(), table.schema(), context);
        OptionalInt replaced = table.schema().find(settings.column());
        Schema schema = schema(settings, table.schema(), expression, replaced);
        return Pass.map(table, schema, context.progress(), chunk -> {
            List<Cells> cells = new ArrayList<>(chunk.columns());
            put(cells, replaced, expression.on(chunk));
            return new Chunk(chunk.rows(), cells);
        });
    }

    private static Schema schema(Setup settings, Schema before, Expression expression, OptionalInt replaced) {
        Role known = replaced.isPresent() ? before.field(replaced.getAsInt()).role() : Role.NONE;
        Role role = settings.role() == Select.Meaning.KEEP ? known : Role.valueOf(settings.role().name());
        List<Field> fields = new ArrayList<>(before.fields());
        put(fields, replaced, new Field(settings.column(), expression.type(), role));
        return new Schema(fields);
    }

    private static <T> void put(List<T> all, OptionalInt place, T one) {
        if (place.isPresent()) all.set(place.getAsInt(), one);
        else all.add(one);
    }
}
