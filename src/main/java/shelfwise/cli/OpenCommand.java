package shelfwise.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import shelfwise.app.PipelineService;
import shelfwise.app.Samples;
import shelfwise.base.Problem;

/** Opens the window; where there is no display it says so and runs the project's first pipeline, or the sample's, without one. */
@Command(name = "open")
final class OpenCommand extends CliCommand {
    @Parameters(arity = "0..1", paramLabel = "PROJECT", descriptionKey = "PROJECT") Optional<Path> project = Optional.empty();

    OpenCommand(Session session) {
        super(session);
    }

    @Override public Integer call() {
        if (session.window().open(project)) return WORKED;
        return withoutDisplay(session, project, json);
    }

    static int withoutDisplay(Session session, Optional<Path> project, boolean json) {
        Path chosen = project.or(() -> Samples.all().stream().findFirst()).orElseThrow(() -> Problem.of("cli.no-display", "").asException());
        session.err().println(session.text("cli.open.no-display", chosen));
        Optional<String> first = PipelineService.of(chosen).names().stream().findFirst();
        return new PipelineRun(session, chosen, new PipelineRun.Request(first, List.of(), List.of(), false, Optional.empty(), json, false)).go();
    }
}
