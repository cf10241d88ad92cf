package shelfwise.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import shelfwise.base.Problem;

/** Runs a pipeline. */
@Command(name = "run")
final class RunCommand extends CliCommand {
    @Parameters(index = "0", paramLabel = "PROJECT", descriptionKey = "PROJECT") Path project = Path.of("");
    @Parameters(index = "1", arity = "0..1", paramLabel = "PIPELINE", descriptionKey = "PIPELINE") Optional<String> pipeline = Optional.empty();
    @Option(names = "--set", paramLabel = "NODE.SETTING=VALUE") List<String> changes = List.of();
    @Option(names = "--out", paramLabel = "FOLDER") Optional<Path> out = Optional.empty();
    @Option(names = "--details") boolean details;

    RunCommand(Session session) {
        super(session);
    }

    @Override public Integer call() {
        check(changes);
        return new PipelineRun(session, project, pipeline, changes, out, json, details).go();
    }

    /** @throws WrongCall unless each is {@code NODE.SETTING=VALUE} */
    static void check(List<String> changes) {
        WrongCall.unless(() -> {
            for (String c : changes) if (c.indexOf('.') < 1 || c.indexOf('=') < c.indexOf('.') + 2) throw Problem.of("pipeline.override", c).asException();
            return changes;
        });
    }
}
