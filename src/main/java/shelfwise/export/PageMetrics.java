package shelfwise.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import shelfwise.base.Messages;
import shelfwise.data.Metrics;
import shelfwise.evaluate.Yardstick;

/** What the last run found: models by metrics at the main cut-off, each value with its interval. */
record PageMetrics(Messages messages) {
    void table(Markdown page, List<Metrics.Row> all) {
        List<Metrics.Row> overall = Metrics.overall(all);
        if (overall.isEmpty()) return;
        int cut = Metrics.mainCut(overall.stream().map(Metrics.Row::k).filter(k -> k != Metrics.NO_CUT).distinct().sorted().toList());
        List<Metrics.Row> rows = overall.stream().filter(r -> r.at(cut)).toList();
        List<String> models = rows.stream().map(Metrics.Row::model).distinct().toList();
        page.heading(3, messages.text("page.metrics")).line(messages.text("page.metrics.how"));
        var head = new ArrayList<>(List.of(messages.text("page.metric")));
        models.forEach(m -> head.add(Yardstick.name(m, messages)));
        page.row(head.toArray(String[]::new)).rule(head.size());
        for (String metric : rows.stream().map(Metrics.Row::metric).distinct().toList()) {
            boolean uncut = rows.stream().allMatch(r -> !r.metric().equals(metric) || r.k() == Metrics.NO_CUT);
            var cells = new ArrayList<>(List.of(messages.text("metric." + metric) + (uncut ? "" : "@" + cut)));
            for (String m : models) cells.add(rows.stream().filter(r -> r.model().equals(m) && r.metric().equals(metric)).findFirst().map(PageMetrics::value).orElse("–"));
            page.row(cells.toArray(String[]::new));
        }
        page.end();
    }

    private static String value(Metrics.Row row) {
        if (!Double.isFinite(row.value())) return "–";
        String value = number(row.value());
        return Double.isFinite(row.low()) ? value + " (" + number(row.low()) + "–" + number(row.high()) + ")" : value;
    }

    static String number(double value) {
        return String.format(Locale.ROOT, Math.abs(value) >= 1 ? "%.2f" : "%.4f", value);
    }
}
