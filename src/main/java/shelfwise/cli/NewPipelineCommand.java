package shelfwise.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import shelfwise.app.Workspace;
import shelfwise.app.template.Choices;
import shelfwise.app.template.Slot;
import shelfwise.app.template.Source;
import shelfwise.app.template.Template;
import shelfwise.app.template.TemplateService;
import shelfwise.base.Problem;
import shelfwise.pipeline.Pipeline;

/** Makes a pipeline of a template, or an empty one. Roles that are not named are guessed and told. */
@Command(name = "new-pipeline")
final class NewPipelineCommand extends CliCommand {
    record Result(String pipeline, String template, Map<String, String> assets, Map<String, List<String>> columns, List<String> nodes) { }

    @Parameters(index = "0", paramLabel = "PROJECT", descriptionKey = "PROJECT") Path project = Path.of("");
    @Option(names = "--template", paramLabel = "TEMPLATE", required = true) String template = "";
    @Option(names = "--asset", paramLabel = "TABLE=ASSET") List<String> assets = List.of();
    @Option(names = "--role", paramLabel = "ROLE=COLUMN") List<String> roles = List.of();
    @Option(names = "--name", paramLabel = "PIPELINE") Optional<String> name = Optional.empty();

    NewPipelineCommand(Session session) {
        super(session);
    }

    @Override public Integer call() {
        Template chosen = WrongCall.unless(() -> TemplateService.find(template.strip()));
        Map<Source, String> tables = WrongCall.unless(this::tables);
        Map<Slot, List<String>> columns = WrongCall.unless(() -> columns(chosen));
        Workspace.check(project);
        try (Workspace workspace = Workspace.open(project)) {
            PipelineRun.importMissing(session, workspace);
            Choices choices = choices(workspace.templates(), chosen, tables, columns);
            if (workspace.pipelines().names().contains(choices.name())) throw Problem.of("template.name-taken", choices.name()).asException();
            Pipeline made = workspace.templates().fill(chosen, choices, session.messages());
            workspace.pipelines().write(made);
            tell(chosen, choices, made);
        }
        return WORKED;
    }

    private Choices choices(TemplateService templates, Template chosen, Map<Source, String> tables, Map<Slot, List<String>> columns) {
        Choices choices = templates.guess(chosen);
        if (!tables.isEmpty()) {
            var all = new EnumMap<>(tables);
            if (!tables.containsKey(Source.EVENTS)) choices.asset(Source.EVENTS).ifPresent(a -> all.put(Source.EVENTS, a));
            choices = templates.guess(chosen, all);
        }
        for (var e : columns.entrySet()) choices = choices.with(e.getKey(), e.getValue());
        return name.map(choices::withName).orElse(choices);
    }

    private EnumMap<Source, String> tables() {
        var all = new EnumMap<Source, String>(Source.class);
        for (String text : assets) {
            String[] pair = pair("--asset", text);
            Source source = Stream.of(Source.values()).filter(s -> s.word().equals(pair[0].toLowerCase(Locale.ROOT))).findFirst()
                    .orElseThrow(() -> Problem.of("cli.no-table", "--asset", pair[0]).asException());
            all.put(source, pair[1]);
        }
        return all;
    }

    /** A role that comes twice takes both columns; one without a column is left empty. */
    private Map<Slot, List<String>> columns(Template chosen) {
        var all = new LinkedHashMap<Slot, List<String>>();
        for (String text : roles) {
            String[] pair = pair("--role", text);
            List<String> columns = all.computeIfAbsent(Slot.named(pair[0], chosen.slots()), _ -> new ArrayList<>());
            if (!pair[1].isEmpty()) columns.add(pair[1]);
        }
        return all;
    }

    /** The first sign of equality parts them: columns may hold others, words do not. */
    private static String[] pair(String option, String text) {
        int equals = text.indexOf('=');
        if (equals < 1) throw Problem.of("cli.pair", option, text).asException();
        return new String[] {text.substring(0, equals).strip(), text.substring(equals + 1).strip()};
    }

    private void tell(Template chosen, Choices choices, Pipeline made) {
        if (json) {
            var assetsByWord = new LinkedHashMap<String, String>();
            for (Source s : Source.values()) choices.asset(s).ifPresent(a -> assetsByWord.put(s.word(), a));
            var byWord = new LinkedHashMap<String, List<String>>();
            for (Slot s : chosen.slots()) if (choices.fills(s)) byWord.put(s.word(), choices.columns(s));
            Json.print(session.out(), new Result(made.name(), chosen.name(), assetsByWord, byWord, made.nodes().stream().map(n -> n.id()).toList()));
            return;
        }
        say(text("cli.new-pipeline.made", made.name(), made.nodes().size(), text(chosen.nameKey())) + "\n");
        var table = new TextTable().left(text("cli.role")).left(text("cli.asset")).left(text("cli.column"));
        for (Slot s : chosen.slots()) {
            if (!choices.fills(s)) continue;
            table.row(named(session.messages(), s.role().word(), s.role().nameKey()), choices.asset(choices.ownCatalogue() ? s.source() : Source.EVENTS).orElse(""),
                    String.join(", ", choices.columns(s)));
        }
        table.print(session.out(), WIDTH);
        say("\n" + text("cli.new-pipeline.next", project, made.name()));
    }
}
