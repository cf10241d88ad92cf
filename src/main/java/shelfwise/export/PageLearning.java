package shelfwise.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import shelfwise.base.Learning;
import shelfwise.base.Messages;
import shelfwise.data.LearningAdvice;
import shelfwise.data.LearningCurve;

/** How the models of the last run got better while they were trained: each line of a curve by its first value, the one that was kept and the last; then what they were trained on, and advice. */
record PageLearning(Messages messages) {
    /** @param curves by the model's step, in the order of the page; those without points are left out */
    void table(Markdown page, Map<String, LearningCurve> curves) {
        if (curves.values().stream().allMatch(c -> c.points().isEmpty())) return;
        page.heading(3, messages.text("page.learning")).line(messages.text("page.learning.how"));
        page.row(messages.text("page.learning.model"), messages.text("page.metric"), messages.text("page.learning.first"), messages.text("page.learning.kept"), messages.text("page.learning.last")).rule(5);
        curves.forEach((node, curve) -> {
            for (String metric : curve.mainMetrics()) for (boolean held : List.of(true, false)) line(page, node, curve, metric, held);
        });
        page.end();
        var said = new ArrayList<String>();
        curves.forEach((node, curve) -> {
            if (!curve.device().isEmpty()) said.add("`" + node + "`: " + messages.text("learning.device." + curve.device()));
        });
        curves.forEach((node, curve) -> LearningAdvice.of(curve).forEach(a -> said.add("`" + node + "`: " + messages.text(a.key()))));
        said.forEach(page::item);
        if (!said.isEmpty()) page.end();
    }

    private void line(Markdown page, String node, LearningCurve curve, String metric, boolean held) {
        List<Learning> points = curve.line(metric, held);
        if (points.isEmpty()) return;
        Learning kept = points.stream().filter(p -> p.iteration() == curve.best()).findFirst().orElse(points.getLast());
        String name = messages.text("metric." + metric) + " (" + messages.text(held ? "page.learning.held" : "page.learning.train") + ")";
        page.row(node, name, told(points.getFirst()), told(kept), told(points.getLast()));
    }

    private String told(Learning point) {
        return messages.text("page.learning.at", PageMetrics.number(point.value()), point.iteration());
    }
}
