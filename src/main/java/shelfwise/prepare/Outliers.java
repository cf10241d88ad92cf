package shelfwise.prepare;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import shelfwise.base.Problem;
import shelfwise.data.Chunk;
import shelfwise.data.Table;
import shelfwise.pipeline.Between;
import shelfwise.pipeline.Context;
import shelfwise.pipeline.Picks;
import shelfwise.pipeline.Settings;

/**
 * Drops rows with unusual numbers, or moves the numbers to the end of the usual range. Missing values are no outliers. Usual are:
 * IQR: [Q1 - factor (Q3 - Q1), Q3 + factor (Q3 - Q1)] (Tukey 1977); Z_SCORE: mean ± factor standard deviations (of the population);
 * QUANTILE: [quantile low, quantile high]; RANGE: [low, high].
 */
public final class Outliers extends TableStep<Outliers.Setup> {
    public enum Method { IQR, Z_SCORE, QUANTILE, RANGE }

    public enum Action { DROP, CLIP }

    /**
     * @param factor read by IQR (1.5 is usual) and Z_SCORE (3 is usual)
     * @param low    read by QUANTILE (0 to 1) and RANGE
     * @param high   as {@code low}
     */
    public record Setup(@Picks(Picks.What.COLUMN) List<String> columns, Method method, @Between(min = 0, max = 1000) double factor,
            @Between(min = -1e15, max = 1e15) double low, @Between(min = -1e15, max = 1e15) double high, Action action) {
        public Setup {
            Settings.check(Setup.class, columns, method, factor, low, high, action);
            columns = List.copyOf(columns);
        }
    }

    @Override public String id() {
        return "prepare.outliers";
    }

    @Override public Setup defaults() {
        return new Setup(List.of(), Method.IQR, 1.5, 0, 1, Action.DROP);
    }

    @Override Optional<String> from(Setup settings, String column) {
        return Optional.of(column).filter(c -> !settings.columns().contains(c));
    }

    @Override Table change(Setup settings, Table table, Context context) {
        int[] columns = Columns.numbers(table.schema(), settings.columns(), context);
        checkRange(settings, context);
        Map<Integer, Bounds> bounds = new LinkedHashMap<>();
        for (int c : columns) bounds.put(c, bounds(settings, Numbers.of(table, c, context.progress().part(0, 0.5))));
        if (settings.action() == Action.DROP) return Pass.keep(table, context.progress().part(0.5, 1), chunk -> usual(chunk, bounds));
        return Pass.map(table, table.schema(), context.progress().part(0.5, 1), chunk -> new Chunk(chunk.rows(),
                IntStream.range(0, chunk.columns().size()).mapToObj(c -> {
                    Bounds b = bounds.get(c);
                    return b == null ? chunk.columns().get(c) : b.clip(chunk.columns().get(c));
                }).toList()));
    }

    private static void checkRange(Setup s, Context context) {
        boolean quantile = s.method() == Method.QUANTILE;
        boolean wrong = s.low() > s.high() || s.low() < 0 && quantile || s.high() > 1 && quantile;
        if ((quantile || s.method() == Method.RANGE) && wrong) {
            throw Problem.of("prepare.bad-range", context.node(), Double.toString(s.low()), Double.toString(s.high()), quantile ? 1 : 0).asException();
        }
    }

    private static boolean[] usual(Chunk chunk, Map<Integer, Bounds> bounds) {
        boolean[] usual = new boolean[chunk.rows()];
        java.util.Arrays.fill(usual, true);
        bounds.forEach((c, b) -> {
            for (int i = 0; i < usual.length; i++) usual[i] &= chunk.columns().get(c).missing(i) || b.hold(chunk.number(c, i));
        });
        return usual;
    }

    private static Bounds bounds(Setup s, Numbers numbers) {
        return switch (s.method()) {
            case IQR -> {
                double q1 = numbers.quantile(0.25), q3 = numbers.quantile(0.75);
                yield new Bounds(q1 - s.factor() * (q3 - q1), q3 + s.factor() * (q3 - q1));
            }
            case Z_SCORE -> {
                double mean = numbers.mean(), reach = s.factor() * numbers.standardDeviation();
                yield new Bounds(mean - reach, mean + reach);
            }
            case QUANTILE -> new Bounds(numbers.quantile(s.low()), numbers.quantile(s.high()));
            case RANGE -> new Bounds(s.low(), s.high());
        };
    }
}
