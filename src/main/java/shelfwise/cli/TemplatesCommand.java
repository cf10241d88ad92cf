package shelfwise.cli;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import shelfwise.app.template.Need;
import shelfwise.app.template.Slot;
import shelfwise.app.template.Template;
import shelfwise.app.template.TemplateService;

/** Tells which templates there are; of one of them what it needs. */
@Command(name = "templates")
final class TemplatesCommand extends CliCommand {
    /**
     * @param needs of each one must be given
     * @param uses  may be given besides
     */
    record Line(String id, String name, String purpose, String when, List<List<String>> needs, List<String> uses) { }

    @Parameters(arity = "0..1", paramLabel = "TEMPLATE", descriptionKey = "TEMPLATE") Optional<String> id = Optional.empty();

    TemplatesCommand(Session session) {
        super(session);
    }

    @Override public Integer call() {
        if (id.isEmpty()) list();
        else one(WrongCall.unless(() -> TemplateService.find(id.get().strip())));
        return WORKED;
    }

    private Line line(Template t) {
        List<Slot> needed = t.needs().stream().flatMap(n -> n.anyOf().stream()).toList();
        return new Line(t.name(), text(t.nameKey()), text(t.purposeKey()), text(t.whenKey()), t.needs().stream().map(n -> n.anyOf().stream().map(Slot::word).toList()).toList(),
                t.slots().stream().filter(s -> !needed.contains(s)).map(Slot::word).toList());
    }

    private void list() {
        List<Template> all = TemplateService.all();
        if (json) {
            Json.print(session.out(), all.stream().map(this::line).toList());
            return;
        }
        int width = all.stream().mapToInt(t -> t.name().length()).max().orElse(0) + 2;
        for (Template t : all) say(t.name() + " ".repeat(width - t.name().length()) + text(t.purposeKey()));
        say("\n" + text("cli.templates.more"));
    }

    private void one(Template template) {
        if (json) {
            Json.print(session.out(), line(template));
            return;
        }
        say(text(template.nameKey()) + " (" + template.name() + ")\n" + text(template.purposeKey()) + "\n" + text(template.whenKey()) + "\n");
        say(text("cli.templates.needs"));
        for (Need n : template.needs()) say("  " + String.join(text("template.or"), n.anyOf().stream().map(this::slot).toList()));
        List<String> uses = line(template).uses();
        if (!uses.isEmpty()) say(text("cli.templates.uses") + "\n  " + String.join(", ", template.slots().stream().filter(s -> uses.contains(s.word())).map(this::slot).toList()));
    }

    private String slot(Slot slot) {
        return named(session.messages(), slot.word(), slot.role().nameKey());
    }
}
