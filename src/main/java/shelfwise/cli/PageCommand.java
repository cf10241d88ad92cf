package shelfwise.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import shelfwise.app.Workspace;

/** Writes a pipeline as a page with its picture. */
@Command(name = "page")
final class PageCommand extends CliCommand {
    record Result(String pipeline, String page) { }

    @Parameters(index = "0", paramLabel = "PROJECT", descriptionKey = "PROJECT") Path project = Path.of("");
    @Parameters(index = "1", arity = "0..1", paramLabel = "PIPELINE", descriptionKey = "PIPELINE") Optional<String> pipeline = Optional.empty();
    @Option(names = "--out", required = true, paramLabel = "FOLDER") Path out = Path.of("");

    PageCommand(Session session) {
        super(session);
    }

    @Override public Integer call() {
        try (Workspace workspace = Workspace.open(project)) {
            var chosen = pipeline.map(workspace.pipelines()::read).orElseGet(workspace.pipelines()::only);
            Path page = workspace.pages().write(chosen, out, session.messages());
            if (json) Json.print(session.out(), new Result(chosen.name(), page.toAbsolutePath().normalize().toString()));
            else say(text("cli.page.done", chosen.name(), page));
        }
        return WORKED;
    }
}
