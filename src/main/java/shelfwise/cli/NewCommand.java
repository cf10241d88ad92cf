package shelfwise.cli;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import shelfwise.app.Workspace;

/** Makes an empty project. */
@Command(name = "new")
final class NewCommand extends CliCommand {
    record Result(String project, String name) { }

    @Parameters(paramLabel = "PROJECT", descriptionKey = "PROJECT") Path project = Path.of("");

    NewCommand(Session session) {
        super(session);
    }

    @Override public Integer call() {
        try (Workspace made = Workspace.create(project)) {
            if (json) Json.print(session.out(), new Result(made.folder().toString(), made.name()));
            else say(text("cli.new.made", made.name(), made.folder()));
        }
        return WORKED;
    }
}
