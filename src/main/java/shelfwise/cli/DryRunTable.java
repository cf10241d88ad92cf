package shelfwise.cli;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import shelfwise.app.RunPlan;
import shelfwise.pipeline.Preflight;

/** Tells what a run would do and what would make it fail. */
record DryRunTable(Session session, boolean json) {
    private static final long MEGA = 1_000_000;

    /** @param state run, kept, off or fails; @param memory in bytes, null where it is not known yet */
    record Line(String node, String operator, String state, @Nullable Long memory) { }

    record Finding(String node, String problem) { }

    record Result(boolean ready, List<Line> steps, long memoryLimit, List<Finding> findings) { }

    /** Answers the exit code: 1 if something would fail. */
    int tell(RunPlan plan, List<Preflight.Finding> findings, String pipeline) {
        Map<String, Preflight.Finding> failing = findings.stream().collect(Collectors.toMap(Preflight.Finding::node, Function.identity(), (first, _) -> first));
        List<Line> lines = plan.steps().stream().map(s -> new Line(s.node(), s.operator(), failing.containsKey(s.node()) ? "fails" : s.off() ? "off" : s.kept() ? "kept" : "run",
                bytes(s.memory()))).toList();
        if (json) {
            Json.print(session.out(), new Result(findings.isEmpty(), lines, Runtime.getRuntime().maxMemory(),
                    findings.stream().map(f -> new Finding(f.node(), session.messages().tell(f.problem()))).toList()));
        } else print(lines, findings.isEmpty());
        findings.forEach(f -> session.tell(f.problem().in(pipeline)));
        return findings.isEmpty() ? CliCommand.WORKED : CliCommand.FAILED;
    }

    private static @Nullable Long bytes(OptionalLong memory) {
        return memory.isPresent() ? (Long) memory.getAsLong() : null;
    }

    private void print(List<Line> lines, boolean ready) {
        var table = new TextTable().left(session.text("cli.dry.step")).left(session.text("cli.dry.kind")).left(session.text("cli.dry.state")).right(session.text("cli.dry.memory"));
        for (Line l : lines) {
            Long memory = l.memory();
            table.row(l.node(), session.messages().find("op." + l.operator() + ".name").orElse(l.operator()), session.text("cli.dry." + l.state()),
                    memory == null ? Figures.NONE : session.figures().count(Math.max(1, (memory + MEGA - 1) / MEGA)) + " MB");
        }
        table.print(session.out(), CliCommand.WIDTH);
        session.out().println();
        session.out().println(session.text(ready ? "cli.dry.ready" : "cli.dry.not-ready", session.figures().count(Runtime.getRuntime().maxMemory() / MEGA)));
    }
}
