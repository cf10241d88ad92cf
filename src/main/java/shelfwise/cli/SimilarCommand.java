package shelfwise.cli;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import shelfwise.app.ListService;
import shelfwise.app.Workspace;

/** Shows the items that a model finds most like an item. */
@Command(name = "similar")
final class SimilarCommand extends CliCommand {
    record Row(int rank, String item, String title, String category, @Nullable Double similarity, @Nullable Integer support) { }

    record Result(String model, String item, List<Row> rows) { }

    private static final int TITLE = 60;

    @Parameters(paramLabel = "PROJECT", descriptionKey = "PROJECT") Path project = Path.of("");
    @Option(names = "--model", required = true, paramLabel = "MODEL") String model = "";
    @Option(names = "--item", required = true, paramLabel = "ITEM") String item = "";
    @Option(names = "-n", paramLabel = "ROWS") int rows = 10;

    SimilarCommand(Session session) {
        super(session);
    }

    @Override public Integer call() {
        ListCommand.rows("-n", rows);
        try (Workspace workspace = Workspace.open(project)) {
            List<ListService.SimilarItem> found = workspace.lists().similar(model, item, rows);
            if (json) Json.print(session.out(), new Result(model, item, found.stream().map(SimilarCommand::row).toList()));
            else report(found);
        }
        return WORKED;
    }

    private static Row row(ListService.SimilarItem s) {
        return new Row(s.rank(), s.item().id(), s.item().title(), s.item().category(), Json.number(s.similarity()), s.support() < 0 ? null : s.support());
    }

    private void report(List<ListService.SimilarItem> found) {
        if (found.isEmpty()) {
            say(text("cli.similar.none", model, item));
            return;
        }
        say(text("cli.similar.heading", model, item));
        say("");
        var table = new TextTable().right("#").left(text("cli.item")).left(text("cli.title"), TITLE).right(text("cli.similarity")).right(text("cli.support"));
        for (var s : found) {
            table.row(String.valueOf(s.rank()), s.item().id(), s.item().title(), session.figures().decimal(s.similarity(), 4),
                    s.support() < 0 ? Figures.NONE : session.figures().count(s.support()));
        }
        table.print(session.out(), WIDTH);
    }
}
