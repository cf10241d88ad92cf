package shelfwise.cli;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import shelfwise.app.Operators;
import shelfwise.base.Problem;
import shelfwise.pipeline.Operator;
import shelfwise.pipeline.OperatorHelp;

/** Tells what steps pipelines can be made of; of one of them its ports and settings. Keeps a project's own ones. */
@Command(name = "operators")
final class OperatorsCommand extends CliCommand {
    /** One operator of the list; {@code group} is the first word of its id. */
    record Line(String id, String group, String name, String meaning) { }

    @Parameters(arity = "0..1", paramLabel = "OPERATOR", descriptionKey = "OPERATOR") Optional<String> id = Optional.empty();
    @Option(names = "--project", paramLabel = "FOLDER") Optional<Path> project = Optional.empty();
    @Option(names = "--export", paramLabel = "FILE") Optional<Path> export = Optional.empty();
    @Option(names = "--import", paramLabel = "FILE") Optional<Path> take = Optional.empty();
    @Option(names = "--name", paramLabel = "NAME") Optional<String> name = Optional.empty();
    @Option(names = "--replace") boolean replace;
    @Option(names = "--remove") boolean remove;

    OperatorsCommand(Session session) {
        super(session);
    }

    @Override public Integer call() {
        WrongCall.unless(this::checked);
        Optional<OwnOperatorsPart> own = project.map(p -> new OwnOperatorsPart(this, p));
        if (take.isPresent()) own.orElseThrow().take(take.get(), name, replace);
        else if (id.isEmpty()) list(own);
        else if (own.isPresent() && id.get().strip().startsWith(OwnOperatorsPart.PREFIX)) own(own.get(), id.get().strip());
        else one(WrongCall.unless(() -> find(id.get())));
        return WORKED;
    }

    /** Own operators are those of a project, and what is done is done with one of them. */
    private boolean checked() {
        boolean named = id.filter(i -> i.strip().startsWith(OwnOperatorsPart.PREFIX)).isPresent();
        boolean acts = export.isPresent() || remove || take.isPresent();
        if (project.isEmpty() && (acts || named)) throw Problem.of("cli.own-project", named ? id.orElse("") : "").asException();
        if ((export.isPresent() || remove) && !named || take.isPresent() && (id.isPresent() || export.isPresent() || remove)) throw Problem.of("cli.own-which", id.orElse("")).asException();
        if (take.isEmpty() && (replace || name.isPresent())) throw Problem.of("cli.own-import", replace ? "--replace" : "--name").asException();
        return true;
    }

    private void own(OwnOperatorsPart own, String named) {
        String wanted = named.substring(OwnOperatorsPart.PREFIX.length());
        export.ifPresent(file -> own.export(wanted, file));
        if (remove) own.remove(wanted);
        else if (export.isEmpty()) own.show(wanted);
    }

    private static Operator<?> find(String id) {
        return Operators.catalogue().find(id.strip()).orElseThrow(() -> Problem.of("cli.no-operator", id.strip(), near(id.strip())).asException());
    }

    /** Ids with the same word in them; all groups if there are none. */
    private static String near(String id) {
        String last = id.substring(id.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        List<String> ids = Operators.ALL.stream().map(Operator::id).filter(o -> !last.isEmpty() && o.contains(last) || o.startsWith(id + ".")).toList();
        return ids.isEmpty() ? "shelfwise operators" : String.join(", ", ids);
    }

    private void one(Operator<?> operator) {
        OperatorHelp help = OperatorHelp.of(operator, session.messages());
        if (json) Json.print(session.out(), help);
        else session.out().print(help.text(session.messages()));
    }

    private void list(Optional<OwnOperatorsPart> own) {
        List<Line> builtIn = Operators.ALL.stream().map(o -> new Line(o.id(), group(o), text("op." + o.id() + ".name"), text("op." + o.id() + ".help"))).toList();
        List<Line> all = Stream.concat(own.stream().flatMap(o -> o.lines().stream()), builtIn.stream()).toList();
        if (json) {
            Json.print(session.out(), all);
            return;
        }
        int width = all.stream().mapToInt(l -> l.id().length()).max().orElse(0) + 2;
        for (String group : all.stream().map(Line::group).collect(Collectors.toCollection(LinkedHashSet::new))) {
            say(text("pipelines.group." + group));
            for (Line l : all) if (l.group().equals(group)) say("  " + l.id() + " ".repeat(width - l.id().length()) + l.name());
            say("");
        }
        own.ifPresent(OwnOperatorsPart::tellUnread);
        say(text("cli.operators.more"));
    }

    private static String group(Operator<?> operator) {
        return operator.id().substring(0, operator.id().indexOf('.'));
    }
}
