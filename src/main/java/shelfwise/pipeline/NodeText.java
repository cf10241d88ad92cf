package shelfwise.pipeline;

import shelfwise.base.Problem;
import shelfwise.base.ProblemException;

/** One node as the JSON it has in the pipeline's file, to be looked at, copied and changed by hand. */
public final class NodeText {
    private final OperatorCatalogue operators;

    public NodeText(OperatorCatalogue operators) {
        this.operators = operators;
    }

    /** On several lines; an {@link Unread} node as it stood in its file. */
    public String write(Node node) {
        return new PipelineJson(operators).write(node);
    }

    /**
     * The node that {@code text} says.
     *
     * @param before which it takes the place of: id and operator stay
     * @throws ProblemException if it is not JSON, has another id or operator, or can't be read as a whole
     */
    public Node read(Node before, String text) {
        Node now = parsed(before, text);
        if (!now.id().equals(before.id())) throw Problem.of("pipeline.other-node", before.id(), "id", before.id()).asException();
        if (!now.operator().equals(before.operator())) throw Problem.of("pipeline.other-node", before.id(), "operator", before.operator()).asException();
        if (now.settings() instanceof Unread unread) throw unread.problem().asException();
        return now;
    }

    private Node parsed(Node before, String text) {
        try {
            return new NodeReader(operators).read(JsonFiles.parse(text), before.id());
        } catch (JsonFiles.BrokenJson e) {
            String where = before.id() + (e.line > 0 ? ":" + e.line : "");
            throw (e.near.isEmpty() ? Problem.of("pipeline.json-ends", where) : Problem.of("pipeline.not-json", where, e.near)).asException(e);
        }
    }
}
