package shelfwise.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import shelfwise.app.Workspace;
import shelfwise.base.Problem;
import shelfwise.base.ProblemException;

/** Runs a pipeline. */
@Command(name = "run")
final class RunCommand extends CliCommand {
    @Parameters(index = "0", paramLabel = "PROJECT", descriptionKey = "PROJECT") Path project = Path.of("");
    @Parameters(index = "1", arity = "0..1", paramLabel = "PIPELINE", descriptionKey = "PIPELINE") Optional<String> pipeline = Optional.empty();
    @Option(names = "--set", paramLabel = "NAME=VALUE") List<String> changes = List.of();
    @Option(names = "--to", paramLabel = "NODE") List<String> to = List.of();
    @Option(names = "--dry-run") boolean dry;
    @Option(names = "--watch") boolean watch;
    @Option(names = "--out", paramLabel = "FOLDER") Optional<Path> out = Optional.empty();
    @Option(names = "--details") boolean details;

    RunCommand(Session session) {
        super(session);
    }

    @Override public Integer call() {
        check(changes);
        if (watch && dry) throw new WrongCall(Problem.of("cli.watch-dry", ""), new IllegalArgumentException("--watch --dry-run"));
        var request = new PipelineRun.Request(pipeline, changes, to, dry, out, json, details);
        return watch ? watch(request) : new PipelineRun(session, project, request).go();
    }

    /** Runs again and again until the call is cancelled; what goes wrong is told and mended by the next change. */
    private int watch(PipelineRun.Request request) {
        Workspace.check(project);
        var watch = new Watch(project, pipeline);
        var run = new PipelineRun(session, project, request, watch);
        while (true) {
            watch.begins();
            try {
                run.go();
            } catch (ProblemException e) {
                session.tell(e.problem());
            }
            watch.ended();
            session.out().flush();
            session.err().println(text("cli.watch.waiting"));
            watch.untilChanged(session);
            session.err().println(text("cli.watch.changed"));
        }
    }

    /** @throws WrongCall unless each is {@code NODE.SETTING=VALUE} or {@code PARAMETER=VALUE} */
    static void check(List<String> changes) {
        WrongCall.unless(() -> {
            for (String c : changes) if (c.indexOf('=') < 1 || c.indexOf('.') == 0 || c.indexOf('=') == c.indexOf('.') + 1) throw Problem.of("pipeline.override", c).asException();
            return changes;
        });
    }
}
