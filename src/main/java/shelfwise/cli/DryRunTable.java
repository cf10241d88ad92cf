package shelfwise.cli;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import shelfwise.app.RunPlan;
import shelfwise.pipeline.Preflight;

/** Tells what a run would do, what memory it takes and what would make it fail. */
record DryRunTable(Session session, boolean json) {
    private static final long MEGA = 1_000_000;

    /**
     * @param state  run, kept, off or fails
     * @param memory in bytes, null where the step does not run or it is not known
     * @param bound  whether that is the most it can be
     * @param rows   the most rows, events, items or users of each output; outputs left out are unknown
     */
    record Line(String node, String operator, String state, @Nullable Long memory, boolean bound, Map<String, Long> rows) { }

    record Finding(String node, String problem) { }

    record Result(boolean ready, List<Line> steps, long peak, List<String> unknown, long memoryLimit, List<Finding> findings) { }

    /** Answers the exit code: 1 if something would fail. */
    int tell(RunPlan plan, String pipeline) {
        Map<String, Preflight.Finding> failing = plan.failing();
        List<Line> lines = plan.steps().stream().map(s -> new Line(s.node(), s.operator(), failing.containsKey(s.node()) ? "fails" : s.off() ? "off" : s.kept() ? "kept" : "run",
                s.memory().isPresent() ? (Long) s.memory().getAsLong() : null, s.bound(), rows(s))).toList();
        List<Preflight.Finding> findings = plan.findings();
        if (json) {
            Json.print(session.out(), new Result(findings.isEmpty(), lines, plan.peak(), plan.unknown(), plan.limit(),
                    findings.stream().map(f -> new Finding(f.node(), session.messages().tell(f.problem()))).toList()));
        } else print(lines, plan);
        findings.forEach(f -> session.tell(f.problem().in(pipeline)));
        return findings.isEmpty() ? CliCommand.WORKED : CliCommand.FAILED;
    }

    private static Map<String, Long> rows(RunPlan.Planned step) {
        var rows = new TreeMap<String, Long>();
        step.most().forEach((port, volume) -> {
            if (volume.rows() > 0) rows.put(port, volume.rows()); // a model has no rows to count
        });
        return rows;
    }

    private void print(List<Line> lines, RunPlan plan) {
        var table = new TextTable().left(session.text("cli.dry.step")).left(session.text("cli.dry.kind")).left(session.text("cli.dry.state"))
                .right(session.text("cli.dry.rows")).right(session.text("cli.dry.memory"));
        for (Line l : lines) {
            String rows = l.rows().isEmpty() ? Figures.NONE : session.figures().count(l.rows().values().stream().mapToLong(Long::longValue).max().orElse(0));
            table.row(l.node(), session.messages().find("op." + l.operator() + ".name").orElse(l.operator()), session.text("cli.dry." + l.state()),
                    rows, memory(l, plan.unknown().contains(l.node())));
        }
        table.print(session.out(), CliCommand.WIDTH);
        session.out().println();
        session.out().println(session.text("cli.dry.peak", mega(plan.peak()), mega(plan.limit())));
        if (!plan.unknown().isEmpty()) session.out().println(session.text("cli.dry.unknown-steps", plan.unknown()));
        if (!plan.fits()) session.out().println(session.text("cli.dry.tight"));
        session.out().println(session.text(plan.findings().isEmpty() ? "cli.dry.ready" : "cli.dry.not-ready"));
    }

    private String memory(Line line, boolean unknown) {
        Long bytes = line.memory();
        if (bytes == null) return unknown ? session.text("cli.dry.unknown") : Figures.NONE;
        return session.text(line.bound() ? "cli.dry.at-most" : "cli.dry.about", mega(bytes));
    }

    private String mega(long bytes) {
        return session.figures().count(Math.max(1, (bytes + MEGA - 1) / MEGA));
    }
}
