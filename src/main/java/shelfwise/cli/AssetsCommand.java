package shelfwise.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import shelfwise.app.Workspace;
import shelfwise.data.Role;
import shelfwise.store.AssetInfo;

/** Lists what a project holds. */
@Command(name = "assets")
final class AssetsCommand extends CliCommand {
    record Result(String asset, String kind, int version, int versions, long rows, long rejected, String source, String imported, String hash,
            List<ImportCommand.Column> columns) {
        static Result of(AssetInfo a) {
            var v = a.latest();
            return new Result(a.name(), kindWord(a), v.version(), a.versions(), v.rows(), v.rejected(), v.source(), v.created().toString(), v.contentHash(),
                    v.schema().fields().stream().map(f -> new ImportCommand.Column(f.name(), ImportCommand.word(f.type()), f.role().word())).toList());
        }
    }

    @Parameters(paramLabel = "PROJECT", descriptionKey = "PROJECT") Path project = Path.of("");

    AssetsCommand(Session session) {
        super(session);
    }

    private static String kindWord(AssetInfo a) {
        return a.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override public Integer call() {
        try (Workspace workspace = Workspace.open(project)) {
            List<AssetInfo> assets = workspace.assets().list();
            if (json) Json.print(session.out(), assets.stream().map(Result::of).toList());
            else if (assets.isEmpty()) say(text("cli.assets.none", project));
            else table(assets).print(session.out(), WIDTH);
        }
        return WORKED;
    }

    private TextTable table(List<AssetInfo> assets) {
        Figures figures = session.figures();
        var table = new TextTable().left(text("cli.asset")).left(text("cli.kind")).right(text("cli.versions")).right(text("cli.rows"))
                .right(text("cli.rejected")).left(text("cli.imported")).left(text("cli.roles"), 60);
        for (AssetInfo a : assets) {
            table.row(a.name(), text("kind." + a.kind().name().toLowerCase(Locale.ROOT)), figures.count(a.versions()), figures.count(a.latest().rows()),
                    figures.count(a.latest().rejected()), figures.time(a.latest().created().toEpochMilli()), roles(a));
        }
        return table;
    }

    private static String roles(AssetInfo a) {
        return a.latest().schema().fields().stream().map(f -> f.role()).filter(r -> r != Role.NONE).map(Role::word).collect(Collectors.joining(", "));
    }
}
