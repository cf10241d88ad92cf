package shelfwise.pipeline;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import shelfwise.base.Checks;
import shelfwise.base.Problem;

/**
 * Steps that the analyst keeps under a name, to be put into pipelines as one. The engine knows nothing of it: what is put in is a group of
 * ordinary nodes. Ports and settings are written {@code step.port} and {@code step.setting}.
 *
 * @param name        shown to people, and the name of its file
 * @param description what it does, in a line; may be empty
 * @param version     1 at first, and one more each time it is kept again with a change
 * @param steps       nodes, links and groups; the upper left corner is at 0, 0
 * @param inputs      that values come in at, as its box shows them
 * @param outputs     that give values, as its box shows them
 * @param offered     settings that can be changed from outside
 */
public record OwnOperator(String name, String description, int version, Pipeline steps, List<String> inputs, List<String> outputs, List<String> offered) {
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_-][\\p{L}\\p{N}_ .-]{0,59}");

    /** One of its ports. @param step the node's id in the operator */
    public record OwnPort(String step, Port port) { }

    /** @throws shelfwise.base.ProblemException if its name can't be a file's name, it has no steps, or a port or setting is of a step that is not there */
    public OwnOperator {
        if (!isName(Objects.requireNonNull(name, "name"))) throw Problem.of("own.name", name).asException();
        Objects.requireNonNull(description, "description");
        Checks.that(version >= 1, "version must be 1 or more, was " + version);
        if (steps.nodes().isEmpty()) throw Problem.of("own.no-steps", name).asException();
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        offered = List.copyOf(offered);
        Stream.of(inputs, outputs, offered).flatMap(List::stream).filter(w -> steps.find(Parameter.nodeOf(w)).isEmpty()).findFirst().ifPresent(w -> {
            throw Problem.of("own.no-step", w, steps.nodes().stream().map(Node::id).toList()).asException();
        });
    }

    /** Whether an own operator, and its file, can be called that. */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches() && !name.endsWith(".") && !name.endsWith(" ");
    }

    public OwnOperator withName(String newName) {
        return new OwnOperator(newName, description, version, steps, inputs, outputs, offered);
    }

    public OwnOperator withVersion(int newVersion) {
        return new OwnOperator(name, description, newVersion, steps, inputs, outputs, offered);
    }

    /** Whether the other does the same and is shown the same, whatever its version. */
    public boolean same(OwnOperator other) {
        return withVersion(other.version).equals(other);
    }

    /** Its ports as the operators of its steps describe them. @param input which side */
    public List<OwnPort> ports(OperatorCatalogue operators, boolean input) {
        return (input ? inputs : outputs).stream().flatMap(w -> port(operators, w, input).stream()).toList();
    }

    private Optional<OwnPort> port(OperatorCatalogue operators, String written, boolean input) {
        Function<Operator<?>, List<Port>> side = input ? Operator::inputs : Operator::outputs;
        Predicate<Port> named = p -> p.name().equals(Parameter.settingOf(written));
        return steps.find(Parameter.nodeOf(written)).flatMap(operators::readable).flatMap(o -> side.apply(o).stream().filter(named).findFirst())
                .map(p -> new OwnPort(Parameter.nodeOf(written), p));
    }

    /** The names of own operators in its steps, near or far. */
    public List<String> within() {
        return steps.groups().stream().flatMap(g -> g.origin().stream()).map(Origin::operator).distinct().toList();
    }

    /** Names every port and offered setting that its steps don't have. @throws shelfwise.base.ProblemException for the first of them */
    void check(OperatorCatalogue operators) {
        for (boolean input : List.of(true, false)) {
            for (String w : input ? inputs : outputs) {
                if (port(operators, w, input).isEmpty()) throw Problem.of("own.no-port", w).asException();
            }
        }
        for (String w : offered) {
            SettingsForm form = operators.form(steps.node(Parameter.nodeOf(w)));
            if (form.specs().stream().noneMatch(s -> s.name().equals(Parameter.settingOf(w)))) throw Problem.of("own.no-setting", w).asException();
        }
    }
}
