package shelfwise.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an evaluation found.
 *
 * @param rows   one row for each model, metric and cut-off, in the order of the models
 * @param doubts message keys of doubts about the protocol, such as {@code doubt.random-split-of-timed-data}
 */
public record Metrics(List<Row> rows, List<String> doubts) implements Portable {
    /**
     * @param model  the model's name
     * @param metric the metric's id: hit-rate, recall, precision, ndcg, map, mrr, coverage, novelty, popularity-share
     * @param k      the cut-off
     * @param value  its value, NaN where it is not defined
     * @param low    lower end of the 95 % bootstrap interval over users; NaN where there is none
     * @param high   upper end
     * @param users  number of users it was averaged over
     */
    public record Row(String model, String metric, int k, double value, double low, double high, int users) { }

    public Metrics {
        rows = List.copyOf(rows);
        doubts = List.copyOf(doubts);
    }

    public List<String> models() {
        return rows.stream().map(Row::model).distinct().toList();
    }

    /** The row asked for; null if there is none. */
    public @Nullable Row find(String model, String metric, int k) {
        for (Row r : rows) if (r.model().equals(model) && r.metric().equals(metric) && r.k() == k) return r;
        return null;
    }

    @Override public String hash() {
        return toBundle().hash();
    }

    @Override public Bundle toBundle() {
        var schema = Schema.of(new Field("model", ColumnType.TEXT), new Field("metric", ColumnType.TEXT), new Field("k", ColumnType.INTEGER),
                new Field("value", ColumnType.DECIMAL), new Field("low", ColumnType.DECIMAL), new Field("high", ColumnType.DECIMAL), new Field("users", ColumnType.INTEGER));
        Table table = TableBuilder.of(schema, TextCells.of(rows.stream().map(Row::model).toArray(String[]::new)),
                TextCells.of(rows.stream().map(Row::metric).toArray(String[]::new)), new LongCells(rows.stream().mapToLong(Row::k).toArray()),
                new DoubleCells(rows.stream().mapToDouble(Row::value).toArray()), new DoubleCells(rows.stream().mapToDouble(Row::low).toArray()),
                new DoubleCells(rows.stream().mapToDouble(Row::high).toArray()), new LongCells(rows.stream().mapToLong(Row::users).toArray()));
        return new Bundle(Map.of("doubts", String.join(" ", doubts)), Map.of("rows", table));
    }

    public static Metrics of(Bundle b) {
        var rows = new ArrayList<Row>();
        b.part("rows").scan(c -> {
            for (int i = 0; i < c.rows(); i++) {
                rows.add(new Row(c.columns().get(0).text(i, ColumnType.TEXT), c.columns().get(1).text(i, ColumnType.TEXT), (int) c.longs(2).values()[i],
                        c.number(3, i), c.number(4, i), c.number(5, i), (int) c.longs(6).values()[i]));
            }
        });
        String doubts = b.fact("doubts");
        return new Metrics(rows, doubts.isEmpty() ? List.of() : List.of(doubts.split(" ")));
    }
}
