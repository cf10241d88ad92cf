package shelfwise.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import shelfwise.data.Metrics;
import shelfwise.data.Metrics.Comparison;
import shelfwise.evaluate.SegmentNames;
import shelfwise.evaluate.Verdict;
import shelfwise.evaluate.Yardstick;

/** Models x metrics at one cut-off, each value with its interval below. */
final class MetricsTable {
    /** What the segments are shown by. */
    private static final String MAIN_METRIC = "ndcg";
    /** What one table has room for: how much is found, how much of the catalogue is shown and how unusual it is; for ratings, how far off they are. */
    private static final Set<String> MAIN_METRICS = Set.of(MAIN_METRIC, "hit-rate", "recall", "coverage", "novelty", "rmse", "mae");

    /** One model in JSON; keys are {@code metric@k}, or the metric alone where it knows no cut-off. */
    record Model(String model, Map<String, @Nullable Double> metrics, Map<String, List<Double>> intervals, Map<String, Map<String, @Nullable Double>> segments) { }

    private final Session session;
    private final List<Metrics.Row> all, rows;
    private final int cut;

    MetricsTable(Session session, List<Metrics.Row> all) {
        this.session = session;
        this.all = all;
        rows = Metrics.overall(all);
        cut = Metrics.mainCut(cutOffs());
    }

    private List<Integer> cutOffs() {
        return rows.stream().map(Metrics.Row::k).filter(k -> k != Metrics.NO_CUT).distinct().sorted().toList();
    }

    /** @param every whether all metrics are told, not the main ones alone */
    void print(boolean every) {
        if (rows.isEmpty()) return;
        List<String> models = rows.stream().map(Metrics.Row::model).distinct().toList();
        List<String> metrics = rows.stream().map(Metrics.Row::metric).distinct().filter(m -> every || MAIN_METRICS.contains(m)).toList();
        var table = new TextTable().left(session.text("cli.model"));
        for (String metric : metrics) table.right(heading(metric));
        for (String model : models) line(table, model, metrics);
        table.print(session.out(), CliCommand.WIDTH);
        session.out().println();
        session.out().println(session.text("cli.run.intervals", users()));
        String others = session.messages().list(cutOffs().stream().filter(c -> c != cut).map(String::valueOf));
        if (!others.isEmpty()) session.out().println(session.text("cli.run.other-cut-offs", others));
        if (!every) session.out().println(session.text("cli.run.more"));
    }

    private String heading(String metric) {
        boolean uncut = rows.stream().filter(r -> r.metric().equals(metric)).allMatch(r -> r.k() == Metrics.NO_CUT);
        return uncut ? session.text("metric." + metric) : session.text("metric." + metric) + "@" + cut;
    }

    /** Models x segments in the main metric; nothing if there are none. */
    void printSegments() {
        List<Metrics.Row> parts = all.stream().filter(r -> !r.overall() && r.metric().equals(MAIN_METRIC) && r.k() == cut).toList();
        if (parts.isEmpty()) return;
        List<String> segments = parts.stream().map(Metrics.Row::segment).distinct().toList();
        session.out().println("\n" + session.text("cli.run.segments", heading(MAIN_METRIC)));
        var table = new TextTable().left(session.text("cli.model"));
        for (String segment : segments) table.right(SegmentNames.of(segment, session.messages()));
        for (String model : parts.stream().map(Metrics.Row::model).distinct().toList()) {
            var values = new ArrayList<String>(List.of(Yardstick.name(model, session.messages())));
            for (String segment : segments) {
                values.add(parts.stream().filter(r -> r.model().equals(model) && r.segment().equals(segment)).findFirst()
                        .map(r -> session.figures().decimal(r.value(), decimals(r))).orElse(Figures.NONE));
            }
            table.row(values.toArray(String[]::new));
        }
        table.print(session.out(), CliCommand.WIDTH);
    }

    /** Which models the best one beats for sure in the main metric, and which it may not; nothing if that was not tested. */
    void printVerdict(List<Comparison> tests) {
        List<Comparison> main = tests.stream().filter(c -> c.metric().equals(MAIN_METRIC)).toList();
        List<Metrics.Row> tested = rows.stream().filter(r -> r.metric().equals(MAIN_METRIC) && r.k() == cut).toList();
        Verdict.of(tested, main).ifPresent(v -> {
            session.out().println("\n" + session.text("cli.run.best", Yardstick.name(v.best(), session.messages()), heading(MAIN_METRIC)));
            if (!v.surely().isEmpty()) session.out().println(session.text("cli.run.surely", names(v.surely())));
            if (!v.maybe().isEmpty()) session.out().println(session.text("cli.run.maybe", names(v.maybe())));
        });
    }

    private String names(List<Comparison> of) {
        return session.messages().list(of.stream().map(c -> Yardstick.name(c.second(), session.messages())));
    }

    private String users() {
        return session.figures().count(rows.stream().mapToInt(Metrics.Row::users).max().orElse(0));
    }

    private void line(TextTable table, String model, List<String> metrics) {
        var values = new ArrayList<String>(List.of(Yardstick.name(model, session.messages())));
        var intervals = new ArrayList<String>(List.of(""));
        Figures figures = session.figures();
        for (String metric : metrics) {
            var row = rows.stream().filter(r -> r.model().equals(model) && r.metric().equals(metric) && r.at(cut)).findFirst();
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
        var models = new LinkedHashMap<String, Model>();
        for (Metrics.Row r : all) {
            Model model = models.computeIfAbsent(r.model(), name -> new Model(name, new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>()));
            String key = r.k() == Metrics.NO_CUT ? r.metric() : r.metric() + "@" + r.k();
            if (!r.overall()) {
                model.segments().computeIfAbsent(r.segment(), _ -> new LinkedHashMap<>()).put(key, Json.number(r.value()));
                continue;
            }
            model.metrics().put(key, Json.number(r.value()));
            if (Double.isFinite(r.low()) && Double.isFinite(r.high())) model.intervals().put(key, List.of(r.low(), r.high()));
        }
        return List.copyOf(models.values());
    }
}
