package shelfwise.cli;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import shelfwise.app.Operators;
import shelfwise.base.Problem;
import shelfwise.pipeline.Operator;
import shelfwise.pipeline.OperatorHelp;

/** Tells what steps pipelines can be made of; of one of them its ports and settings. */
@Command(name = "operators")
final class OperatorsCommand extends CliCommand {
    /** One operator of the list; {@code group} is the first word of its id. */
    record Line(String id, String group, String name, String meaning) { }

    @Parameters(arity = "0..1", paramLabel = "OPERATOR", descriptionKey = "OPERATOR") Optional<String> id = Optional.empty();

    OperatorsCommand(Session session) {
        super(session);
    }

    @Override public Integer call() {
        if (id.isEmpty()) list();
        else one(WrongCall.unless(() -> find(id.get())));
        return WORKED;
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

    private void list() {
        List<Line> all = Operators.ALL.stream().map(o -> new Line(o.id(), group(o), text("op." + o.id() + ".name"), text("op." + o.id() + ".help"))).toList();
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
        say(text("cli.operators.more"));
    }

    private static String group(Operator<?> operator) {
        return operator.id().substring(0, operator.id().indexOf('.'));
    }
}
