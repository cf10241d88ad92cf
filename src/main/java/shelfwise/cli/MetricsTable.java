package shelfwise.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import shelfwise.data.Metrics;

/** Models x metrics at one cut-off, each value with its interval below. */
final class MetricsTable {
    private static final int PREFERRED_CUT_OFF = 10;

    /** One model in JSON; keys are {@code metric@k}. */
    record Model(String model, Map<String, @Nullable Double> metrics, Map<String, List<Double>> intervals) { }

    private final Session session;
    private final List<Metrics.Row> rows;

    MetricsTable(Session session, List<Metrics.Row> rows) {
        this.session = session;
        this.rows = rows;
    }

    private List<Integer> cutOffs() {
        return rows.stream().map(Metrics.Row::k).distinct().sorted().toList();
    }

    /** Ten if it was measured, else the first after it, else the last. */
    private int shown() {
        List<Integer> all = cutOffs();
        return all.stream().filter(k -> k >= PREFERRED_CUT_OFF).findFirst().orElseGet(all::getLast);
    }

    void print() {
        if (rows.isEmpty()) return;
        int k = shown();
        List<String> models = rows.stream().map(Metrics.Row::model).distinct().toList();
        List<String> metrics = rows.stream().map(Metrics.Row::metric).distinct().toList();
        var table = new TextTable().left(session.text("cli.model"));
        for (String metric : metrics) table.right(session.text("metric." + metric) + "@" + k);
        for (String model : models) line(table, model, metrics, k);
        table.print(session.out(), CliCommand.WIDTH);
        session.out().println();
        session.out().println(session.text("cli.run.intervals", users()));
        String others = String.join(", ", cutOffs().stream().filter(c -> c != k).map(String::valueOf).toList());
        if (!others.isEmpty()) session.out().println(session.text("cli.run.other-cut-offs", others));
    }

    private String users() {
        return session.figures().count(rows.stream().mapToInt(Metrics.Row::users).max().orElse(0));
    }

    private void line(TextTable table, String model, List<String> metrics, int k) {
        var values = new ArrayList<String>(List.of(model));
        var intervals = new ArrayList<String>(List.of(""));
        Figures figures = session.figures();
        for (String metric : metrics) {
            var row = rows.stream().filter(r -> r.model().equals(model) && r.metric().equals(metric) && r.k() == k).findFirst();
            values.add(row.map(r -> figures.decimal(r.value(), decimals(r))).orElse(Figures.NONE));
            intervals.add(row.filter(r -> Double.isFinite(r.low())).map(r -> figures.decimal(r.low(), decimals(r)) + "–" + figures.decimal(r.high(), decimals(r))).orElse(""));
        }
        table.row(values.toArray(String[]::new));
        if (intervals.stream().anyMatch(i -> !i.isEmpty())) table.row(intervals.toArray(String[]::new));
    }

    private static int decimals(Metrics.Row row) {
        return Math.abs(row.value()) >= 1 ? 2 : 4;
    }

    List<Model> models() {
        var all = new LinkedHashMap<String, Model>();
        for (Metrics.Row r : rows) {
            Model model = all.computeIfAbsent(r.model(), name -> new Model(name, new LinkedHashMap<>(), new LinkedHashMap<>()));
            String key = r.metric() + "@" + r.k();
            model.metrics().put(key, Json.number(r.value()));
            if (Double.isFinite(r.low()) && Double.isFinite(r.high())) model.intervals().put(key, List.of(r.low(), r.high()));
        }
        return List.copyOf(all.values());
    }
}
