package shelfwise.prepare;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import shelfwise.base.Problem;
import shelfwise.data.Cells;
import shelfwise.data.Chunk;
import shelfwise.data.ColumnType;
import shelfwise.data.DoubleCells;
import shelfwise.data.Field;
import shelfwise.data.Schema;
import shelfwise.data.Table;
import shelfwise.pipeline.Context;
import shelfwise.pipeline.Picks;
import shelfwise.pipeline.Settings;

/**
 * Brings columns of numbers to one scale; they become decimal, missing values stay missing. MIN_MAX: (x - min) / (max - min);
 * Z_SCORE: (x - mean) / standard deviation (of the population); LOG1P: ln(1 + x); ROBUST: (x - median) / (Q3 - Q1).
 * Where the divisor is 0, the value is 0.
 */
public final class Normalise extends TableStep<Normalise.Setup> {
    public enum Method { MIN_MAX, Z_SCORE, LOG1P, ROBUST }

    public record Setup(@Picks(Picks.What.COLUMN) List<String> columns, Method method) {
        public Setup {
            Settings.check(Setup.class, columns, method);
            columns = List.copyOf(columns);
        }
    }

    @Override public String id() {
        return "prepare.normalise";
    }

    @Override public Setup defaults() {
        return new Setup(List.of(), Method.MIN_MAX);
    }

    @Override Optional<String> from(Setup settings, String column) {
        return Optional.of(column);
    }

    @Override Table change(Setup settings, Table table, Context context) {
        int[] columns = Columns.numbers(table.schema(), settings.columns(), context);
        Map<Integer, DoubleUnaryOperator> scales = new LinkedHashMap<>();
        for (int c : columns) {
            Numbers numbers = Numbers.of(table, c, context.progress().part(0, 0.5));
            if (settings.method() == Method.LOG1P && numbers.min() <= -1) {
                throw Problem.of("prepare.no-logarithm", context.node(), table.schema().field(c).name(), Double.toString(numbers.min())).asException();
            }
            scales.put(c, scale(settings.method(), numbers));
        }
        List<Field> fields = IntStream.range(0, table.schema().size()).mapToObj(c -> {
            Field f = table.schema().field(c);
            return scales.containsKey(c) ? new Field(f.name(), ColumnType.DECIMAL, f.role()) : f;
        }).toList();
        return Pass.map(table, new Schema(fields), context.progress().part(0.5, 1), chunk -> new Chunk(chunk.rows(),
                IntStream.range(0, fields.size()).mapToObj(c -> scaled(chunk, c, scales)).toList()));
    }

    private static Cells scaled(Chunk chunk, int column, Map<Integer, DoubleUnaryOperator> scales) {
        DoubleUnaryOperator scale = scales.get(column);
        if (scale == null) return chunk.columns().get(column);
        return new DoubleCells(IntStream.range(0, chunk.rows()).mapToDouble(i -> scale.applyAsDouble(chunk.number(column, i))).toArray());
    }

    private static DoubleUnaryOperator scale(Method method, Numbers n) {
        return switch (method) {
            case MIN_MAX -> linear(n.min(), n.max() - n.min());
            case Z_SCORE -> linear(n.mean(), n.standardDeviation());
            case ROBUST -> linear(n.median(), n.quantile(0.75) - n.quantile(0.25));
            case LOG1P -> Math::log1p;
        };
    }

    private static DoubleUnaryOperator linear(double centre, double divisor) {
        return v -> Double.isNaN(v) ? v : divisor == 0 ? 0 : (v - centre) / divisor;
    }
}
