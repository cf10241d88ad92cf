package shelfwise.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import shelfwise.app.Samples;
import shelfwise.base.Problem;

/** Opens the window; where there is no display it says so and runs the project's first pipeline, or the sample's, without one. */
@Command(name = "open")
final class OpenCommand extends CliCommand {
    private static final String JSON = ".json";
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
        return new PipelineRun(session, chosen, new PipelineRun.Request(first(chosen), List.of(), List.of(), false, Optional.empty(), json, false)).go();
    }

    /** The first of its pipelines by name; none where there are none, which the run tells. */
    private static Optional<String> first(Path project) {
        try (Stream<Path> files = Files.list(project.resolve("pipelines"))) {
            return files.map(f -> String.valueOf(f.getFileName())).filter(n -> n.endsWith(JSON)).map(n -> n.substring(0, n.length() - JSON.length())).sorted().findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
