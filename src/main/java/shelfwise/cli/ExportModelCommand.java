package shelfwise.cli;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import shelfwise.app.Workspace;
import shelfwise.export.serving.ModelCard;

/** Writes a trained model as a folder for other programs. */
@Command(name = "export-model")
final class ExportModelCommand extends CliCommand {
    record Result(String model, String folder, ModelCard card) { }

    @Parameters(index = "0", paramLabel = "PROJECT", descriptionKey = "PROJECT") Path project = Path.of("");
    @Parameters(index = "1", paramLabel = "MODEL", descriptionKey = "MODEL") String model = "";
    @Option(names = "--out", required = true, paramLabel = "FOLDER") Path out = Path.of("");

    ExportModelCommand(Session session) {
        super(session);
    }

    @Override public Integer call() {
        try (Workspace workspace = Workspace.open(project); ProgressLine progress = session.progress(text("cli.export-model.doing", model))) {
            ModelCard card = workspace.modelExport().write(model, out, session.messages(), progress);
            progress.close();
            if (json) Json.print(session.out(), new Result(model, out.toAbsolutePath().normalize().toString(), card));
            else say(text("cli.export-model.done", model, out, card.files().size() + 1));
        }
        return WORKED;
    }
}
