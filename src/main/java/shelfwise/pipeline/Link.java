package shelfwise.pipeline;

import shelfwise.base.Checks;

/** Leads the value of one node's output to another node's input. */
public record Link(String fromNode, String fromPort, String toNode, String toPort) {
    public Link {
        Checks.notBlank("fromNode", fromNode);
        Checks.notBlank("fromPort", fromPort);
        Checks.notBlank("toNode", toNode);
        Checks.notBlank("toPort", toPort);
    }

    /** The output as files and messages name it: {@code "split.train"}. */
    public String from() {
        return fromNode + "." + fromPort;
    }

    /** The input as files and messages name it. */
    public String to() {
        return toNode + "." + toPort;
    }

    @Override public String toString() {
        return from() + " -> " + to();
    }
}
