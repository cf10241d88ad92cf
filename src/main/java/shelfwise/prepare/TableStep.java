package shelfwise.prepare;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import shelfwise.data.Table;
import shelfwise.data.TableValue;
import shelfwise.pipeline.Bound;
import shelfwise.pipeline.Bounds;
import shelfwise.pipeline.Context;
import shelfwise.pipeline.Operator;
import shelfwise.pipeline.Port;
import shelfwise.pipeline.PortType;
import shelfwise.pipeline.Values;

/** A step from one table to one table, both at ports named {@code "table"}. */
abstract class TableStep<S extends Record> implements Operator.Transform<S> {
    abstract Table change(S settings, Table table, Context context);

    /** The column of the table that comes in of whose value alone {@code column} is made; empty if there is none, or that is not known. */
    Optional<String> from(S settings, String column) {
        return Optional.empty();
    }

    /** Rows only go. */
    @Override public Map<String, Bound> most(S settings, Bounds in) {
        return in.at("table").map(b -> Map.of("table", b.rowByRow(column -> from(settings, column)))).orElse(Map.of());
    }

    @Override public int version() {
        return 1;
    }

    @Override public List<Port> inputs() {
        return List.of(Port.one("table", PortType.TABLE));
    }

    @Override public List<Port> outputs() {
        return List.of(Port.one("table", PortType.TABLE));
    }

    @Override public Values run(S settings, Values in, Context context) {
        Table table = in.one("table", TableValue.class).table();
        return Outcome.table(id(), table, change(settings, table, context), context);
    }
}
