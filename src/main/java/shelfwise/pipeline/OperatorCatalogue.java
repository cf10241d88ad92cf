package shelfwise.pipeline;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import shelfwise.base.Checks;
import shelfwise.base.Problem;
import shelfwise.data.Bundle;
import shelfwise.data.Model;

/** The operators there are, in the order of the palette, each with its form. */
public final class OperatorCatalogue {
    private final SequencedMap<String, Operator<?>> byId = new LinkedHashMap<>();
    private final SequencedMap<String, SettingsForm> forms = new LinkedHashMap<>();

    /** @throws IllegalArgumentException if two have one id, two ports of one side one name, or a setting is of a type no form can show */
    public OperatorCatalogue(List<? extends Operator<?>> operators) {
        for (Operator<?> o : operators) {
            Checks.that(byId.put(o.id(), o) == null, "two operators have the id " + o.id());
            for (List<Port> side : List.of(o.inputs(), o.outputs())) {
                Checks.that(side.stream().map(Port::name).distinct().count() == side.size(), o.id() + " has two ports of one name");
            }
            forms.put(o.id(), SettingsForm.of(o));
        }
    }

    public List<Operator<?>> all() {
        return List.copyOf(byId.values());
    }

    public Optional<Operator<?>> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** @throws shelfwise.base.ProblemException if there is none */
    public Operator<?> operator(String id) {
        return find(id).orElseThrow(() -> Problem.of("pipeline.unknown-operator", "", id).asException());
    }

    /** The operator of a node whose settings can be read; empty for an {@link Unread} one. */
    public Optional<Operator<?>> readable(Node node) {
        return node.settings() instanceof Unread ? Optional.empty() : find(node.operator());
    }

    /** @throws shelfwise.base.ProblemException if the node is {@link Unread} or its operator is not known, naming the node */
    public Operator<?> operator(Node node) {
        if (node.settings() instanceof Unread u) throw u.problem().asException();
        return find(node.operator()).orElseThrow(() -> Problem.of("pipeline.unknown-operator", node.id(), node.operator()).asException());
    }

    /** A kept model, made again by the operator that trained it. @throws shelfwise.base.ProblemException if there is none of this id */
    public Model restore(String operator, Bundle bundle) {
        if (!(operator(operator) instanceof Operator.Fit<?> fit)) throw new IllegalStateException(operator + " trains no model");
        return fit.restore(bundle, this::restore);
    }

    /** @throws shelfwise.base.ProblemException if the node is {@link Unread} or its operator is not known, naming the node */
    public SettingsForm form(Node node) {
        SettingsForm form = forms.get(operator(node).id());
        if (form == null) throw new IllegalStateException("no form for " + node.operator());
        return form;
    }

    /** The settings with which a node's work, cancelled after {@code round} and run again, ends there: see {@link Operator#endingAfter}. */
    public Optional<Record> endingAfter(Node node, int round) {
        return readable(node).flatMap(o -> Step.of(o, node.settings()).endingAfter(round));
    }

    /** The bytes that a node's operator says it takes with what comes in. @throws shelfwise.base.ProblemException if its operator is not known */
    public long memory(Node node, Volumes in) {
        return Step.of(operator(node), node.settings()).memory(in);
    }
}
