package shelfwise.pipeline;

import java.util.List;
import java.util.Optional;
import shelfwise.base.Problem;
import shelfwise.base.ProblemException;

/** Which links may be drawn: the ports exist, are of like type, the input is free, and no cycle comes of it. */
public final class LinkRules {
    private LinkRules() { }

    /** Why {@code link} can't be drawn into {@code pipeline}; empty if it can. */
    public static Optional<Problem> refusal(Pipeline pipeline, Link link, OperatorCatalogue operators) {
        try {
            for (String end : List.of(link.fromNode(), link.toNode())) operators.operator(pipeline.node(end));
            checkPorts(pipeline.link(link), link, operators);
            return Optional.empty();
        } catch (ProblemException e) {
            return Optional.of(e.problem());
        }
    }

    /** @throws ProblemException for the first link whose ports are missing, unlike or taken twice */
    static void check(Pipeline pipeline, OperatorCatalogue operators) {
        for (Link l : pipeline.links()) checkPorts(pipeline, l, operators);
    }

    /** What is known of the ports; those of a node that can't be read are taken as they are. @throws ProblemException if they are missing, unlike or taken twice */
    static void checkPorts(Pipeline pipeline, Link link, OperatorCatalogue operators) {
        Optional<Port> from = operators.readable(pipeline.node(link.fromNode())).map(o -> port(o.outputs(), link.fromPort(), link.from()));
        Optional<Port> input = operators.readable(pipeline.node(link.toNode())).map(o -> port(o.inputs(), link.toPort(), link.to()));
        if (input.isEmpty()) return;
        Port to = input.get();
        if (from.isPresent() && from.get().type() != to.type()) {
            throw Problem.of("pipeline.unlike-link", link.toString(), from.get().type(), to.type()).asException();
        }
        if (!to.many() && pipeline.into(link.toNode(), link.toPort()).size() > 1) throw Problem.of("pipeline.input-taken", link.to()).asException();
    }

    private static Port port(List<Port> ports, String name, String place) {
        return ports.stream().filter(p -> p.name().equals(name)).findFirst().orElseThrow(() ->
                Problem.of("pipeline.no-such-port", place, name, ports.stream().map(Port::name).toList()).asException());
    }
}
