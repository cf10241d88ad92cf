package shelfwise.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import shelfwise.app.ImportService;
import shelfwise.app.Workspace;
import shelfwise.base.Problem;
import shelfwise.data.ColumnType;
import shelfwise.data.Role;
import shelfwise.ingest.ImportOptions;
import shelfwise.ingest.ImportResult;

/** Brings files into a project. All files are looked at before the first one is taken in, so that a wrong one changes nothing. */
@Command(name = "import")
final class ImportCommand extends CliCommand {
    record Column(String name, String type, String role) { }

    record Result(String asset, int version, long rows, long rejected, String encoding, String delimiter, List<Column> columns) {
        static Result of(ImportResult r) {
            return new Result(r.asset(), r.version(), r.rows(), r.rejected(), r.encoding(), r.delimiter(),
                    r.columns().stream().map(f -> new Column(f.name(), word(f.type()), f.role().word())).toList());
        }
    }

    private static final int REJECTS_SHOWN = 5;

    @Parameters(index = "0", paramLabel = "PROJECT", descriptionKey = "PROJECT") Path project = Path.of("");
    @Parameters(index = "1..*", arity = "1..*", paramLabel = "FILE", descriptionKey = "FILE") List<Path> files = List.of();
    @Option(names = "--name", paramLabel = "ASSET") Optional<String> name = Optional.empty();
    @Option(names = "--encoding", paramLabel = "ENCODING") Optional<String> encoding = Optional.empty();
    @Option(names = "--delimiter", paramLabel = "CHARACTER") Optional<String> delimiter = Optional.empty();
    @Option(names = "--quote", paramLabel = "CHARACTER") Optional<String> quote = Optional.empty();
    @Option(names = "--escape", paramLabel = "CHARACTER") Optional<String> escape = Optional.empty();
    @Option(names = "--header", paramLabel = "yes|no") Optional<String> header = Optional.empty();
    @Option(names = "--skip", paramLabel = "LINES") Optional<Integer> skip = Optional.empty();
    @Option(names = "--decimal", paramLabel = "MARK") Optional<String> decimal = Optional.empty();
    @Option(names = "--date-format", paramLabel = "PATTERN") Optional<String> dateFormat = Optional.empty();
    @Option(names = "--zone", paramLabel = "ZONE") Optional<String> zone = Optional.empty();
    @Option(names = "--sheet", paramLabel = "SHEET") Optional<String> sheet = Optional.empty();
    @Option(names = "--role", paramLabel = "COLUMN=ROLE") List<String> roles = List.of();
    @Option(names = "--type", paramLabel = "COLUMN=TYPE") List<String> types = List.of();

    ImportCommand(Session session) {
        super(session);
    }

    static String word(ColumnType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }

    @Override public Integer call() {
        ImportOptions options = WrongCall.unless(this::options);
        var results = new ArrayList<ImportResult>();
        Workspace.check(project);
        for (Path file : files) ImportService.check(file, options);
        try (Workspace workspace = Workspace.open(project)) {
            for (Path file : files) results.add(one(workspace, file, options));
        } finally {
            if (json && !results.isEmpty()) Json.print(session.out(), results.stream().map(Result::of).toList());
        }
        return WORKED;
    }

    private ImportOptions options() {
        if (name.isPresent() && files.size() > 1) throw Problem.of("cli.one-name", "--name").asException();
        return new ImportOptions(name, encoding, delimiter, quote, escape, header.map(ImportCommand::yes), skip, decimal, dateFormat, zone, sheet,
                pairs("--type", types, ImportOptions::typeOf), pairs("--role", roles, ImportOptions::roleOf));
    }

    private static boolean yes(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "yes", "true", "1" -> true;
            case "no", "false", "0", "none" -> false;
            default -> throw Problem.of("cli.yes-or-no", "--header", word).asException();
        };
    }

    /** The last sign of equality parts name and word: names of columns may hold others. */
    private static <T> Map<String, T> pairs(String option, List<String> texts, Function<String, T> value) {
        var all = new LinkedHashMap<String, T>();
        for (String text : texts) {
            int equals = text.lastIndexOf('=');
            if (equals < 1) throw Problem.of("cli.not-a-pair", option, text).asException();
            if (all.put(text.substring(0, equals), value.apply(text.substring(equals + 1))) != null) {
                throw Problem.of("cli.column-twice", option, text.substring(0, equals)).asException();
            }
        }
        return all;
    }

    private ImportResult one(Workspace workspace, Path file, ImportOptions options) {
        ImportResult result;
        try (ProgressLine progress = session.progress(text("cli.import.importing", file.getFileName()))) {
            result = workspace.imports().importFile(file, options, progress);
        }
        if (json) result.notes().forEach(session::tell);
        else report(workspace, result);
        return result;
    }

    private void report(Workspace workspace, ImportResult r) {
        Figures figures = session.figures();
        say(text("cli.import.done", r.asset(), r.version(), figures.count(r.rows()), figures.count(r.rejected())));
        say(text("cli.import.read-as", text("kind." + r.kind().name().toLowerCase(Locale.ROOT)), format(r)));
        say("");
        var table = new TextTable().left(text("cli.column")).left(text("cli.type")).left(text("cli.role"));
        for (var f : r.columns()) {
            table.row(f.name(), named(session.messages(), word(f.type()), "type." + word(f.type())),
                    f.role() == Role.NONE ? Figures.NONE : named(session.messages(), f.role().word(), "role." + f.role().word()));
        }
        table.print(session.out(), WIDTH);
        if (r.rejected() > 0) rejects(workspace, r);
        for (Problem note : new HashSet<>(r.notes())) say("\n" + session.messages().tell(note));
        say("");
    }

    private String format(ImportResult r) {
        if (r.encoding().isEmpty()) return "Excel";
        String delimiterName = switch (r.delimiter()) {
            case "" -> text("cli.delimiter.none");
            case "\t" -> text("cli.delimiter.tab");
            case " " -> text("cli.delimiter.space");
            default -> r.delimiter();
        };
        return text("cli.import.text", r.encoding(), delimiterName);
    }

    private void rejects(Workspace workspace, ImportResult r) {
        long id = workspace.assets().version(r.asset(), r.version()).id();
        say("\n" + text("cli.import.rejected"));
        for (var reject : workspace.assets().rejects(id, 0, REJECTS_SHOWN)) {
            say(text("cli.import.reject", reject.line(), text(reject.reasonKey(), reject.args().toArray())));
        }
        if (r.rejected() > REJECTS_SHOWN) say(text("cli.import.more-rejects", session.figures().count(r.rejected() - REJECTS_SHOWN)));
    }
}
