package shelfwise.cli;

import java.util.List;
import java.util.Map;
import shelfwise.base.Learning;
import shelfwise.data.LearningAdvice;
import shelfwise.data.LearningCurve;

/** How networks learned, for who has no window to watch the curve in: which epoch was kept, what was measured there, on what it was trained, and what should be done. */
record LearningLines(Session session) {
    /** @param curves by the model's step; those of what knows the processor alone are left out */
    void print(Map<String, LearningCurve> curves) {
        curves.forEach((node, curve) -> {
            if (curve.device().isEmpty()) return;
            session.out().println("\n" + session.text("cli.run.learned", node, curve.best(), curve.last(), measured(curve)));
            session.out().println("  " + session.text("learning.device." + curve.device()));
            for (LearningAdvice a : LearningAdvice.of(curve)) session.out().println("  " + session.text(a.key()));
        });
    }

    private List<String> measured(LearningCurve curve) {
        return curve.points().stream().filter(p -> p.iteration() == curve.best() && (p.validation() || p.metric().equals("loss"))).map(this::told).toList();
    }

    /** How far a training is that goes on. @param curve so far, of one point at least */
    String now(String pipeline, String node, List<Learning> curve) {
        List<Learning> main = curve.stream().filter(p -> !p.metric().startsWith("gradient") && !p.metric().contains(LearningCurve.PART) && !LearningCurve.OF_THE_WORK.contains(p.metric())).toList();
        Learning last = (main.isEmpty() ? curve : main).getLast();
        return session.text("cli.run.at-iteration", pipeline, node, last.iteration(), session.text("metric." + last.metric()) + " " + session.figures().number(last.value()));
    }

    private String told(Learning p) {
        String measured = session.text("metric." + p.metric()) + " " + session.figures().number(p.value());
        return p.validation() ? session.text("cli.run.learned.held", measured) : measured;
    }
}
