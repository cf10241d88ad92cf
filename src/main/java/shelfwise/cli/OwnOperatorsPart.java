package shelfwise.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import shelfwise.app.OwnOperatorService;
import shelfwise.app.Operators;
import shelfwise.app.Workspace;
import shelfwise.pipeline.Node;
import shelfwise.pipeline.OperatorCatalogue;
import shelfwise.pipeline.OwnOperator;
import shelfwise.pipeline.SettingsForm;

/** What {@code operators} does with the own operators of a project. */
final class OwnOperatorsPart {
    /** Before their names where operators of both kinds are named. */
    static final String PREFIX = "own.";

    /** One port in JSON. @param name {@code step.port} */
    record PortLine(String name, String type) { }

    /** One offered setting in JSON. @param name {@code step.setting} @param value that a new one has */
    record SettingLine(String name, String label, String meaning, String value) { }

    record StepLine(String id, String operator, String name) { }

    record Shown(String id, String name, String meaning, int version, List<PortLine> inputs, List<PortLine> outputs, List<SettingLine> settings, List<StepLine> steps) { }

    private record Done(String id, int version, String file) { }

    private final CliCommand command;
    private final OwnOperatorService service;
    private final OperatorCatalogue operators = Operators.catalogue();

    /** @throws shelfwise.base.ProblemException if there is no project in the folder */
    OwnOperatorsPart(CliCommand command, Path project) {
        this.command = command;
        Workspace.check(project);
        service = OwnOperatorService.of(project);
    }

    /** Those that can be read. */
    List<OperatorsCommand.Line> lines() {
        return service.list().stream().flatMap(e -> e.own().stream()).map(o -> new OperatorsCommand.Line(PREFIX + o.name(), "own", o.name(), o.description())).toList();
    }

    /** Those that can't, with what mends them. */
    void tellUnread() {
        service.list().forEach(e -> e.problem().ifPresent(command.session::tell));
    }

    void show(String name) {
        OwnOperator own = service.read(name);
        var shown = new Shown(PREFIX + own.name(), own.name(), own.description(), own.version(), ports(own, true), ports(own, false),
                own.offered().stream().map(w -> setting(own, w)).toList(), own.steps().order().stream().map(n -> new StepLine(n.id(), n.operator(), label(n))).toList());
        if (command.json) {
            Json.print(command.session.out(), shown);
            return;
        }
        command.say(own.name() + " (" + shown.id() + ", " + command.text("cli.own.version", own.version()) + ")");
        if (!own.description().isEmpty()) command.say(own.description());
        section("setting.inputs", shown.inputs().stream().map(p -> p.name() + ": " + p.type()));
        section("setting.outputs", shown.outputs().stream().map(p -> p.name() + ": " + p.type()));
        section("setting.settings", shown.settings().stream().map(s -> s.name() + " = " + s.value() + ": " + s.label() + ". " + s.meaning()));
        section("cli.own.steps", shown.steps().stream().map(s -> s.id() + ": " + s.name()));
    }

    private void section(String title, Stream<String> lines) {
        List<String> all = lines.toList();
        if (all.isEmpty()) return;
        command.say("\n" + command.text(title));
        all.forEach(l -> command.say("  " + l));
    }

    private String label(Node node) {
        return node.label().isEmpty() ? command.text("op." + node.operator() + ".name") : node.label();
    }

    private List<PortLine> ports(OwnOperator own, boolean input) {
        return own.ports(operators, input).stream().map(p -> new PortLine(p.step() + "." + p.port().name(), command.text(p.port().type().nameKey()))).toList();
    }

    private SettingLine setting(OwnOperator own, String written) {
        int dot = written.indexOf('.');
        Node node = own.steps().node(written.substring(0, dot));
        SettingsForm form = operators.form(node);
        String name = written.substring(dot + 1), key = "op." + node.operator() + "." + name;
        return new SettingLine(written, command.text(key), command.text(key + ".help"), form.text(name, form.get(node.settings(), name)));
    }

    void export(String name, Path file) {
        service.export(name, file);
        told(service.read(name), "cli.own.exported", file);
    }

    void take(Path file, Optional<String> name, boolean replace) {
        told(service.take(file, name, replace), "cli.own.imported", file);
    }

    void remove(String name) {
        service.remove(name);
        if (command.json) Json.print(command.session.out(), new Done(PREFIX + name, 0, ""));
        else command.say(command.text("cli.own.removed", name));
    }

    private void told(OwnOperator own, String key, Path file) {
        if (command.json) Json.print(command.session.out(), new Done(PREFIX + own.name(), own.version(), file.toString()));
        else command.say(command.text(key, own.name(), own.version(), file));
    }
}
