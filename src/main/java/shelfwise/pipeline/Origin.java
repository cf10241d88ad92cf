package shelfwise.pipeline;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.UnaryOperator;
import shelfwise.base.Checks;

/**
 * Which of the analyst's own operators a group was made of. The group holds its own copy of the steps, so that it goes on as it is when that
 * operator changes or goes. Ports and settings are written {@code step.port} and {@code step.setting}, with the step's id in the operator.
 *
 * @param operator the own operator's name
 * @param version  of it that the steps are of
 * @param steps    the id in the pipeline of each node and group, by its id in the operator
 * @param inputs   that the group shows whether they are linked or not
 * @param outputs  that the group shows whether they are linked or not
 * @param offered  settings that the group's form shows
 */
public record Origin(String operator, int version, SequencedMap<String, String> steps, List<String> inputs, List<String> outputs, List<String> offered) {
    /** What stands behind {@code step.name}. @param node its id in the pipeline */
    public record Place(String node, String name) { }

    public Origin {
        Checks.notBlank("operator", operator);
        Checks.that(version >= 1, "version must be 1 or more, was " + version);
        steps = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(steps));
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        offered = List.copyOf(offered);
    }

    /** Where a port or setting of the operator is now; empty if its step is gone. */
    public Optional<Place> place(String written) {
        return Optional.ofNullable(steps.get(Parameter.nodeOf(written))).map(node -> new Place(node, Parameter.settingOf(written)));
    }

    /** The id in the operator of what has this id in the pipeline. */
    Optional<String> step(String id) {
        return steps.entrySet().stream().filter(e -> e.getValue().equals(id)).map(java.util.Map.Entry::getKey).findFirst();
    }

    Origin without(Set<String> gone) {
        var left = new LinkedHashMap<>(steps);
        left.values().removeAll(gone);
        return left.size() == steps.size() ? this : new Origin(operator, version, left, inputs, outputs, offered);
    }

    Origin renamed(UnaryOperator<String> named) {
        var now = new LinkedHashMap<>(steps);
        now.replaceAll((_, id) -> named.apply(id));
        return new Origin(operator, version, now, inputs, outputs, offered);
    }
}
