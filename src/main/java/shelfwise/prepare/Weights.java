package shelfwise.prepare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import shelfwise.base.Problem;
import shelfwise.data.Cells;
import shelfwise.data.Chunk;
import shelfwise.data.DoubleCells;
import shelfwise.data.Field;
import shelfwise.data.ColumnType;
import shelfwise.data.Role;
import shelfwise.data.Schema;
import shelfwise.data.Table;
import shelfwise.pipeline.Between;
import shelfwise.pipeline.Context;
import shelfwise.pipeline.Picks;
import shelfwise.pipeline.Settings;

/**
 * Adds a column of role WEIGHT, taken from the type of each event or from a column of numbers such as the quantity. A missing number
 * gives a missing weight; a missing event type is an event that is not listed.
 */
public final class Weights extends TableStep<Weights.Setup> {
    public enum From { EVENT_TYPE, NUMBER }

    /** LOG1P: ln(1 + x); CLIP: no more than the limit. */
    public enum Transform { NONE, LOG1P, CLIP }

    public record EventWeight(String event, @Between(min = -1e6, max = 1e6) double weight) {
        public EventWeight {
            Settings.check(EventWeight.class, event, weight);
        }
    }

    /**
     * @param column    blank: the column of role EVENT_TYPE or QUANTITY
     * @param weights   read by EVENT_TYPE
     * @param others    weight of events that are not listed; read by EVENT_TYPE
     * @param transform applied to either
     * @param limit     read by CLIP
     * @param newColumn name of the new column
     */
    public record Setup(From from, @Picks(Picks.What.COLUMN) String column, List<EventWeight> weights, @Between(min = -1e6, max = 1e6) double others,
            Transform transform, @Between(min = 0, max = 1e9) double limit, String newColumn) {
        public Setup {
            Settings.check(Setup.class, from, column, weights, others, transform, limit, newColumn);
            Settings.filled("newColumn", newColumn);
            weights = List.copyOf(weights);
        }
    }

    @Override public String id() {
        return "prepare.weights";
    }

    @Override public Setup defaults() {
        return new Setup(From.NUMBER, "", List.of(), 1, Transform.LOG1P, 10, "weight");
    }

    @Override Optional<String> from(Setup settings, String column) {
        return Optional.of(column).filter(c -> !c.equals(settings.newColumn()));
    }

    @Override Table change(Setup settings, Table table, Context context) {
        Schema schema = table.schema();
        boolean events = settings.from() == From.EVENT_TYPE;
        int column = Columns.namedOrOf(schema, settings.column(), events ? Role.EVENT_TYPE : Role.QUANTITY);
        if (!events) Columns.needNumber(schema.field(column), context);
        Map<String, Double> byEvent = new HashMap<>();
        settings.weights().forEach(w -> byEvent.put(w.event(), w.weight()));
        return Pass.map(table, withWeight(schema, settings.newColumn()), context.progress(), chunk -> {
            double[] weight = new double[chunk.rows()];
            for (int i = 0; i < weight.length; i++) {
                weight[i] = events ? byEvent.getOrDefault(chunk.columns().get(column).text(i, schema.field(column).type()), settings.others())
                        : chunk.number(column, i);
            }
            var cells = new ArrayList<Cells>(chunk.columns());
            cells.add(new DoubleCells(Arrays.stream(weight).map(v -> transformed(v, settings, schema.field(column), context)).toArray()));
            return new Chunk(chunk.rows(), cells);
        });
    }

    /** An older column of weights stays, without its role. */
    private static Schema withWeight(Schema schema, String name) {
        var fields = new ArrayList<Field>();
        for (Field f : schema.fields()) fields.add(f.role() == Role.WEIGHT ? f.withRole(Role.NONE) : f);
        fields.add(new Field(name, ColumnType.DECIMAL, Role.WEIGHT));
        return new Schema(fields);
    }

    private static double transformed(double value, Setup settings, Field field, Context context) {
        return switch (settings.transform()) {
            case NONE -> value;
            case CLIP -> Math.min(value, settings.limit());
            case LOG1P -> {
                if (value <= -1) throw Problem.of("prepare.no-logarithm", context.node(), field.name(), Double.toString(value)).asException();
                yield Math.log1p(value);
            }
        };
    }
}
