package shelfwise.cli;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import shelfwise.app.SnapshotService;
import shelfwise.app.Workspace;

/** Writes a snapshot as a file for others. */
@Command(name = "export")
final class ExportCommand extends CliCommand {
    record Result(String snapshot, String format, String file) { }

    private static final String LATEST = "latest";

    @Parameters(index = "0", paramLabel = "PROJECT", descriptionKey = "PROJECT") Path project = Path.of("");
    @Parameters(index = "1", paramLabel = "SNAPSHOT", descriptionKey = "SNAPSHOT") String snapshot = "";
    @Option(names = "--format", required = true, paramLabel = "csv|json|html") String format = "";
    @Option(names = "--out", required = true, paramLabel = "FILE") Path out = Path.of("");

    ExportCommand(Session session) {
        super(session);
    }

    @Override public Integer call() {
        SnapshotService.Format chosen = WrongCall.unless(() -> SnapshotService.Format.of(format));
        try (Workspace workspace = Workspace.open(project)) {
            String id = id(workspace);
            workspace.snapshots().export(id, chosen, out, session.messages());
            if (json) Json.print(session.out(), new Result(id, chosen.word(), out.toAbsolutePath().normalize().toString()));
            else say(text("cli.export.done", id, out));
        }
        return WORKED;
    }

    private String id(Workspace workspace) {
        return snapshot.equals(LATEST) ? workspace.snapshots().ids().stream().findFirst().orElse(snapshot) : snapshot;
    }
}
