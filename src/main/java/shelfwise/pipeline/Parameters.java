package shelfwise.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import shelfwise.base.Problem;
import shelfwise.base.ProblemException;

/** Edits of a pipeline's parameters. Settings that follow one hold its value after each of them. */
public final class Parameters {
    private Parameters() { }

    /** The parameter that a setting of a node follows. */
    public static Optional<Parameter> of(Pipeline pipeline, String node, String setting) {
        return pipeline.parameters().stream().filter(p -> p.settings().contains(node + "." + setting)).findFirst();
    }

    /** A parameter with the present value of a setting, which follows it from now on. @throws ProblemException if the name is taken or can't be one */
    public static Pipeline add(Pipeline pipeline, OperatorCatalogue operators, String name, String meaning, String node, String setting) {
        SettingsForm form = operators.form(pipeline.node(node));
        String value = form.text(setting, form.get(pipeline.node(node).settings(), setting));
        Pipeline free = unbind(pipeline, node, setting);
        return free.withParameters(Pipeline.with(free.parameters(), new Parameter(name, value, meaning, List.of(node + "." + setting))));
    }

    /** A parameter that no setting follows yet. @throws ProblemException if the name is taken or can't be one */
    public static Pipeline declare(Pipeline pipeline, String name, String value, String meaning) {
        return pipeline.withParameters(Pipeline.with(pipeline.parameters(), new Parameter(name, value, meaning, List.of())));
    }

    /**
     * Gives the parameter and all settings that follow it another value.
     *
     * @throws ProblemException if there is no such parameter, or one of the settings refuses the value, naming it
     */
    public static Pipeline set(Pipeline pipeline, OperatorCatalogue operators, String name, String value) {
        Parameter changed = parameter(pipeline, name);
        Pipeline now = replace(pipeline, name, p -> p.withValue(value));
        for (String s : changed.settings()) now = follow(now, operators, Parameter.nodeOf(s), Parameter.settingOf(s), value);
        return now;
    }

    /** Lets a setting follow the parameter, whose value it takes. @throws ProblemException if it refuses it */
    public static Pipeline bind(Pipeline pipeline, OperatorCatalogue operators, String name, String node, String setting) {
        String value = parameter(pipeline, name).value();
        Pipeline free = follow(unbind(pipeline, node, setting), operators, node, setting, value);
        return replace(free, name, p -> p.withSettings(Pipeline.with(p.settings(), node + "." + setting)));
    }

    /** The setting keeps its value and follows no parameter any more. */
    public static Pipeline unbind(Pipeline pipeline, String node, String setting) {
        String bound = node + "." + setting;
        return pipeline.withParameters(pipeline.parameters().stream()
                .map(p -> !p.settings().contains(bound) ? p : p.withSettings(p.settings().stream().filter(s -> !s.equals(bound)).toList())).toList());
    }

    /** The settings that followed it keep their values. */
    public static Pipeline remove(Pipeline pipeline, String name) {
        return pipeline.withParameters(pipeline.parameters().stream().filter(p -> !p.name().equals(name)).toList());
    }

    /** Gives it another name. @throws ProblemException if that is taken or can't be one */
    public static Pipeline rename(Pipeline pipeline, String name, String newName) {
        return replace(pipeline, name, p -> p.withName(newName));
    }

    public static Pipeline describe(Pipeline pipeline, String name, String meaning) {
        return replace(pipeline, name, p -> p.withMeaning(meaning));
    }

    /**
     * Gives a node other settings. Where a changed one follows a parameter, the parameter and all that follow it change as well.
     *
     * @throws ProblemException if another setting that follows the parameter refuses the value
     */
    public static Pipeline set(Pipeline pipeline, OperatorCatalogue operators, String node, Record settings) {
        Node before = pipeline.node(node);
        Pipeline now = pipeline.set(node, settings);
        if (before.settings() instanceof Unread || settings instanceof Unread) return now;
        SettingsForm form = operators.form(before);
        for (SettingSpec s : form.specs()) {
            Object was = form.get(before.settings(), s.name()), is = form.get(settings, s.name());
            Optional<Parameter> followed = was.equals(is) ? Optional.empty() : of(pipeline, node, s.name());
            if (followed.isPresent()) now = set(now, operators, followed.get().name(), form.text(s.name(), is));
        }
        return now;
    }

    /** All settings take the values of the parameters they follow. @throws ProblemException if one refuses it */
    static Pipeline applied(Pipeline pipeline, OperatorCatalogue operators) {
        Pipeline now = pipeline;
        for (Parameter p : pipeline.parameters()) now = set(now, operators, p.name(), p.value());
        return now;
    }

    /** A node that can't be read keeps what stands in its file. */
    private static Pipeline follow(Pipeline pipeline, OperatorCatalogue operators, String id, String setting, String value) {
        Node node = pipeline.node(id);
        if (node.settings() instanceof Unread) return pipeline;
        try {
            return pipeline.set(id, operators.form(node).withText(node.settings(), setting, value));
        } catch (ProblemException e) {
            throw e.problem().in(id).asException(e);
        }
    }

    private static Parameter parameter(Pipeline pipeline, String name) {
        return pipeline.parameter(name).orElseThrow(() ->
                Problem.of("pipeline.no-parameter", name, pipeline.parameters().stream().map(Parameter::name).toList()).asException());
    }

    private static Pipeline replace(Pipeline pipeline, String name, UnaryOperator<Parameter> edit) {
        parameter(pipeline, name);
        return pipeline.withParameters(pipeline.parameters().stream().map(p -> p.name().equals(name) ? edit.apply(p) : p).toList());
    }

    /** Parameters when nodes are gone. */
    static List<Parameter> without(List<Parameter> parameters, Set<String> gone) {
        return parameters.stream().map(p -> p.settings().stream().noneMatch(s -> gone.contains(Parameter.nodeOf(s))) ? p
                : p.withSettings(p.settings().stream().filter(s -> !gone.contains(Parameter.nodeOf(s))).toList())).toList();
    }

    /** Parameters when nodes have other ids. */
    static List<Parameter> renamed(List<Parameter> parameters, UnaryOperator<String> named) {
        var renamed = new ArrayList<Parameter>();
        for (Parameter p : parameters) {
            renamed.add(p.withSettings(p.settings().stream().map(s -> named.apply(Parameter.nodeOf(s)) + "." + Parameter.settingOf(s)).toList()));
        }
        return renamed;
    }
}
