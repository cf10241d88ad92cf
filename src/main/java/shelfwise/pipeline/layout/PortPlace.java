package shelfwise.pipeline.layout;

import java.util.Optional;
import shelfwise.pipeline.PortType;

/**
 * A port on the edge of its box.
 *
 * @param node  the box
 * @param port  the port's name
 * @param input whether it is an input
 * @param type  empty where the operator is not known
 * @param x     of its middle, on the canvas
 * @param y     of its middle
 */
public record PortPlace(String node, String port, boolean input, Optional<PortType> type, Side side, double x, double y) {
    /** The node whose port it is: a folded group shows those of its nodes, called {@code node.port}. */
    public String endNode() {
        return inner() ? port.substring(0, port.indexOf('.')) : node;
    }

    /** The name that the port has at its node. */
    public String endPort() {
        return port.substring(port.indexOf('.') + 1);
    }

    /** Whether it is that of a node in a folded group. */
    public boolean inner() {
        return port.indexOf('.') > 0;
    }
}
