package shelfwise.pipeline;

import java.util.List;
import shelfwise.base.Problem;
import shelfwise.base.ProblemException;

/** Settings changed from the command line: {@code node.setting=value}, or for a named parameter {@code name=value}. */
public final class Overrides {
    private Overrides() { }

    /**
     * The pipeline with each of {@code changes} made, in order.
     *
     * @throws ProblemException naming node and setting, if one can't be made
     */
    public static Pipeline apply(Pipeline pipeline, List<String> changes, OperatorCatalogue operators) {
        Pipeline changed = pipeline;
        for (String change : changes) changed = apply(changed, change, operators);
        return changed;
    }

    private static Pipeline apply(Pipeline pipeline, String change, OperatorCatalogue operators) {
        int equals = change.indexOf('='), dot = change.indexOf('.');
        boolean named = equals > 0 && (dot < 0 || dot > equals);
        if (named && !pipeline.parameters().isEmpty()) return Parameters.set(pipeline, operators, change.substring(0, equals).strip(), change.substring(equals + 1));
        if (dot < 1 || equals < dot + 2) throw Problem.of("pipeline.override", change).asException();
        Node node = pipeline.node(change.substring(0, dot).strip());
        try {
            Record settings = operators.form(node).withText(node.settings(), change.substring(dot + 1, equals).strip(), change.substring(equals + 1));
            return pipeline.set(node.id(), settings);
        } catch (ProblemException e) {
            throw e.problem().in(node.id()).asException(e);
        }
    }
}
